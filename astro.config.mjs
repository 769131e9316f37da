import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { exercisesCheck } from './src/cli/astro-exercises-check.ts';
import { guidesCheck } from './src/guides/astro-guides-check.ts';
import { goalSentences } from './src/site/build/goal-sentences.ts';
import { headingIds } from './src/site/build/heading-ids.ts';
import { keepNamesWhole } from './src/site/build/keep-names-whole.ts';
import { withoutSearchIndex } from './src/site/build/search-index.ts';
import { selfCheck } from './src/site/build/self-check.ts';
import { readCourse } from './src/site/course.ts';
import { courseNames } from './src/site/course-names.ts';
import { generatedPages, readSections } from './src/site/course-sections.ts';
import { fallbackLanguage, languages } from './src/site/languages.ts';
import { pagesInOrder } from './src/site/sidebar.ts';
import { sitePages } from './src/site/site-pages.ts';
import { stringOf } from './src/site/site-strings.ts';
import { storageGuard } from './src/site/storage-guard.ts';

export default defineConfig({
  srcDir: '.',
  publicDir: './src/site/public',
  site: process.env.SITE_URL, // Only where the site stands at the root of a known host: for canonical addresses and the sitemap.
  trailingSlash: 'always',
  prefetch: false, // A page asks for nothing it was not told to, so that it works from any host and from a disk.
  devToolbar: { enabled: false },
  markdown: {
    processor: unified({
      smartypants: false,
      remarkPlugins: [headingIds, goalSentences, selfCheck((language) => stringOf(language, 'guide.check'))],
      rehypePlugins: [keepNamesWhole],
    }),
  }, // `--for` stays what it is; typographic signs are typed.
  integrations: [
    starlight({
      title: 'ImageStream Labs',
      favicon: '/favicon.svg',
      head: [{ tag: 'script', content: storageGuard }],
      locales: languages,
      defaultLocale: fallbackLanguage,
      disable404Route: true,
      routeMiddleware: './src/site/page-head.ts',
      sidebar: pagesInOrder(readSections(), readCourse()),
      customCss: [
        './src/site/styles/fonts.css',
        './src/site/styles/theme.css',
        './src/site/styles/content.css',
        './src/site/styles/sidebar.css',
        './src/site/offline/notice.css',
        './src/site/reference/reference.css',
      ],
      components: {
        Footer: './src/site/overrides/Footer.astro',
        Head: './src/site/overrides/Head.astro',
        Hero: './src/site/overrides/Hero.astro',
        LanguageSelect: './src/site/overrides/LanguageSelect.astro',
        MarkdownContent: './src/site/overrides/MarkdownContent.astro',
        Sidebar: './src/site/overrides/Sidebar.astro',
      },
    }),
    sitePages(),
    exercisesCheck(),
    guidesCheck({ languages: Object.keys(languages), reference: fallbackLanguage, course: courseNames(), generated: generatedPages }),
  ].map(withoutSearchIndex),
});
