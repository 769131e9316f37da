import { describe, expect, it } from 'vitest';
import { buildConfig, type Evidence } from '../../../src/grading/index.ts';
import { fakeEvidence, object } from './fake-evidence.ts';

const input = { kind: 'ImageStreamTag', name: 'nodejs:20', namespace: 'openshift' };

describe('the image change trigger of a BuildConfig', () => {
  const follows = (...triggers: readonly object[]) =>
    buildConfig('shop').followsItsInput(
      fakeEvidence({ objects: [object('BuildConfig', 'shop', { spec: { strategy: { sourceStrategy: { from: input } }, triggers } })] }),
    );
  it('follows the tag that the build starts from, named or not', () => {
    expect(follows({ type: 'ImageChange', imageChange: { from: input } })).toBe(true);
    expect(follows({ type: 'ConfigChange' }, { type: 'ImageChange' })).toBe(true);
  });
  it('may follow another tag, or the same name in another project', () => {
    expect(follows({ type: 'ImageChange', imageChange: { from: { ...input, name: 'nodejs:latest' } } })).toBe(false);
    expect(follows({ type: 'ImageChange', imageChange: { from: { ...input, namespace: undefined } } })).toBe(false);
  });
  it('follows nothing while it is paused', () => expect(follows({ type: 'ImageChange', imageChange: { paused: true } })).toBe(false));
  it('may be missing', () => expect(follows({ type: 'ConfigChange' })).toBe(false));
});

describe('a build that has ended', () => {
  const image = { host: 'quay.io', repository: 'x/nodejs', tag: '20' };
  const registries = { getManifest: () => ({ ok: true, value: { digest: 'sha256:new', raw: '{}' } }) } as unknown as Evidence['registries'];
  const build = (digest: string, phase: string) => ({
    ...object('Build', 'shop-1', {
      spec: { strategy: { sourceStrategy: { from: { kind: 'DockerImage', name: `quay.io/x/nodejs@${digest}` } } } },
      status: { phase },
    }),
    metadata: { name: 'shop-1', namespace: 'demo', labels: { buildconfig: 'shop' } },
  });
  const asks = (digest: string, phase: string) => buildConfig('shop').hasBuiltFrom(image)({ ...fakeEvidence({ objects: [build(digest, phase)] }), registries });
  it('started from the image that its strategy names by digest', () => expect(asks('sha256:new', 'Complete')).toBe(true));
  it('may have started from another one, or have failed', () => {
    expect(asks('sha256:old', 'Complete')).toBe(false);
    expect(asks('sha256:new', 'Failed')).toBe(false);
  });
});
