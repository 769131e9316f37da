import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classicScript, type ScriptPlugin } from './classic-script.ts';
import { justBashSplit } from './just-bash-split/just-bash-split.ts';

/**
 * Writes `from-disk/`: what a page opened from a disk loads in place of what it cannot (modules, the files of the search index). One script
 * with the whole lab, one with the search, and one with the index of each language.
 */
export async function writeDiskScripts(dist: string, languages: readonly string[]): Promise<void> {
  const folder = join(dist, 'from-disk');
  await mkdir(folder, { recursive: true });
  const write = async (name: string, script: Promise<string>) => writeFile(join(folder, name), await script);
  await Promise.all([write('lab.js', labScript()), write('search.js', searchScript(dist))]);
  for (const language of languages) await writeFile(join(folder, `search.${language}.js`), await indexScript(join(dist, 'pagefind'), language));
}

/** All of the lab: every exercise, command and text. */
export const labScript = (): Promise<string> => classicScript(source('../lab/open-lab.ts'), { global: 'diskLab', plugins: [justBashSplit()] });

const searchScript = (dist: string) =>
  classicScript(source('../disk/disk-search.ts'), { global: 'diskSearch', plugins: [withEngine(join(dist, 'pagefind/pagefind.js'))] });

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Puts Pagefind's engine into its dialog, reading the files that the page has in place of fetching them. */
function withEngine(engine: string): ScriptPlugin {
  const imported = 'import(`${base_path}pagefind.js`)';
  return {
    name: 'search-engine',
    transform(code, id) {
      if (id === engine) return { code: engineOnDisk(code), map: null };
      if (!/default-ui\/.*ui-core\.mjs$/.test(id.replaceAll('\\', '/'))) return undefined;
      if (!code.includes(imported)) throw new Error(`${id}: expected ${imported}; Pagefind has changed`);
      return { code: code.replace(imported, () => `import(${JSON.stringify(engine)})`), map: null };
    },
  };
}

/** No worker and no address of its own: both are refused on a disk. */
const engineOnDisk = (code: string): string =>
  `import { fetchFromDisk as fetch } from ${JSON.stringify(source('../disk/disk-files.ts'))};\nconst Worker = undefined;\n${code.replaceAll('import.meta.url', "'./pagefind/pagefind.js'")}`;

/** The index of one language, its files in base64. */
async function indexScript(folder: string, language: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/')).sort();
  const own = files.filter((file) => file === 'pagefind-entry.json' || file.startsWith('wasm.') || new RegExp(`(?:^|[/.])${language}_[^/]*$`).test(file));
  const entries = await Promise.all(own.map(async (file) => [file, await readFile(join(folder, file), 'base64')] as const));
  return `globalThis.diskFiles=${JSON.stringify(Object.fromEntries(entries))};\n`;
}
