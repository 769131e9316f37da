import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkLinks } from './build/check-links.ts';
import { checkWritten } from './build/check-written.ts';
import { writeDiskScripts } from './build/disk-scripts.ts';
import { finishPages } from './build/finish-pages.ts';
import { justBashSplit } from './build/just-bash-split/just-bash-split.ts';
import { noSidebarState } from './build/no-sidebar-state.ts';
import { writeOfflineFiles } from './build/offline-manifest.ts';
import { searchFromAnywhere } from './build/search-from-anywhere.ts';
import { writeSearchIndex } from './build/search-index.ts';
import { shortPreloads } from './build/short-preloads.ts';
import { languageCodes } from './languages.ts';

/** Adds the pages that stand outside of the languages, and after the build finishes all pages, so that the site works wherever it is put. */
export function sitePages(): AstroIntegration {
  return {
    name: 'site-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectRoute({ pattern: '/', entrypoint: new URL('./pages/index.astro', import.meta.url) });
        injectRoute({ pattern: '/404', entrypoint: new URL('./pages/404.astro', import.meta.url) });
        injectRoute({ pattern: '/away', entrypoint: new URL('./pages/away.astro', import.meta.url) });
        injectRoute({ pattern: '/[language]/manifest.webmanifest', entrypoint: new URL('./pages/web-manifest.ts', import.meta.url) });
        updateConfig({
          vite: {
            plugins: [searchFromAnywhere(), noSidebarState(), justBashSplit(), shortPreloads()],
            experimental: { renderBuiltUrl: (_file: string, { ssr }: { readonly ssr: boolean }) => (ssr ? undefined : { relative: true }) },
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        await writeSearchIndex(folder);
        const written = writeDiskScripts(folder, languageCodes); // Most of it is bundling, which other cores do.
        const [pages] = await Promise.all([finishPages(folder), written]);
        await checkLinks(folder);
        await checkWritten(folder);
        await writeOfflineFiles(folder);
        logger.info(`${pages} pages work wherever they are put, and every address in them leads somewhere.`);
      },
    },
  };
}
