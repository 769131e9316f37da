import type english from '../../../content/i18n/en.json';

/** The strings of the download: keys of `content/i18n/<lang>.json` without `offline.`. */
export type OfflineStrings = { readonly [Key in keyof typeof english as Key extends `offline.${infer Name}` ? Name : never]: string };

/** Those of all strings that belong to the download. */
export function offlineStrings(all: Readonly<Record<string, unknown>>): OfflineStrings {
  const own = Object.entries(all).flatMap(([key, value]) => (key.startsWith('offline.') && typeof value === 'string' ? [[key.slice(8), value]] : []));
  return Object.fromEntries(own) as OfflineStrings;
}

/** 12.4, as the language writes it. */
export const megabytes = (bytes: number, language: string): string => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1e6);
