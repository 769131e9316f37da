import { describe, expect, it } from 'vitest';
import type { RegistryResult } from '../../../../src/api/registry-transport.ts';
import { createRegistryNetwork } from '../../../../src/simulation/registries/registry-network.ts';
import type { RegistryFault } from '../../../../src/simulation/scenario.ts';
import { recordedScenario } from '../../../support/test-cluster.ts';

const network = (faults: readonly RegistryFault[] = []) => createRegistryNetwork(recordedScenario.registries, { faults });
const login = (username: string, password = username) => ({ username, password });
const [quay, hub, school, open, redhat] = ['quay.io', 'docker.io', 'registry.ocp4.example.com:8443', 'registry.access.redhat.com', 'registry.redhat.io'];
const outcome = (result: RegistryResult<unknown>) => (result.ok ? 'ok' : `${result.reason}: ${result.message}`);

describe('pulling', () => {
  const noAccess = 'unauthorized: access to the requested resource is not authorized';
  it.each([
    ['a public image without a login', quay, 'myorg/myapp', '1.0', undefined, 'ok'],
    ['a public image with any good login', quay, 'myorg/myapp', '1.0', login('student'), 'ok'],
    ['a public image with a wrong login', quay, 'myorg/myapp', '1.0', login('me'), 'invalid-credentials: unauthorized: Invalid Username or Password'],
    ['a missing tag', quay, 'myorg/myapp', '99', undefined, 'manifest-unknown: manifest unknown: manifest unknown'],
    ['a missing repository', quay, 'myorg/nosuch', '1', undefined, `unauthorized: ${noAccess}`],
    ['a missing repository, logged in', quay, 'myorg/nosuch', '1', login('developer'), `denied: ${noAccess}`],
    ['a private image without a login', school, 'developer/custom-server', '1.0', undefined, `unauthorized: ${noAccess}`],
    ['a private image as its owner', school, 'developer/custom-server', '1.0', login('developer'), 'ok'],
    ['a private image as another', school, 'developer/custom-server', '1.0', login('student'), `denied: ${noAccess}`],
    ['a private image as the administrator', school, 'developer/custom-server', '1.0', login('admin', 'redhatocp'), 'ok'],
    ['an image for everybody with a login', quay, 'myorg-private/app', '1.0', login('student'), 'ok'],
    ['a wrong login at Docker Hub', hub, 'library/nginx', 'latest', login('me'), 'invalid-credentials: unauthorized: incorrect username or password'],
    ['Docker Hub by another name', 'index.docker.io', 'library/nginx', 'latest', undefined, 'ok'],
    ['a login where nobody asks for one', open, 'ubi8/nodejs-20', 'latest', login('me'), 'ok'],
    ['a missing repository of an open registry', open, 'ubi8/nosuch', 'latest', undefined, 'manifest-unknown: manifest unknown: manifest unknown'],
    ['a digest of the repository', quay, 'myorg/myapp', 'sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a', undefined, 'ok'],
    [
      'a digest of another repository',
      quay,
      'keycloak/keycloak',
      'sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a',
      undefined,
      'manifest-unknown: manifest unknown: manifest unknown',
    ],
    [
      'from a host that is not there',
      'registry.marsrover.space',
      'a/b',
      '1',
      undefined,
      'no-such-host: Get "https://registry.marsrover.space/v2/": dial tcp: lookup registry.marsrover.space on 172.30.0.10:53: no such host',
    ],
  ])('%s', (_, host, repository, reference, credentials, expected) => {
    expect(outcome(network().getManifest({ host: host as string, repository, reference, ...(credentials && { credentials }) }))).toBe(expected);
  });

  it('asks everybody to log in at registry.redhat.io', () => {
    expect(outcome(network().getManifest({ host: redhat as string, repository: 'rhel9/httpd-24', reference: 'latest' }))).toMatch(
      /^unauthorized: unauthorized: Please login to the Red Hat Registry using your Customer Portal credentials\./,
    );
  });
});

