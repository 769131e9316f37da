type Node = Readonly<Record<string, unknown>>;

/**
 * The script with the quoted backslashes of its unquoted patterns doubled: `{.items[0]}{"\n"}` is one to bash, for its `[0]`. A pattern that matches no file
 * stays the word it was, but just-bash drops the backslashes of its quoted parts on the way.
 */
export function keepQuotedBackslashes<T>(node: T): T {
  if (Array.isArray(node)) return node.map(keepQuotedBackslashes) as T;
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([field, value]) => [field, keepQuotedBackslashes(value)]));
  return (copy.type === 'SimpleCommand' && Array.isArray(copy.args) ? { ...copy, args: copy.args.map(asPattern) } : copy) as T;
}

function asPattern(word: Node): Node {
  const parts = word.parts as readonly Node[];
  return parts.some(({ type }) => type === 'Glob') ? { ...word, parts: parts.map(doubled) } : word;
}

function doubled(part: Node): Node {
  if (part.type === 'DoubleQuoted') return { ...part, parts: (part.parts as readonly Node[]).map(literalDoubled) };
  return part.type === 'SingleQuoted' || part.type === 'Escaped' ? withValue(part) : part;
}

const literalDoubled = (part: Node): Node => (part.type === 'Literal' || part.type === 'Escaped' ? withValue(part) : part);
const withValue = (part: Node): Node => ({ ...part, value: String(part.value).replaceAll('\\', '\\\\') });
