/** The site's languages, in the order readers see them, each named in its own script. The first segment of every page's address is one of these keys. */
export const languages = {
  vi: { label: 'Tiếng Việt', lang: 'vi' },
  en: { label: 'English', lang: 'en' },
  ko: { label: '한국어', lang: 'ko' },
  fr: { label: 'Français', lang: 'fr' },
} as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as readonly Language[];

/** Where a reader goes whose own language is none of ours, and the text the other languages are compared with. */
export const fallbackLanguage: Language = 'en';
