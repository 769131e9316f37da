import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { policyOf, withPolicy } from '../../../../src/site/build/security-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directive = (html: string, name: string) =>
  policyOf(html)
    .split('; ')
    .find((part) => part.startsWith(`${name} `));

describe('the policy of a page', () => {
  test('allows files of the site, and the scripts and styles that stand in the page', () => {
    const html = '<script src="a.js"></script><script>run()</script><script type="application/json">{}</script><style>a{}</style>';
    expect(directive(html, 'script-src')).toBe(`script-src 'self' 'wasm-unsafe-eval' ${hash('run()')}`);
    expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hash('a{}')}`);
  });

  test('allows nothing else: no code of attributes, no evaluated text, no other host', () => {
    expect(policyOf('<p onclick="x()" style="a:b">')).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|\*|https?:|sha256/);
    expect(directive('', 'default-src')).toBe("default-src 'none'");
  });

  test('stands before all that it speaks of', () => {
    expect(withPolicy('<head><meta charset="utf-8"/><script>x</script></head>')).toMatch(
      /^<head><meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="[^"]+"><script>/,
    );
  });
});
