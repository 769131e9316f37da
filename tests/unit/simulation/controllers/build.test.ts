import { describe, expect, test } from 'vitest';
import type { BuildConfig } from '../../../../src/api/build.ts';
import type { ImageStream } from '../../../../src/api/image.ts';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { imageStreams, importTag, pod, pods, rows } from '../../../support/workloads.ts';

const buildConfigs = { group: 'build.openshift.io', version: 'v1', resource: 'buildconfigs' };
const builds = { group: 'build.openshift.io', version: 'v1', resource: 'builds' };

const config = (triggers: readonly object[]): KubeObject => ({
  apiVersion: 'build.openshift.io/v1',
  kind: 'BuildConfig',
  metadata: { name: 'bc' },
  spec: {
    source: { git: { uri: 'https://github.com/sclorg/nodejs-ex.git' } },
    strategy: { sourceStrategy: { from: { kind: 'ImageStreamTag', name: 'base:1' } } },
    output: { to: { kind: 'ImageStreamTag', name: 'out:latest' } },
    triggers,
  },
});

function built(triggers: readonly object[], stream = true) {
  const cluster = testCluster();
  importTag(cluster.client, 'base', '1', 'quay.io/myorg/myapp:1.0');
  if (stream) cluster.client.create(imageStreams, 'demo', { apiVersion: 'image.openshift.io/v1', kind: 'ImageStream', metadata: { name: 'out' } });
  cluster.client.create(buildConfigs, 'demo', config(triggers));
  cluster.simulation.settle();
  return cluster;
}

describe('a BuildConfig', () => {
  test('builds when its base image is there, and puts the image into the output tag', () => {
    const { client } = built([{ type: 'ImageChange' }]);
    expect(rows(client, builds, 4)).toEqual(['bc-1 Source Git Complete']);
    expect(rows(client, pods, 3)).toEqual(['bc-1-build 0/1 Completed']);
    const [tag] = client.get<ImageStream>(imageStreams, 'demo', 'out').status.tags ?? [];
    expect(tag?.items?.[0]?.dockerImageReference).toBe(`image-registry.openshift-image-registry.svc:5000/demo/out@${tag?.items?.[0]?.image}`);
  });

  test('builds again when the base image changes, and not when it stays', () => {
    const { client, simulation } = built([{ type: 'ImageChange' }]);
    importTag(client, 'base', '1', 'quay.io/myorg/myapp:1.0');
    simulation.settle();
    expect(rows(client, builds, 1)).toEqual(['bc-1']);
    simulation.push('quay.io/myorg/myapp:1.0', { variant: 'b' });
    importTag(client, 'base', '1', 'quay.io/myorg/myapp:1.0');
    simulation.settle();
    expect(rows(client, builds, 1)).toEqual(['bc-1', 'bc-2']);
    expect(client.get<BuildConfig>(buildConfigs, 'demo', 'bc').status?.lastVersion).toBe(2);
  });

  test('makes an image that pods of the project can run', () => {
    const { client, simulation } = built([{ type: 'ConfigChange' }]);
    client.create(pods, 'demo', pod('app', 'image-registry.openshift-image-registry.svc:5000/demo/out:latest'));
    simulation.settle();
    expect(rows(client, pods, 3)).toContain('app 1/1 Running');
  });

  test('waits for the image stream of its output', () => {
    const { client, simulation } = built([{ type: 'ConfigChange' }], false);
    expect(rows(client, builds, 4)).toEqual(['bc-1 Source Git New (InvalidOutputReference)']);
    client.create(imageStreams, 'demo', { apiVersion: 'image.openshift.io/v1', kind: 'ImageStream', metadata: { name: 'out' } });
    simulation.settle();
    expect(rows(client, builds, 4)).toEqual(['bc-1 Source Git Complete']);
  });
});
