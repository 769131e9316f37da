/** What differs from run to run, and the word that stands for it. Both sides are masked, so a guide shows real-looking values. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uid>'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '<time>'],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, '<time>'],
  [/\b(?:Less than a second|About an? (?:minute|hour)|\d+ (?:second|minute|hour|day|week|month|year)s?)(?= (?:ago|old))/g, '<age>'],
  [/(?<=\s)(?:\d+d)?(?:\d+h)?(?:\d+m)?\d+[smhdy](?= *$| {2,}|\t)/gm, '<age>'],
  [/-[bcdfghjklmnpqrstvwxz2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '-<pod>'],
  [/-[bcdfghjklmnpqrstvwxz2456789]{9,10}\b/g, '-<replica-set>'],
  [/(?<=-dockercfg-|-token-)[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '<random>'],
  [/\b(?:172\.30|10\.1(?:2[89]|3[01]))\.\d{1,3}\.\d{1,3}\b/g, '<ip>'],
  [/(?<=resourceVersion: ")\d+(?=")/g, '<version>'],
];

/** Is this what the guide shows? A line `…` stands for any lines, `…` within a line for any text. */
export function matchesOutput(expected: string, actual: string): boolean {
  return matchLines(comparable(expected), comparable(actual));
}

function comparable(text: string): readonly string[] {
  const masked = masks.reduce((result, [pattern, word]) => result.replace(pattern, word), text);
  // Columns are as wide as their widest value, which may be a masked one.
  const lines = masked.split('\n').map((line) => line.trimEnd().replace(/ {2,}(?=\S)/g, (spaces, at) => (at === 0 ? spaces : '  ')));
  return trimEmpty(lines);
}

function trimEmpty(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

function matchLines(expected: readonly string[], actual: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return actual.length === 0;
  if (first.trim() === '…') return actual.some((_, index) => matchLines(rest, actual.slice(index))) || matchLines(rest, []);
  return actual.length > 0 && matchLine(first, actual[0]!) && matchLines(rest, actual.slice(1));
}

function matchLine(expected: string, actual: string): boolean {
  if (!expected.includes('…')) return expected === actual;
  const pattern = expected.split('…').map(literal).join('.*');
  return new RegExp(`^${pattern}$`).test(actual);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
