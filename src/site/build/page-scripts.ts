import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { classicScript, type ScriptPlugin } from './classic-script.ts';

const moduleScript = /<script type="module"(?: src="([^"]+)")?>([\s\S]*?)<\/script>/g;

/** The module scripts of a page, in order: files of `dist` and code of their own. Two pages with the same ones share a script. */
export function moduleScripts(file: string, html: string): readonly string[] {
  return [...html.matchAll(moduleScript)].map(([, source, code = '']) => (source ? `/${posix.join(posix.dirname(file), source)}` : code));
}

/**
 * Makes one classic script of the module scripts of each kind of page, since browsers load no modules from a disk. What they load later by
 * `import()` stays a module of its own. Returns the name of a page's script, if it has one.
 */
export async function joinModuleScripts(dist: string, pages: ReadonlyMap<string, string>): Promise<(file: string, html: string) => string | undefined> {
  const key = (file: string, html: string) => JSON.stringify(moduleScripts(file, html));
  const names = new Map<string, string>();
  for (const [file, html] of pages) {
    const scripts = moduleScripts(file, html);
    if (scripts.length === 0 || names.has(key(file, html))) continue;
    const code = await classicScript(join(dist, '_astro/page.js'), { plugins: [joined(dist, scripts)] });
    const name = `_astro/page.${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`;
    await writeFile(join(dist, name), code);
    names.set(key(file, html), name);
  }
  return (file, html) => names.get(key(file, html));
}

/** The page with its module scripts replaced by the one that was made of them. */
export function withPageScript(html: string, address: string | undefined): string {
  if (address === undefined) return html;
  return html.replace(moduleScript, '').replace('</head>', () => `<script defer src="${address}"></script></head>`);
}

/** Brings the scripts of a page together; what they `import()` is left where it is, beside the script. */
function joined(dist: string, scripts: readonly string[]): ScriptPlugin {
  const entry = join(dist, '_astro/page.js');
  const own = (index: number) => join(dist, `_astro/own-${index}.js`);
  return {
    name: 'page-scripts',
    enforce: 'pre',
    resolveId(id, _importer, { kind }) {
      if (kind === 'dynamic-import') return { id, external: true };
      return id === entry || scripts.some((_, index) => id === own(index)) ? id : undefined;
    },
    load(id) {
      if (id === entry) return scripts.map((script, index) => `import ${JSON.stringify(isFile(script) ? join(dist, script) : own(index))};`).join('\n');
      return scripts.find((_, index) => id === own(index));
    },
  };
}

const isFile = (script: string) => /^\/\S+\.js$/.test(script);

/** Removes the scripts that no page leads to any more. */
export async function removeUnusedScripts(dist: string): Promise<void> {
  const files = (await readdir(dist, { recursive: true })).map((file) => file.split(sep).join('/'));
  const scripts = new Set(files.filter((file) => /^_astro\/[^/]+\.js$/.test(file)));
  const used = new Set<string>();
  const follow = async (file: string): Promise<void> => {
    const named = [...(await readFile(join(dist, file), 'utf8')).matchAll(/[\w.~-]+\.js\b/g)].map(([name]) => `_astro/${name}`);
    const found = [...new Set(named)].filter((name) => scripts.has(name) && !used.has(name));
    for (const name of found) used.add(name);
    for (const name of found) await follow(name);
  };
  for (const page of files.filter((file) => file.endsWith('.html'))) await follow(page);
  await Promise.all([...scripts].filter((file) => !used.has(file)).map((file) => rm(join(dist, file))));
}
