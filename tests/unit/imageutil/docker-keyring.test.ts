import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/api/meta.ts';
import { encodeBase64 } from '../../../src/imageutil/base64.ts';
import { makeDockerKeyring } from '../../../src/imageutil/docker-keyring.ts';

const secret = (auths: object, type = 'kubernetes.io/dockerconfigjson'): KubeObject => {
  const isOld = type === 'kubernetes.io/dockercfg';
  const data = { [isOld ? '.dockercfg' : '.dockerconfigjson']: encodeBase64(JSON.stringify(isOld ? auths : { auths })) };
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' }, type, data };
};
const login = (username: string) => ({ username, password: 'p' });
const users = (secrets: readonly KubeObject[], image: string) =>
  makeDockerKeyring(secrets)
    .lookup(image)
    .map(({ username }) => username);

describe('a keyring of pull secrets', () => {
  it.each([
    ['the host', 'quay.io', 'quay.io/a/b:1', true],
    ['a URL of the host', 'https://quay.io/v2/', 'quay.io/a/b:1', true],
    ['the host and the beginning of the path', 'quay.io/a', 'quay.io/a/b:1', true],
    ['another path', 'quay.io/c', 'quay.io/a/b:1', false],
    ['another port', 'quay.io:8443', 'quay.io/a/b:1', false],
    ['the same port', 'registry.example.com:8443', 'registry.example.com:8443/a/b', true],
    ['a pattern for a part of the name', '*.example.com', 'registry.example.com/a/b', true],
    ['a pattern for too few parts', '*.com', 'registry.example.com/a/b', false],
    ['Docker Hub by its old address', 'https://index.docker.io/v1/', 'docker.io/library/nginx:latest', true],
    ['Docker Hub as docker.io', 'docker.io', 'docker.io/library/nginx:latest', true],
  ])('finds a login for %s: %j for %s is %s', (_, location, image, found) => {
    expect(users([secret({ [location]: login('u') })], image)).toEqual(found ? ['u'] : []);
  });

  it('gives the longest path first, secret after secret', () => {
    const first = secret({ 'quay.io': login('host'), 'quay.io/a/b': login('repository'), 'quay.io/a': login('team') });
    const second = secret({ 'quay.io/a/b': login('other') }, 'kubernetes.io/dockercfg');
    expect(users([first, second], 'quay.io/a/b:1')).toEqual(['repository', 'team', 'host', 'other']);
  });

  it('believes auth before username and password', () => {
    const auth = encodeBase64('me:se:cret');
    expect(makeDockerKeyring([secret({ 'quay.io': { ...login('u'), auth } })]).lookup('quay.io/a')).toEqual([{ username: 'me', password: 'se:cret' }]);
  });

  it('passes over secrets that hold no logins', () => {
    const broken = { ...secret({}), data: { '.dockerconfigjson': 'not base64!' } };
    const opaque = { ...secret({ 'quay.io': login('u') }), type: 'Opaque' };
    expect(users([broken, opaque, secret({ 'quay.io': { auth: 'bm9jb2xvbg==' } })], 'quay.io/a')).toEqual([]);
  });
});
