import type { APIRoute, GetStaticPaths } from 'astro';
import { languageCodes } from '../languages.ts';
import { stringOf } from '../site-strings.ts';
import { themeColors } from '../theme-colors.ts';

/** The site as an app in one language. All addresses count from the file itself, so that it holds at any path of any host. */
export const GET: APIRoute = ({ params: { language = '' } }) =>
  new Response(
    JSON.stringify({
      name: 'ImageStream Labs',
      short_name: 'ImageStream',
      description: stringOf(language, 'offline.app'),
      lang: language,
      dir: 'ltr',
      start_url: './',
      scope: '../',
      display: 'standalone',
      theme_color: themeColors.light,
      background_color: themeColors.light,
      icons: [
        { src: '../icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '../icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '../icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );

export const getStaticPaths = (() => languageCodes.map((language) => ({ params: { language } }))) satisfies GetStaticPaths;
