import { createHash } from 'node:crypto';
import { lineCount } from './fenced-blocks.ts';
import type { GuidePage } from './guide-page.ts';
import { pageNameOf } from './page-names.ts';

/**
 * What stands for the text of an original in `source` of its translations: the SHA-256 of the page without the text inside its code blocks,
 * which is nobody's to translate and copied by itself.
 */
export function sourceHash({ source, blocks }: GuidePage): string {
  const lines = source.split('\n');
  const inside = new Set(blocks.flatMap((block) => Array.from({ length: lineCount(block, lines) }, (_, index) => block.line - 1 + index)));
  const text = lines.filter((_, index) => !inside.has(index)).map((line) => line.trimEnd());
  return createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 12);
}

/** Says of a translation that it was made from another text than the original has now. */
export function checkFreshness(page: GuidePage, original: GuidePage): readonly string[] {
  if (String(page.frontmatter.source ?? '') === sourceHash(original)) return [];
  const { language, name } = pageNameOf(page.file);
  return [`${page.file}: made from another English text; bring it up to date, then npm run guides:translated -- ${language}/${name}`];
}

/** The translation's text with `source` set to the original's. Quoted, since a hash of digits alone would be a number in YAML. */
export function withSource({ source }: GuidePage, original: GuidePage): string {
  const line = `source: "${sourceHash(original)}"`;
  const [, head = '', rest = ''] = /^(---\r?\n[\s\S]*?\n)(---\r?\n[\s\S]*)$/.exec(source) ?? [];
  return (/^source:.*$/m.test(head) ? head.replace(/^source:.*$/m, line) : `${head}${line}\n`) + rest;
}
