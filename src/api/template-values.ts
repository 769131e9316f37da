const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const numerals = '0123456789';
const symbols = '~!@#$%^&*()-_+={}[]\\|<,>.?/"\';:`';
const all = letters + numerals + symbols;

const classes: Readonly<Record<string, string>> = {
  '\\w': `${letters}${numerals}_`,
  '\\d': numerals,
  '\\a': letters + numerals,
  '\\A': symbols,
};

export type GeneratedValue = { readonly value: string; readonly error?: undefined } | { readonly value?: undefined; readonly error: string };

/** A value for an expression such as `user[A-Z0-9]{4}` (openshift/library-go pkg/template/generator/expressionvalue.go). */
export function generatedValue(expression: string, random: () => number): GeneratedValue {
  let text = expression;
  for (let found = generator.exec(text); found; found = generator.exec(text)) {
    const [whole, ranges = '', count = ''] = found;
    const length = Number(count);
    if (!/\\[wdaA]|[a-zA-Z0-9]-[a-zA-Z0-9]/.test(ranges)) return { error: `malformed expresion syntax: [${ranges}]` };
    if (length < 1 || length > 255) return { error: `range must be within [1-255] characters (${length})` };
    const alphabet = alphabetOf(ranges);
    if (alphabet.error !== undefined) return alphabet;
    const characters = Array.from({ length }, () => alphabet.value[random() % alphabet.value.length] ?? '');
    text = text.replace(whole, () => characters.join(''));
  }
  return { value: text };
}

const generator = /\[([a-zA-Z0-9\-\\]+)\]\{(\d+)\}/;

function alphabetOf(ranges: string): GeneratedValue {
  const characters = new Set<string>();
  for (const [range] of ranges.matchAll(/\\?[a-zA-Z0-9]-?[a-zA-Z0-9]?/g)) {
    const [from, to] = [range[0] ?? '', range.at(-1) ?? ''];
    const start = all.indexOf(from);
    const end = all.lastIndexOf(to);
    if (classes[from + to] === undefined && start > end) return { error: `invalid range specified: ${from}-${to}` };
    // upstream leaves out the last character of a range
    for (const character of classes[from + to] ?? all.slice(start, end)) characters.add(character);
  }
  return { value: [...characters].join('') };
}
