import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { pods, rows } from '../../../support/workloads.ts';

const image = 'quay.io/myorg/myapp:1.0';
const container = (name: string, ...command: string[]) => ({ name, image, ...(command.length > 0 && { command }) });
const pod = (initContainers: readonly object[], restartPolicy = 'Always'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: { restartPolicy, initContainers, containers: [container('c')] },
});

function started(manifest: KubeObject) {
  const { simulation, client } = testCluster();
  client.create(pods, 'demo', manifest);
  simulation.settle();
  return { simulation, row: () => rows(client, pods, 4)[0] };
}

describe('init containers', () => {
  test('run to their end one after the other before the others start', () => {
    expect(started(pod([container('one'), container('two', 'true')])).row()).toBe('p 1/1 Running 0');
  });

  test('hold the pod up while their image cannot be pulled', () => {
    expect(started(pod([{ name: 'one', image: 'quay.io/nosuch/nosuch:1' }])).row()).toBe('p 0/1 Init:ImagePullBackOff 0');
  });

  test('are tried again where they failed', () => {
    const { simulation, row } = started(pod([container('one', 'false')]));
    expect(row()).toMatch(/^p 0\/1 Init:CrashLoopBackOff 1/);
    simulation.advance(15_000);
    expect(row()).toMatch(/^p 0\/1 Init:CrashLoopBackOff 2/);
  });

  test('fail a pod that is to run once', () => {
    expect(started(pod([container('one', 'false')], 'Never')).row()).toBe('p 0/1 Init:Error 0');
  });
});

describe('a container that fails where it may be started again', () => {
  test('is started again at once, then after longer and longer waits', () => {
    const failing = { ...pod([], 'OnFailure'), spec: { restartPolicy: 'OnFailure', containers: [container('c', 'false')] } };
    const { simulation, row } = started(failing);
    expect(row()).toMatch(/^p 0\/1 CrashLoopBackOff 1/);
    simulation.advance(15_000);
    expect(row()).toMatch(/^p 0\/1 CrashLoopBackOff 2/);
  });

  test.each([['false'], ['echo', 'hi'], ['sh', '-c', 'echo no configuration; exit 3']])(
    'is in a crash loop where it is a server that stops: %s',
    (...command) => {
      const { simulation, row } = started({ ...pod([]), spec: { containers: [container('c', ...command)] } });
      expect(row()).toMatch(/^p 0\/1 CrashLoopBackOff 1/);
      simulation.advance(15_000);
      expect(row()).toMatch(/^p 0\/1 CrashLoopBackOff 2/);
    },
  );
});
