const simple: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"' };

/** A quoted text without its quotes and sequences (client-go util/jsonpath UnquoteExtend). */
export function unquote(quoted: string): string {
  const wrong = () => new Error(`unquote string ${quoted} error invalid syntax`);
  return quoted.slice(1, -1).replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|[\s\S]|$)/g, (_, sequence: string) => {
    if (/^[xuU]./.test(sequence)) return String.fromCodePoint(Number.parseInt(sequence.slice(1), 16));
    if (/^[0-7]{3}$/.test(sequence)) return String.fromCharCode(Number.parseInt(sequence, 8));
    const char = simple[sequence];
    if (char === undefined || ((char === "'" || char === '"') && char !== quoted[0])) throw wrong();
    return char;
  });
}
