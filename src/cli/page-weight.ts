import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page costs to load, in bytes as they travel: gzipped text, fonts as they are. */
export interface PageWeight {
  /** HTML, styles and scripts that the page loads by itself. */
  readonly text: number;
  /** The same, and the fonts. */
  readonly first: number;
  /** The same, and all that it brings to be ready: on a lab page the shell, the cluster, the exercise and the texts of its language. */
  readonly ready: number;
  /** What may come later, when it is first used: commands of `oc` and of the shell, the search, other languages. */
  readonly onDemand: number;
}

/** The most that a page may weigh: what is read, its text; a lab, what it loads at once, and what it needs to be ready. */
export const budget = { text: 45_000, first: 75_000, ready: 360_000 } as const;

/** What of a page is over the budget, in words. */
export function overweight(page: string, language: string): readonly string[] {
  const weight = weighPage(page, language);
  const parts = isLab(readFileSync(page, 'utf8')) ? (['first', 'ready'] as const) : (['text'] as const);
  return parts.filter((part) => weight[part] > budget[part]).map((part) => `${page}: ${part}: ${weight[part]} bytes, ${budget[part]} allowed`);
}

/** Weighs a page of the built site by following its links: styles, fonts, static imports, then dynamic ones. */
export function weighPage(page: string, language: string): PageWeight {
  const html = readFileSync(page, 'utf8');
  const linked = linkedFrom(page, html);
  const first = reach([...linked, ...fontsOf(linked, language)], staticImports);
  const opened = [...first].flatMap((file) => (file.endsWith('.js') ? dynamicImports(file, readFileSync(file, 'utf8')) : [])).filter(opensLab);
  const exercise = exerciseOf(html);
  const brought = opened.flatMap((file) => broughtBy(file, readFileSync(file, 'utf8'), exercise, language));
  const ready = reach([...first, ...opened, ...brought], staticImports);
  const all = reach([...first], (file, text) => [...staticImports(file, text), ...dynamicImports(file, text)]);
  const own = gzipSync(html, { level: 9 }).length;
  return {
    text: own + weigh([...first].filter((file) => !isFont(file))),
    first: own + weigh(first),
    ready: own + weigh(ready),
    onDemand: weigh([...all].filter((file) => !ready.has(file))),
  };
}

/** What only labs need, by what no bundler renames: the terminal and its styles, the API of the simulated cluster, the shell. */
const ofLabs = [/(?<![\w-])lab-terminal(?![\w-])/, /\.lab-desk\b/, /(?<![\w.-])image\.openshift\.io\b/, /: command not found/];

/** Scripts and styles of labs that a page loads, or could load later, in words. A page that is no lab has none. */
export function terminalCode(page: string): readonly string[] {
  const html = readFileSync(page, 'utf8');
  const files = [...reach(linkedFrom(page, html), (file, text) => [...staticImports(file, text), ...dynamicImports(file, text)])];
  const inline = [...html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) => ['the page itself', text] as const);
  const texts = files.filter((file) => /\.(?:js|css)$/.test(file)).map((file) => [basename(file), readFileSync(file, 'utf8')] as const);
  return [...texts, ...inline].flatMap(([name, text]) =>
    ofLabs.flatMap((mark) => mark.exec(text) ?? []).map((found) => `${page}: ${name}: ${found} belongs to labs`),
  );
}

const exerciseOf = (html: string): string | undefined => /<lab-workspace\b[^>]*?\sdata-exercise="([^"]+)"/.exec(html)?.[1];
const isLab = (html: string): boolean => exerciseOf(html) !== undefined;
const isFont = (file: string): boolean => file.endsWith('.woff2');

/** The files that a page names itself. */
const linkedFrom = (page: string, html: string): readonly string[] =>
  [...html.matchAll(/(?:src|href)="([^"#?]+\.(?:js|css|woff2))"/g)].map(([, path = '']) => normalize(join(dirname(page), path))).filter(existsSync);

/** Fonts of the style sheets. A browser loads the subset for Vietnamese only where its letters stand. */
function fontsOf(files: readonly string[], language: string): readonly string[] {
  const sheets = files.filter((file) => file.endsWith('.css'));
  const fonts = sheets.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, path = '']) => normalize(join(dirname(file), path))),
  );
  return fonts.filter((font) => language === 'vi' || !font.includes('vietnamese'));
}

const opensLab = (file: string) => basename(file).startsWith('open-lab.');

/** What of the exercises, their messages and the help texts a lab page loads, of all that its script could: its own, in its language. */
function broughtBy(file: string, text: string, exercise: string | undefined, language: string): readonly string[] {
  const entries = text.matchAll(/["'`]([^"'`]+\.(?:ts|json))["'`]\s*:[^:]*?import\(\s*["'`](\.[^"'`]+\.js)["'`]/g);
  const own = [
    `exercises/${exercise}/exercise.ts`,
    `exercises/${exercise}/messages/${language}.json`,
    `content/mistakes/${language}.json`,
    `oc/notices/${language}.json`,
  ];
  return resolved(
    file,
    [...entries].filter(([, key = '']) => own.some((end) => key.endsWith(`/${end}`))).map(([whole, , path = '']) => [whole, path]),
  );
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
const resolved = (file: string, matches: Iterable<readonly string[]>) => [...matches].map(([, path = '']) => normalize(join(dirname(file), path)));

const weigh = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + bytesOf(file), 0);

/** The bytes of files whose name carries a hash of what they hold: many pages share them. */
const weighed = new Map<string, number>();

function bytesOf(file: string): number {
  const known = weighed.get(file);
  if (known !== undefined) return known;
  const content = readFileSync(file);
  const bytes = isFont(file) ? content.length : gzipSync(content, { level: 9 }).length;
  if (/\.[\w-]{8}\.\w+$/.test(file)) weighed.set(file, bytes);
  return bytes;
}