describe('publishing', () => {
  const at = { host: school as string, repository: 'developer/mine', reference: '1' };
  const manifest = { digest: '', mediaType: 'application/vnd.docker.distribution.manifest.v2+json', raw: '{"config":{"digest":"sha256:c"}}' };
  const put = (user: string) => network().putManifest({ ...at, credentials: login(user), manifest, blobs: {} });

  it('is for the owner of the path', () => {
    expect(outcome(put('developer'))).toBe('ok');
    expect(outcome(put('student'))).toBe('denied: unauthorized: access to the requested resource is not authorized');
  });

  it('makes a repository that can be pulled by tag and digest, with its blobs', () => {
    const registries = network();
    const credentials = login('developer');
    const stored = registries.putManifest({ ...at, credentials, manifest, blobs: { 'sha256:c': '{}' } });
    const digest = stored.ok ? stored.value.digest : '';
    expect(registries.listTags({ ...at, credentials })).toEqual({ ok: true, value: ['1'] });
    expect(registries.getManifest({ ...at, credentials, reference: digest })).toEqual({ ok: true, value: { ...manifest, digest } });
    expect(registries.getBlob({ ...at, credentials, reference: 'sha256:c' })).toEqual({ ok: true, value: '{}' });
  });

  it('of another build moves the tag, in this network and not in the one it was forked from', () => {
    const registries = network();
    const fork = registries.fork();
    const read = (from: typeof registries) => {
      const result = from.getManifest({ host: quay as string, repository: 'myorg/myapp', reference: '1.0' });
      return result.ok && result.value.digest.slice(7, 15);
    };
    fork.push('quay.io/myorg/myapp:1.0', { variant: 'b' });
    expect([read(registries), read(fork)]).toEqual(['38d49608', '013b00ec']);
    expect(() => fork.push('quay.io/myorg/myapp:1.0', { variant: 'zzz' })).toThrow('no manifest for quay.io/myorg/myapp:1.0: variant zzz, digest (none)');
  });
});

it('no longer gives a manifest that was deleted, until somebody publishes it again', () => {
  const registries = network();
  const credentials = { username: 'admin', password: 'redhatocp' };
  const app = { host: quay as string, repository: 'myorg/myapp', credentials };
  const old = registries.getManifest({ ...app, reference: '1.0' });
  const reference = old.ok ? old.value.digest : '';
  registries.push('quay.io/myorg/myapp:1.0', { variant: 'b' });
  expect(outcome(registries.getManifest({ ...app, reference }))).toBe('ok');
  expect(outcome(registries.deleteManifest({ ...app, reference }))).toBe('ok');
  expect(outcome(registries.fork().getManifest({ ...app, reference }))).toMatch(/^manifest-unknown/);
  registries.push('quay.io/myorg/myapp:1.0', { digest: reference });
  expect(outcome(registries.getManifest({ ...app, reference }))).toBe('ok');
});

describe('faults', () => {
  const pull = (kind: RegistryFault['kind'], at: string, extra = {}) =>
    outcome(network([{ at, kind }]).getManifest({ host: quay as string, repository: 'myorg/myapp', reference: '1.0', ...extra }));

  it('strike a host or one repository of it', () => {
    expect(pull('unreachable', 'quay.io')).toBe('unreachable: Get "https://quay.io/v2/": dial tcp: i/o timeout');
    expect(pull('rate-limited', 'quay.io/myorg/myapp')).toMatch(/^rate-limited: toomanyrequests: /);
    expect(pull('unauthorized', 'quay.io/myorg/other')).toBe('ok');
  });

  it('of certificates are overlooked by the insecure', () => {
    expect(pull('tls', 'quay.io')).toMatch(/^tls: .*certificate signed by unknown authority$/);
    expect(pull('tls', 'quay.io', { insecure: true })).toBe('ok');
  });
});

it('answers a login without a repository', () => {
  const ping = (host: string, username: string, password: string) => outcome(network().ping({ host, credentials: { username, password } }));
  expect([ping(quay as string, 'developer', 'developer'), ping(quay as string, 'developer', 'wrong'), ping('nowhere.example', 'a', 'b')]).toEqual([
    'ok',
    'invalid-credentials: unauthorized: Invalid Username or Password',
    'no-such-host: Get "https://nowhere.example/v2/": dial tcp: lookup nowhere.example on 172.30.0.10:53: no such host',
  ]);
});
