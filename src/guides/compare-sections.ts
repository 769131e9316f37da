import type { GuidePage } from './guide-page.ts';
import { pageNameOf } from './page-names.ts';
import { numbersIn } from './prose-numbers.ts';
import type { Section } from './sections.ts';

/** One difference between two sections, in words. */
type Difference = string;

/** Where two pages do not have the same headings, or differ in what stands under one of them beside its words. */
export function compareSections(page: GuidePage, original: GuidePage): readonly string[] {
  const depths = ({ sections }: GuidePage) => sections.map(({ depth }) => depth).join(' ');
  if (depths(page) !== depths(original)) return [`${page.file}: headings of depth ${depths(page)}, ${original.file} has ${depths(original)}`];
  const languages = [pageNameOf(page.file).language, pageNameOf(original.file).language] as const;
  return page.sections.flatMap((section, index) => {
    const twin = original.sections[index]!;
    return compareSection(section, twin, ...languages).map((text) => `${page.file}:${section.line}: ${text}; see ${original.file}:${twin.line}`);
  });
}

function compareSection(section: Section, twin: Section, language: string, originalLanguage: string): readonly Difference[] {
  const kinds = ({ directives }: Section) => directives.map(({ kind }) => `:::${kind}`);
  return [
    ...(section.id === twin.id ? [] : [`the heading has ${idOf(section)}, in the original ${idOf(twin)}`]),
    ...compareSets(section.codeSpans, twin.codeSpans, (span) => `\`${span}\``),
    ...compareSets(section.links, twin.links, (link) => `the link to ${link}`),
    ...compareSets(numbersIn(section.prose, language), numbersIn(twin.prose, originalLanguage), (number) => `the figure ${number}`),
    ...compareLists(section.images, twin.images, 'images'),
    ...compareLists(section.tables, twin.tables, 'tables (rows x columns)'),
    ...compareLists(kinds(section), kinds(twin), 'asides'),
  ];
}

const idOf = ({ id }: Section) => (id === undefined ? 'no id' : `{#${id}}`);

/** Each item once: how often a sentence repeats it is the language's affair. */
export function compareSets(items: readonly string[], originals: readonly string[], name: (item: string) => string): readonly Difference[] {
  const without = (these: readonly string[], others: readonly string[]) => [...new Set(these)].filter((item) => !others.includes(item));
  return [
    ...without(originals, items).map((item) => `${name(item)} is missing`),
    ...without(items, originals).map((item) => `in the original ${name(item)} is not there`),
  ];
}

function compareLists(items: readonly string[], originals: readonly string[], what: string): readonly Difference[] {
  const shown = (list: readonly string[]) => (list.length === 0 ? 'none' : list.join(', '));
  return shown(items) === shown(originals) ? [] : [`${what}: ${shown(items)}, in the original ${shown(originals)}`];
}
