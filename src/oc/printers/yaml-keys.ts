/** The order go-yaml prints keys in: letters by code, numbers within names by their value (goyaml.v2 sorter.go keyList.Less). */
export function compareYamlKeys(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    if (x !== y) return compareAt(left, right, i);
  }
  return left.length - right.length;
}

const isLetter = (char: string) => /\p{L}/u.test(char);
const isDigit = (char: string | undefined) => char !== undefined && /\p{Nd}/u.test(char);

function compareAt(left: readonly string[], right: readonly string[], at: number): number {
  const [x, y] = [left[at] as string, right[at] as string];
  const [xLetter, yLetter] = [isLetter(x), isLetter(y)];
  if (xLetter && yLetter) return order(x, y);
  if (xLetter || yLetter) return yLetter ? -1 : 1;
  const lead = (x === '0' || y === '0') && followsNonZeroDigits(left, at) ? '1' : '';
  const [m, n] = [digitsFrom(left, at), digitsFrom(right, at)];
  const difference = Number(lead + m) - Number(lead + n);
  if (difference !== 0) return difference;
  return m.length === n.length ? order(x, y) : m.length - n.length;
}

const order = (x: string, y: string) => (x.codePointAt(0) ?? 0) - (y.codePointAt(0) ?? 0);

function followsNonZeroDigits(chars: readonly string[], at: number): boolean {
  for (let j = at - 1; j >= 0 && isDigit(chars[j]); j--) if (chars[j] !== '0') return true;
  return false;
}

function digitsFrom(chars: readonly string[], at: number): string {
  let end = at;
  while (isDigit(chars[end])) end++;
  return chars.slice(at, end).join('');
}
