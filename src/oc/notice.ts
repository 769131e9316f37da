import type { Notices } from './help-texts.ts';

/** One of our own sentences in the reader's language, with its {placeholders} filled in and a line end. */
export function notice(texts: Notices, key: string, values: Readonly<Record<string, string>> = {}): string {
  const text = texts.notices[key] ?? `${key} ${Object.values(values).join(' ')}`;
  return `${text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)}\n`;
}
