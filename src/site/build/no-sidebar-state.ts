import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const stateScript = /components-internals\/SidebarPersistState/;

/** A Vite plugin: our sidebar has nothing that folds, so Starlight's script that remembers what was open goes, and with it what it stores. */
export function noSidebarState(): Plugin {
  return {
    name: 'no-sidebar-state',
    apply: 'build',
    enforce: 'pre',
    transform: (_code, id) => (stateScript.test(id) ? { code: '', map: null } : undefined),
  };
}
