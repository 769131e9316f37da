import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../src/guides/prose-numbers.ts';

describe('the figures of a text', () => {
  test.each([
    ['en', 'OpenShift 4.18 keeps 1,000 of 39.62 MB, port 8080, in 15 minutes.'],
    ['ko', 'OpenShift 4.18은 39.62MB 중 1,000개를 15분 동안 포트 8080에.'],
    ['fr', 'OpenShift 4.18 garde 1\u00a0000 de 39,62\u00a0Mo, port 8080, en 15\u00a0minutes.'],
    ['vi', 'OpenShift 4.18 giữ 1.000 của 39,62 MB, cổng 8080, trong 15 phút.'],
  ])('are the same however %s writes them', (language, text) => {
    expect(numbersIn([text], language)).toEqual(['1000', '15', '39.62', '4.18', '8080']);
  });

  test.each([
    ['en', 'two or 2 of 9, x509, EX288', []],
    ['vi', 'phiên bản 20.0.2, địa chỉ 172.30.123.5 và 0.125', ['0.125', '172.30.123.5', '20.0.2']],
    ['en', 'from 10, 20 and 30.', ['10', '20', '30']],
    ['fr', 'de 10, 20 et 30.', ['10', '20', '30']],
  ])('are told apart from words, versions and lists: %s %s', (language, text, numbers) => {
    expect(numbersIn([text], language)).toEqual(numbers);
  });
});
