import { compareSections, compareSets } from './compare-sections.ts';
import type { GuidePage } from './guide-page.ts';
import { pageNameOf } from './page-names.ts';
import { numbersIn } from './prose-numbers.ts';

/** Where a translation differs from its original in what is not words: fields, code blocks, headings, and what stands under each. */
export function comparePages(page: GuidePage, original: GuidePage): readonly string[] {
  return [...compareHeads(page, original), ...compareBlocks(page, original), ...compareSections(page, original)];
}

const sharedFields = ['needs', 'minutes', 'labs'] as const;

function compareHeads(page: GuidePage, original: GuidePage): readonly string[] {
  const shown = (value: unknown) => JSON.stringify(value) ?? 'nothing';
  const fields = sharedFields
    .filter((field) => shown(page.frontmatter[field]) !== shown(original.frontmatter[field]))
    .map((field) => `${field}: ${shown(page.frontmatter[field])}, in the original ${shown(original.frontmatter[field])}`);
  const [texts, twins] = [headTexts(page), headTexts(original)];
  const count = texts.length === twins.length ? [] : [`objectives: ${texts.length - 2}, in the original ${twins.length - 2}`];
  const spans = compareSets(codeSpansIn(texts), codeSpansIn(twins), (span) => `\`${span}\``);
  const numbers = compareSets(numbersOf(page, texts), numbersOf(original, twins), (number) => `the figure ${number}`);
  return [...fields, ...count, ...spans, ...numbers].map((text) => `${page.file}: frontmatter: ${text}; see ${original.file}`);
}

/** The words of a page's head: title, description, objectives. */
function headTexts({ frontmatter: { title, description, objectives } }: GuidePage): readonly string[] {
  return [title, description, ...(Array.isArray(objectives) ? objectives : [])].map((text) => String(text ?? ''));
}

const codeSpan = /`+([^`]+)`+/g;
const codeSpansIn = (texts: readonly string[]) => texts.flatMap((text) => [...text.matchAll(codeSpan)].map(([, span = '']) => span));

function numbersOf({ file }: GuidePage, texts: readonly string[]): readonly string[] {
  return numbersIn(
    texts.map((text) => text.replace(codeSpan, ' ')),
    pageNameOf(file).language,
  );
}

function compareBlocks(page: GuidePage, original: GuidePage): readonly string[] {
  if (page.blocks.length !== original.blocks.length) return [`${page.file}: ${page.blocks.length} code blocks, ${original.file} has ${original.blocks.length}`];
  return page.blocks.flatMap((block, index) => {
    const twin = original.blocks[index]!;
    const same = block.text === twin.text && block.language === twin.language && block.meta === twin.meta;
    return same ? [] : [`${page.file}:${block.line}: the code block differs from ${original.file}:${twin.line}`];
  });
}
