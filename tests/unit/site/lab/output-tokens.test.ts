import { expect, test } from 'vitest';
import { commandTokens, outputTokens } from '../../../../src/site/lab/output-tokens.ts';

const kinds = (tokens: ReturnType<typeof commandTokens>) => tokens.flatMap(({ text, kind }) => (kind ? [`${kind} ${text}`] : []));

test('a command shows its program, verb, flags, strings and references', () => {
  expect(kinds(commandTokens("oc import-image web:1.0 --from=quay.io/team/web:1.0 --confirm | grep 'a b'"))).toEqual([
    'program oc',
    'verb import-image',
    'reference web:1.0',
    'flag --from=',
    'reference quay.io/team/web:1.0',
    'flag --confirm',
    'operator |',
    "string 'a b'",
  ]);
});

test('output shows headings, errors and digests', () => {
  expect(kinds(outputTokens('NAME   READY   AGE\nweb    1/1     3s\nerror: no\nImage: sha256:f0580000aaaa\n'))).toEqual([
    'heading NAME   READY   AGE',
    'error error: no',
    'digest sha256:f0580000aaaa',
  ]);
});

test('no text is lost', () => {
  const text = "for i in 1 2; do oc get is/$i -o yaml > 'x y'; done # && \"";
  expect(
    commandTokens(text)
      .map((token) => token.text)
      .join(''),
  ).toBe(text);
});
