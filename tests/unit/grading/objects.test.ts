import { describe, expect, it } from 'vitest';
import { deployments, isThere, services, streamTag } from '../../../src/grading/index.ts';
import { fakeEvidence, object } from './fake-evidence.ts';

describe('an object', () => {
  const evidence = fakeEvidence({ objects: [object('Service', 'web'), object('Deployment', 'web', {}, 'other')] });
  it.each([
    ['is there by its name', services('web'), true],
    ['is there by its kind', services(), true],
    ['is not there under another name', services('shop'), false],
    ['of another project does not count', deployments('web'), false],
    ['is there in the project that is named', deployments('web', 'other'), true],
  ])('%s', async (_, subject, expected) => expect(await isThere(subject)(evidence)).toBe(expected));
});

describe('the image of a tag', () => {
  const at = (reference: string) => [{ image: 'sha256:a', dockerImageReference: reference }];
  const tags = [
    { tag: 'pushed', items: at('image-registry.openshift-image-registry.svc:5000/demo/app@sha256:a') },
    { tag: 'imported', items: at('quay.io/x/app@sha256:a') },
    { tag: 'empty', items: null },
  ];
  const evidence = fakeEvidence({ objects: [object('ImageStream', 'app', { status: { tags } })] });
  it.each([
    ['pushed', true],
    ['imported', false],
    ['empty', false],
  ])('%s: is in the internal registry: %s', async (tag, expected) => expect(await streamTag('app', tag).isInInternalRegistry(evidence)).toBe(expected));
});
