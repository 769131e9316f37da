const atTheEnd = /\s*\{#([^{}\s]+)\}\s*$/;

/** A heading's text and the id written behind it: `Which tag {#which-tag}`. */
export function splitHeadingId(text: string): { readonly text: string; readonly id?: string } {
  const match = atTheEnd.exec(text);
  return match ? { text: text.slice(0, match.index), id: match[1]! } : { text };
}
