import course from '../../content/course.json' with { type: 'json' };

export const languages = { vi: 'Tiếng Việt', en: 'English', ko: '한국어', fr: 'Français' } as const;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as readonly Language[];

/** The pages of the course, in its order: `guides/…` and `reference/…`. */
export const coursePages: readonly string[] = course.sections.flatMap(({ pages }): readonly string[] => pages);

const firstOf = (kind: string) => coursePages.find((page) => page.startsWith(`${kind}/`));

/** One page of each kind, as a path behind the language. */
export const pageKinds: Readonly<Record<string, string>> = {
  home: '',
  download: 'offline/',
  ...Object.fromEntries(['guides', 'reference'].flatMap((kind) => (firstOf(kind) ? [[kind === 'guides' ? 'guide' : kind, `${firstOf(kind)}/`]] : []))),
};
