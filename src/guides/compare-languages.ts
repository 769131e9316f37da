import type { GuidePage } from './guide-page.ts';

/** One page in every language, by language code. */
export type Translations = ReadonlyMap<string, GuidePage>;

/**
 * Compares each page with the one of the reference language: the same pages, headings of the same depths, code blocks that are equal,
 * the same code spans under each heading, the same place in the sidebar. Gives one text for each difference, with file and line.
 */
export function compareLanguages(pages: ReadonlyMap<string, Translations>, languages: readonly string[], reference: string): readonly string[] {
  return [...pages].flatMap(([name, translations]) => {
    const original = translations.get(reference);
    if (!original) return [`${name}: there is no page in ${reference}`];
    return languages.flatMap((language) => {
      const page = translations.get(language);
      if (!page) return [`${name}: there is no page in ${language}`];
      return page === original ? missingFields(page) : [...missingFields(page), ...comparePages(page, original)];
    });
  });
}

function missingFields({ file, frontmatter }: GuidePage): readonly string[] {
  return ['title', 'description'].filter((field) => typeof frontmatter[field] !== 'string').map((field) => `${file}: frontmatter.${field}: expected a text`);
}

function comparePages(page: GuidePage, original: GuidePage): readonly string[] {
  return [...compareOrder(page, original), ...compareBlocks(page, original), ...compareSections(page, original)];
}

function compareOrder(page: GuidePage, original: GuidePage): readonly string[] {
  const orderOf = ({ frontmatter }: GuidePage) => (frontmatter.sidebar as { order?: unknown } | undefined)?.order;
  return orderOf(page) === orderOf(original) ? [] : [`${page.file}: frontmatter.sidebar.order: expected ${orderOf(original)}, as in ${original.file}`];
}

function compareBlocks(page: GuidePage, original: GuidePage): readonly string[] {
  if (page.blocks.length !== original.blocks.length) return [`${page.file}: ${page.blocks.length} code blocks, ${original.file} has ${original.blocks.length}`];
  return page.blocks.flatMap((block, index) => {
    const twin = original.blocks[index]!;
    const same = block.text === twin.text && block.language === twin.language && block.meta === twin.meta;
    return same ? [] : [`${page.file}:${block.line}: the code block differs from ${original.file}:${twin.line}`];
  });
}

function compareSections(page: GuidePage, original: GuidePage): readonly string[] {
  const outline = ({ sections }: GuidePage) => sections.map(({ depth }) => depth).join(' ');
  if (outline(page) !== outline(original)) return [`${page.file}: headings of depth ${outline(page)}, ${original.file} has ${outline(original)}`];
  return page.sections.flatMap((section, index) => {
    const twin = original.sections[index]!;
    const missing = without(twin.codeSpans, section.codeSpans).map((span) => `\`${span}\` is missing`);
    const extra = without(section.codeSpans, twin.codeSpans).map((span) => `\`${span}\` is not there`);
    return [
      ...missing.map((text) => `${page.file}:${section.line}: ${text}; see ${original.file}:${twin.line}`),
      ...extra.map((text) => `${page.file}:${section.line}: in the original ${text}; see ${original.file}:${twin.line}`),
    ];
  });
}

/** Each span once: how often a sentence repeats it is the language's affair. */
function without(spans: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set(spans)].filter((span) => !others.includes(span));
}
