import { expect, test } from 'vitest';
import { parseContainerfile } from '../../../../src/containers/containerfile.ts';
import { editLine } from '../../../../src/site/lab/line-editing.ts';
import { commandTokens, outputTokens } from '../../../../src/site/lab/output-tokens.ts';
import { plainOutput } from '../../../../src/site/lab/plain-output.ts';

const wholeOf = (tokens: ReturnType<typeof outputTokens>) => tokens.map(({ text }) => text).join('');

test('a line that is nearly a heading is searched once, not in every way in which it can be cut', () => {
  const nearly = `NAME${'  A'.repeat(5000)}!`;
  expect(outputTokens(nearly)).toEqual([{ text: nearly }]);
  const heading = `NAME${'  A B'.repeat(5000)}`;
  expect(outputTokens(heading)).toEqual([{ text: heading, kind: 'heading' }]);
});

test('no letter of a long line is lost', () => {
  const quotes = '\\"'.repeat(300_000);
  expect(wholeOf(commandTokens(quotes))).toBe(quotes);
  const long = `${'sha256:'.repeat(100_000)}${'error '.repeat(50_000)}`;
  expect(wholeOf(outputTokens(long))).toBe(long);
});

test('what a terminal obeys is not shown; what it shows is', () => {
  expect(plainOutput('\x1b]0;a title\x07\x1b[1;31mred\x1b[0m \x1b[?25l\x1bM\x1b(B\x07\0\x08.\x9b')).toBe('red .');
  expect(plainOutput('\x1b]8;;javascript:alert(1)\x1b\\link\x1b]8;;\x1b\\')).toBe('link');
  expect(plainOutput('old\x1b[2J\x1b[Hnew')).toBe('old\fnew');
  expect(plainOutput('<b>&amp;\u202e\u2066\u200b\ud800 \t\n')).toBe('<b>&amp;\u202e\u2066\u200b\ud800 \t\n');
  expect(plainOutput(`\x1b]${'x'.repeat(500_000)}`)).toBe('');
});

test('keys that look for a word find it in a pasted book too', () => {
  const text = `${'a '.repeat(200_000)}end \u{1f600}`;
  const press = (key: string, altKey: boolean) => editLine({ text, cursor: text.length }, { key, ctrlKey: !altKey, altKey, metaKey: false }, '')?.line;
  expect(press('w', false)?.text).toBe(`${'a '.repeat(200_000)}end `);
  expect(press('b', true)?.cursor).toBe(text.indexOf('end'));
});

test('a Containerfile with a quote that never ends is read', () => {
  expect(() => parseContainerfile(`FROM a\nLABEL x="${'\\a'.repeat(60)}\n`)).not.toThrow();
});
