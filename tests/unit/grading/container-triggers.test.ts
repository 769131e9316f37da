import { describe, expect, it } from 'vitest';
import { deploymentConfig } from '../../../src/grading/index.ts';
import { fakeEvidence, object } from './fake-evidence.ts';

const config = (...containerNames: readonly string[]) => {
  const imageChange = { type: 'ImageChange', imageChangeParams: { automatic: true, containerNames, from: { kind: 'ImageStreamTag', name: 'shop:1.0' } } };
  return object('DeploymentConfig', 'shop', { spec: { template: { spec: { containers: [{ name: 'server' }] } }, triggers: [imageChange] } });
};

describe('a trigger writes into a container of its own workload', () => {
  it.each([
    ['when it names one', [config('server')], true],
    ['when one of those it names is there', [config('sidecar', 'server')], true],
    ['not when it names another', [config('shop')], false],
    ['not when it names none', [config()], false],
    ['not where there is no workload', [], false],
  ])('%s', async (_, objects, expected) => expect(await deploymentConfig('shop').triggersOwnContainer(fakeEvidence({ objects }))).toBe(expected));
});
