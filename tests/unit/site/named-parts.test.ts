import { expect, test } from 'vitest';
import { namedParts } from '../../../src/site/named-parts.ts';

const names = (sentence: string) =>
  namedParts(sentence)
    .filter(({ isName }) => isName)
    .map(({ text }) => text);

test('names, flags and references are found in a sentence of any script, and nothing is lost', () => {
  const sentence = 'oc secrets link --for=pull 플래그 없이 custom-server:1.0.0입니다 (-i registry.ocp4.example.com:8443).';
  expect(names(sentence)).toEqual(['--for=pull', 'custom-server:1.0.0', '-i', 'registry.ocp4.example.com:8443']);
  expect(
    namedParts(sentence)
      .map(({ text }) => text)
      .join(''),
  ).toBe(sentence);
});

test('plain words and what is longer than a line may break', () => {
  expect(names('The stream holds it: registry.ocp4.example.com:8443/developer/custom-server:1.0.0')).toEqual([]);
});
