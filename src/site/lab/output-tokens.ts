/** A piece of terminal text and what it is; plain where `kind` is missing. */
export interface Token {
  readonly text: string;
  readonly kind?: 'digest' | 'reference' | 'flag' | 'verb' | 'program' | 'string' | 'operator' | 'error' | 'heading';
}

/** A typed command in colour: program and verb, flags, quotes, references. */
export const commandTokens = (text: string): readonly Token[] => (text.length > longestCommand ? [{ text }] : tokens(text, commandPattern));

/** Output in colour, cheaply: errors and headings as whole lines, digests wherever they stand. */
export const outputTokens = (text: string): readonly Token[] => tokens(text, outputPattern);

// nobody types more; what is pasted is text, and searching it for quotes and words takes its time
const longestCommand = 10_000;

const commandPattern =
  /(?<string>'[^']*'|"(?:[^"\\]|\\.)*")|(?<digest>sha256:[0-9a-f]{7,64})|(?<program>(?<=^|[|;&(]\s*)(?:oc|podman|skopeo|docker)(?=\s|$))|(?<verb>(?<=(?:^|[|;&(]\s*)oc\s+)[a-z][a-z-]*)|(?<flag>(?<=\s)--?[A-Za-z][\w-]*=?)|(?<reference>(?<=[\s=])[A-Za-z0-9][\w.-]*[/:@][\w./:@-]+)|(?<operator>\|\||&&|[|;<>&])/g;

const outputPattern =
  /(?<error>^(?:error|Error from server|Warning|bash)\b[^\n]*)|(?<heading>^(?=[A-Z][A-Z0-9()/-]* {2,}[A-Z])[A-Z0-9()/ -]+$)|(?<digest>sha256:[0-9a-f]{7,64})/gm;

function tokens(text: string, pattern: RegExp): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index) });
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] as Token['kind'];
    found.push({ text: match[0], ...(kind && { kind }) });
    at = match.index + match[0].length;
  }
  return at < text.length ? [...found, { text: text.slice(at) }] : found;
}
