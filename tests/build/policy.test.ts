import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const dist = process.env.DIST ?? 'dist';
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What in a page its policy would refuse, or the lack of a policy that refuses anything. */
function refused(html: string): readonly string[] {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1];
  if (policy === undefined) return ['no policy'];
  const markup = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  const inline = [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)];
  return [
    ...(/'unsafe-(?:inline|eval|hashes)'|\*|https?:/.test(policy) ? [`a policy that allows too much: ${policy}`] : []),
    ...inline
      .filter(([, , attributes = '']) => !/\ssrc=|application\//.test(attributes))
      .filter(([, , , text = '']) => !policy.includes(hash(text)))
      .map(([, name]) => `a ${name} that the policy does not know`),
    ...[...markup.matchAll(/<[a-z][^>]*?\s(style|on[a-z]+)=["'][^>]*>/gi)].map(([, attribute]) => `an attribute ${attribute}`),
    ...[...markup.matchAll(/<(?:(?:script|img|iframe)\b|link rel="stylesheet")[^>]*?\s(?:src|href)=["'](?:https?:)?\/\/[^>]*>/gi)].map(
      ([element]) => `another host: ${element}`,
    ),
  ];
}

describe('the policy of the built pages', () => {
  test('stands on every one, and refuses nothing of it', () => {
    const pages = globSync('**/*.html', { cwd: dist });
    expect(pages.length, `${dist} has no built site: run npm run build first`).toBeGreaterThan(0);
    expect(pages.flatMap((page) => refused(readFileSync(join(dist, page), 'utf8')).map((problem) => `${page}: ${problem}`))).toEqual([]);
  });

  const page = (policy: string, body: string) => `<head><meta http-equiv="Content-Security-Policy" content="${policy}"></head>${body}`;
  test.each([
    ['no policy', '<p></p>'],
    ['a policy that allows too much', page("script-src 'unsafe-inline'", '')],
    ['a script that the policy does not know', page("script-src 'self'", '<script>go()</script>')],
    ['a style that the policy does not know', page(`script-src ${hash('go()')}`, '<script>go()</script><style>a{}</style>')],
    ['an attribute style', page("script-src 'self'", '<p style="color:red">')],
    ['an attribute onclick', page("script-src 'self'", '<p onclick="go()">')],
    ['another host', page("script-src 'self'", '<script src="https://cdn.example.com/a.js"></script>')],
    ['another host', page("style-src 'self'", '<link rel="stylesheet" href="//cdn.example.com/a.css">')],
  ])('%s is found', (problem, html) => expect(refused(html)).toEqual([expect.stringContaining(problem)]));
});
