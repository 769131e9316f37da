import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page costs to load, in bytes as they travel: gzipped text, fonts as they are. */
export interface PageWeight {
  /** HTML, styles, fonts and scripts that the page loads by itself. */
  readonly first: number;
  /** The same, and every script that a dynamic import may bring later. */
  readonly everything: number;
}

/** Weighs a page of the built site: follows styles, fonts of the page's script, static imports, then dynamic ones. */
export function weighPage(page: string): PageWeight {
  const html = readFileSync(page, 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="([^"#?]+\.(?:js|css|woff2))"/g)]
    .map(([, path = '']) => normalize(join(dirname(page), path)))
    .filter(existsSync);
  const first = reach(linked, staticImports);
  const all = reach([...first], (file, text) => [...staticImports(file, text), ...dynamicImports(file, text)]);
  const own = gzipSync(html, { level: 9 }).length;
  return { first: own + weigh(first), everything: own + weigh(all) };
}

function reach(start: readonly string[], next: (file: string, text: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    if (file.endsWith('.js')) open.push(...next(file, readFileSync(file, 'utf8')));
  }
  return seen;
}

const staticImports = (file: string, text: string) => resolved(file, text.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g));
const dynamicImports = (file: string, text: string) => resolved(file, text.matchAll(/import\(\s*["'`](\.[^"'`]+\.js)["'`]/g));
const resolved = (file: string, matches: Iterable<RegExpMatchArray>) => [...matches].map(([, path = '']) => normalize(join(dirname(file), path)));

function weigh(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) {
    const content = readFileSync(file);
    bytes += file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length;
  }
  return bytes;
}
