import { describe, expect, it } from 'vitest';
import { deployment, deploymentConfig } from '../../../src/grading/index.ts';
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

const annotated = (fieldPath: string, namespace?: string) => {
  const trigger = { from: { kind: 'ImageStreamTag', name: 'shop:1.0', ...(namespace !== undefined && { namespace }) }, fieldPath };
  const made = object('Deployment', 'shop', { spec: { template: { spec: { containers: [{ name: 'server' }, { name: 'sidecar' }] } } } });
  return fakeEvidence({
    objects: [{ ...made, metadata: { ...made.metadata, annotations: { 'image.openshift.io/triggers': JSON.stringify([trigger]) } } }],
  });
};

describe('the annotation of a Deployment', () => {
  const first = 'spec.template.spec.containers[0].image';

  it.each([
    ['names a container', 'spec.template.spec.containers[?(@.name=="server")].image', 'server', true],
    ['counts the containers', first, 'server', true],
    ['counts to another container', 'spec.template.spec.containers[1].image', 'server', false],
    ['counts further than there are containers', 'spec.template.spec.containers[2].image', 'server', false],
  ])('%s', async (_, fieldPath, container, expected) => expect(await deployment('shop').triggersContainer(container)(annotated(fieldPath))).toBe(expected));

  it.each([
    ['follows the tag of its own project', undefined, true],
    ['may name its own project', 'demo', true],
    ['does not follow it when it names another project', 'other', false],
  ])('%s', async (_, namespace, expected) => expect(await deployment('shop').follows('shop', '1.0')(annotated(first, namespace))).toBe(expected));
});
