import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const searchScript = /components\/Search\.astro\?astro&type=script/;
const searchDialog = JSON.stringify(fileURLToPath(new URL('../search-dialog.ts', import.meta.url)).replaceAll('\\', '/'));

/** What of Starlight's search is changed, and into what. */
const changes: readonly (readonly [string | RegExp, string])[] = [
  ['import.meta.env.BASE_URL', "new URL(document.documentElement.dataset.root ?? '/', location.href).pathname"],
  ['window.requestIdleCallback || ((cb) => setTimeout(cb, 1))', '(load) => whenOpened(dialog, load)'],
  [/import\(['"]@pagefind\/default-ui['"]\)/, "loadSearch(() => import('@pagefind/default-ui'))"],
  ['showImages: false,', 'showImages: false, processTerm,'],
  ['result.url = formatURL(result.url);', 'tidyResult(result); result.url = formatURL(result.url);'],
];

/** A Vite plugin: Starlight's search looks for its index beside the site, not at the root of the host; loads once it is opened; and reads what is typed as we do. */
export function searchFromAnywhere(): Plugin {
  return {
    name: 'search-from-anywhere',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!searchScript.test(id)) return undefined;
      const changed = changes.reduce((text, [from, to]) => {
        if (text.search(pattern(from)) < 0) throw new Error(`${id}: expected ${from}; Starlight's search has changed`);
        return text.replaceAll(pattern(from), to);
      }, code);
      return { code: `import { loadSearch, processTerm, tidyResult, whenOpened } from ${searchDialog};\n${changed}`, map: null };
    },
  };
}

/** A piece of code as it is written, or as a pattern where tools before us may write it in more than one way. */
const pattern = (piece: string | RegExp) => new RegExp(typeof piece === 'string' ? piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : piece, 'g');
