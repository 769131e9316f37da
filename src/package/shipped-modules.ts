import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const isStyle = /\.css$|[?&]type=style/;

/**
 * A Vite plugin: tells `found` the folder of each npm package of which something is in the site's scripts or styles, as package-lock.json names it
 * (`node_modules/just-bash/node_modules/diff`). What runs only while the pages are made is left out.
 */
export function shippedModules(found: (folder: string) => void): Plugin {
  return {
    name: 'shipped-modules',
    apply: 'build',
    generateBundle(_, bundle) {
      const inBrowser = this.environment.name === 'client';
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = isStyle.test(id) || (inBrowser && renderedLength > 0) ? packageFolder(id) : undefined;
          if (folder !== undefined) found(folder);
        }
      }
    },
  };
}

/** `/home/me/site/node_modules/@scope/name/dist/x.js?raw` is `node_modules/@scope/name`. */
export function packageFolder(moduleId: string): string | undefined {
  const path = moduleId.replaceAll('\\', '/');
  return /(?<=^|\/)(?:node_modules\/(?:@[^/]+\/)?[^/@?]+\/)*node_modules\/(?:@[^/]+\/)?[^/@?]+(?=\/)/.exec(path)?.[0];
}
