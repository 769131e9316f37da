import { describe, expect, test } from 'vitest';
import { isLocal, nameFromGitUrl, parseGitUrl } from '../../../../src/oc/new-app/git-url.ts';

describe('a text taken for a git URL', () => {
  test.each([
    ['https://github.com/sclorg/nodejs-ex.git#beta', { type: 'url', host: 'github.com', path: '/sclorg/nodejs-ex.git', fragment: 'beta' }],
    ['https://user:secret@host:8443/a/b', { type: 'url', host: 'host:8443', path: '/a/b', fragment: '' }],
    ['git@github.com:sclorg/nodejs-ex', { type: 'scp', host: 'github.com', path: 'sclorg/nodejs-ex', fragment: '' }],
    ['php:9', { type: 'url', host: '', path: '', fragment: '' }],
    ['./src', { type: 'local', host: '', path: './src', fragment: '' }],
    ['quay.io/myorg/myapp', { type: 'local', host: '', path: 'quay.io/myorg/myapp', fragment: '' }],
  ])('%s', (text, parts) => {
    expect(parseGitUrl(text)).toMatchObject(parts);
  });

  test('is local without a host, and as file:', () => {
    expect(['.', 'app', 'file:///srv/app', 'https://host/app', 'host:app'].map((text) => isLocal(parseGitUrl(text)))).toEqual([true, true, true, false, false]);
  });

  // oc pkg/helpers/newapp/app/app_test.go TestNameFromGitURL
  test.each([
    ['https://github.com/openshift/origin.git', 'origin'],
    ['https://', undefined],
    ['https://www.example.com:80', 'www.example.com'],
    ['https://www.example.com', 'www.example.com'],
    ['https://www.example.com/a/b/', 'b'],
  ])('names an application: %s', (text, name) => {
    expect(nameFromGitUrl(parseGitUrl(text))).toBe(name);
  });
});
