import type { Language } from '../languages.ts';

/** A page that no file stands for: made from what the project knows. */
export interface ReferencePage {
  /** `reference/commands/tag`: the address without the language. */
  readonly name: string;
  readonly language: Language;
  readonly data: Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly body: string;
}

/** Text of the help as Markdown: its signs mean nothing, and flags stand in code. */
export function asMarkdown(text: string): string {
  return text
    .split(/((?<![\p{L}\p{N}-])--?[a-z][a-z0-9-]*(?:=[a-z]+)?)/u)
    .map((piece, index) => (index % 2 === 1 ? code(piece) : piece.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')))
    .join('');
}

export const code = (text: string): string => `\`${text}\``;

/** A row of a table: the cells' own lines would end it. */
export const row = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\n+/g, ' ')).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly string[]): string => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** Parts with an empty line between them; those that are empty are left out. */
export const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

export const fence = (language: string, text: string): string => [`\`\`\`${language}`, text, '```'].join('\n');

/** French prose with its no-break spaces: help texts have plain ones, as terminals want them. Code stays as it is. */
export function withFrenchSpaces(markdown: string): string {
  return markdown
    .split(/(```[\s\S]*?```|`[^`]*`)/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(/ ([;?])(?=\s)/g, '\u202f$1')
            .replace(/ :(?=\s)/g, '\u00a0:')
            .replace(/« /g, '«\u00a0')
            .replace(/ »/g, '\u00a0»'),
    )
    .join('');
}
