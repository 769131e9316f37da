import { describe, expect, it } from 'vitest';
import { buildConfig } from '../../../src/grading/index.ts';
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
