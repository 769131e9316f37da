import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const searchScript = /components\/Search\.astro\?astro&type=script/;
const fixedBase = 'import.meta.env.BASE_URL';
const rootOfThePage = "new URL(document.documentElement.dataset.root ?? '/', location.href).pathname";

/** A Vite plugin: Starlight's search looks for its index beside the site, not at the root of the host. */
export function searchFromAnywhere(): Plugin {
  return {
    name: 'search-from-anywhere',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!searchScript.test(id)) return undefined;
      if (!code.includes(fixedBase)) throw new Error(`${id}: expected ${fixedBase}; Starlight's search has changed`);
      return { code: code.replaceAll(fixedBase, rootOfThePage), map: null };
    },
  };
}
