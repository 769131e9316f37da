/** How a language writes numbers: one with marks between its thousands, and the mark before decimals where it is no point. */
interface NumberStyle {
  readonly grouped: RegExp;
  readonly decimal?: RegExp;
}

const withCommas: NumberStyle = { grouped: /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?!\d)/g };
const styles: Readonly<Record<string, NumberStyle>> = {
  en: withCommas,
  ko: withCommas,
  fr: { grouped: /(?<![\d.,])[1-9]\d{0,2}(?:[\u00a0\u202f]\d{3})+(?!\d)/g, decimal: /(?<=\d),(?=\d)/g },
  vi: { grouped: /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?!\d|\.\d)/g, decimal: /(?<=\d),(?=\d)/g },
};

/**
 * The figures of a text that every language writes in digits: from 10 on, and those with a point, such as 4.18 or 0.5. Small counts are left
 * out, since a language may write them as words; so are digits that belong to a word (`x509`).
 */
export function numbersIn(prose: readonly string[], language: string): readonly string[] {
  const { grouped, decimal } = styles[language] ?? withCommas;
  const plain = prose.join('\n').replace(grouped, (number) => number.replace(/\D/g, ''));
  const text = decimal ? plain.replace(decimal, '.') : plain;
  const numbers = [...text.matchAll(/(?<![\p{Script=Latin}\d._-])\d+(?:\.\d+)*/gu)].map(([digits]) => digits);
  return [...new Set(numbers.filter((digits) => digits.includes('.') || Number(digits) >= 10))].sort();
}
