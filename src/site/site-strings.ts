import en from '../../content/i18n/en.json' with { type: 'json' };
import fr from '../../content/i18n/fr.json' with { type: 'json' };
import ko from '../../content/i18n/ko.json' with { type: 'json' };
import vi from '../../content/i18n/vi.json' with { type: 'json' };

const strings: Readonly<Record<string, Readonly<Record<string, string>>>> = { vi, en, ko, fr };

/** A string of the interface where Astro's own way to it is out of reach: in plugins that run on Markdown. */
export const stringOf = (language: string, key: keyof typeof en): string => strings[language]?.[key] ?? en[key];
