import { existsSync, globSync } from 'node:fs';

export const languages = { vi: 'Tiếng Việt', en: 'English', ko: '한국어', fr: 'Français' } as const;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as readonly Language[];

/** One page of each kind, as a path behind the language. The guide is the first there is. */
export const pageKinds: Readonly<Record<string, string>> = {
  home: '',
  ...(firstGuide() && { guide: `guides/${firstGuide()}/` }),
};

function firstGuide(): string | undefined {
  if (!existsSync('content/docs/en/guides')) return undefined;
  return globSync('content/docs/en/guides/*.md')
    .sort()[0]
    ?.replace(/^.*\/(.+)\.md$/, '$1');
}
