import { expect, test } from 'vitest';
import { preferredLanguage, rememberLanguage } from '../../../src/site/preferred-language.ts';
import { openStorage } from '../../../src/site/storage.ts';

test('the language chosen last comes before the browser’s, which comes before English', () => {
  const storage = openStorage(undefined);
  expect(preferredLanguage(storage, ['de-DE', 'ko-KR', 'fr'])).toBe('ko');
  expect(preferredLanguage(storage, ['de-DE'])).toBe('en');
  rememberLanguage(storage, 'vi');
  expect(preferredLanguage(storage, ['ko-KR'])).toBe('vi');
  rememberLanguage(storage, 'tlh');
  expect(preferredLanguage(storage, ['fr-CA'])).toBe('fr');
});
