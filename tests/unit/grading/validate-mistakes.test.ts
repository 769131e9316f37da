import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeProblem, validateMistakes } from '../../../src/grading/index.ts';

const english = JSON.parse(readFileSync(new URL('../../../content/mistakes/en.json', import.meta.url), 'utf8'));
const planted = (change: (copy: Record<string, unknown>) => void) => {
  const copy = structuredClone(english);
  change(copy);
  return validateMistakes({ en: english, fr: copy }).map(describeProblem);
};
const fr = 'content/mistakes/fr.json';

describe('the sentences of the atlas', () => {
  it('are refused when one is missing', () => expect(planted((copy) => delete copy['stream-empty'])).toEqual([`${fr}: stream-empty: is missing`]));
  it('are refused when one is empty, or no text', () => {
    expect(planted((copy) => Object.assign(copy, { 'stream-empty': ' ' }))).toEqual([`${fr}: stream-empty: is empty`]);
    expect(planted((copy) => Object.assign(copy, { 'stream-empty': 7 }))).toEqual([`${fr}: stream-empty: is not a text`]);
  });
  it('are refused when one belongs to no mistake', () =>
    expect(planted((copy) => Object.assign(copy, { 'no-such': 'x' }))).toEqual([`${fr}: no-such: is not a mistake of the atlas`]));
  it('are refused when placeholders differ', () =>
    expect(planted((copy) => Object.assign(copy, { 'stream-empty': 'vide' }))).toEqual([`${fr}: stream-empty: placeholders are none, but stream in en`]));
  it('are refused when they name what the mistake does not', () =>
    expect(planted((copy) => Object.assign(copy, { 'stream-empty': '{{stream}} {{tag}}' }))).toEqual([
      `${fr}: stream-empty: {{tag}} is not a value of the mistake; there are stream, project, user`,
      `${fr}: stream-empty: placeholders are stream, tag, but stream in en`,
    ]));
});
