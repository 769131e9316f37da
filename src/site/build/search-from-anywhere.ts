import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const searchScript = /components\/Search\.astro\?astro&type=script/;
const searchDialog = JSON.stringify(fileURLToPath(new URL('../search-dialog.ts', import.meta.url)).replaceAll('\\', '/'));

/** What of Starlight's search is changed, and into what. */
const changes: readonly (readonly [string, string])[] = [
  ['import.meta.env.BASE_URL', "new URL(document.documentElement.dataset.root ?? '/', location.href).pathname"],
  ['window.requestIdleCallback || ((cb) => setTimeout(cb, 1))', '(load) => whenOpened(dialog, load)'],
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
        if (!text.includes(from)) throw new Error(`${id}: expected ${from}; Starlight's search has changed`);
        return text.replaceAll(from, to);
      }, code);
      return { code: `import { processTerm, tidyResult, whenOpened } from ${searchDialog};\n${changed}`, map: null };
    },
  };
}
