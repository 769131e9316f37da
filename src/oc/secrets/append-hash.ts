import { sha256 } from '../../imageutil/digest.ts';
import { compactJson } from '../printers/json.ts';

/** `name-5tb86g6t9k`: a name with a hash of the object's content (kubectl pkg/util/hash). */
export function withHash(name: string, content: Readonly<Record<string, unknown>>): string {
  const hex = sha256(new TextEncoder().encode(compactJson({ ...content, name })));
  return `${name}-${[...hex.slice(0, 10)].map((digit) => noVowels[digit] ?? digit).join('')}`;
}

// Letters that could spell words are replaced
const noVowels: Readonly<Record<string, string>> = { '0': 'g', '1': 'h', '3': 'k', a: 'm', e: 't' };
