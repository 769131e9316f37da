import { describe, expect, test } from 'vitest';
import { imageReference } from '../../../../src/imageutil/image-reference.ts';
import { imageRefOfMatch, objectReference, outputImageRef, suggestImageName, trackedTag } from '../../../../src/oc/new-app/image-ref.ts';

const stream = {
  apiVersion: 'image.openshift.io/v1',
  kind: 'ImageStream',
  metadata: { name: 'app', namespace: 'demo' },
  spec: {},
  status: { dockerImageRepository: 'registry/demo/app' },
};
const match = { value: 'quay.io/myorg/my.app:1.0', argument: '', name: '', description: '', score: 0 };
const image = { kind: 'DockerImage', Id: 'x' };

describe('an image as objects refer to it', () => {
  test('is a tag of the image stream it was found in', () => {
    const ref = imageRefOfMatch({ ...match, imageStream: stream as never, imageTag: '2' });
    expect(suggestImageName(ref)).toBe('app');
    expect(objectReference(ref)).toEqual({ kind: 'ImageStreamTag', name: 'app:2', namespace: 'demo' });
    expect(trackedTag(ref)).toBeUndefined();
  });

  test('is a tag of a stream that will be made for an image of a registry', () => {
    const ref = imageRefOfMatch({ ...match, dockerImage: image as never });
    expect(suggestImageName(ref)).toBe('my-app');
    expect(objectReference(ref)).toEqual({ kind: 'ImageStreamTag', name: 'my-app:1.0' });
    expect(trackedTag(ref)).toBe('my-app:1.0');
  });

  test('is the image itself where it was not looked up', () => {
    expect(objectReference(imageRefOfMatch(match))).toEqual({ kind: 'DockerImage', name: 'quay.io/myorg/my.app:1.0' });
  });

  test('is latest where a build puts it out', () => {
    const ref = outputImageRef(imageReference({ name: 'built' }), true, undefined);
    expect(objectReference(ref)).toEqual({ kind: 'ImageStreamTag', name: 'built:latest' });
  });
});
