import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { fallbackLanguage, languageCodes } from './languages.ts';
import { themeColors } from './theme-colors.ts';

const themes = ['light', 'dark'] as const;

/** Adds what other sites show of a page: its picture, and its twins in the other languages; and what makes it an app. Addresses become relative, or absolute where the host is known. */
export const onRequest = defineRouteMiddleware((context) => {
  const { head } = context.locals.starlightRoute;
  const address = (path: string) => (context.site ? new URL(path, context.site).href : path);
  head.push(
    { tag: 'meta', attrs: { property: 'og:image', content: address('/social.png') } },
    { tag: 'meta', attrs: { property: 'og:image:width', content: '1200' } },
    { tag: 'meta', attrs: { property: 'og:image:height', content: '630' } },
    { tag: 'meta', attrs: { property: 'og:image:alt', content: 'ImageStream Labs' } },
    { tag: 'link', attrs: { rel: 'manifest', href: `/${context.locals.starlightRoute.locale}/manifest.webmanifest` } },
    { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icons/icon-192.png' } },
    ...themes.map((theme) => ({
      tag: 'meta' as const,
      attrs: { name: 'theme-color', content: themeColors[theme], media: `(prefers-color-scheme: ${theme})` },
    })),
  );
  if (context.site) return; // Starlight writes the other languages itself when it knows the host.
  for (const language of languageCodes) head.push(alternate(language, pathIn(language, context.url.pathname)));
  head.push(alternate('x-default', pathIn(fallbackLanguage, context.url.pathname)));
});

function alternate(hreflang: string, href: string) {
  return { tag: 'link' as const, attrs: { rel: 'alternate', hreflang, href }, content: '' };
}

function pathIn(language: string, pathname: string): string {
  return pathname.replace(/^\/[^/]+/, `/${language}`);
}
