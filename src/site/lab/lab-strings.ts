import type english from '../../../content/i18n/en.json';

/** The interface's own strings: keys of `content/i18n/<lang>.json` without `lab.`. */
export type LabStrings = { readonly [Key in keyof typeof english as Key extends `lab.${infer Name}` ? Name : never]: string };

/** A string with its {placeholders} filled in. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Those of all strings that belong to the lab. */
export function labStrings(all: Readonly<Record<string, unknown>>): LabStrings {
  const own = Object.entries(all).flatMap(([key, value]) => (key.startsWith('lab.') && typeof value === 'string' ? [[key.slice(4), value]] : []));
  return Object.fromEntries(own) as LabStrings;
}
