import { describe, expect, test } from 'vitest';
import { testCluster } from '../../../support/test-cluster.ts';
import { deploymentConfigs, oldDeploymentConfig, pods, replicationControllers, rows } from '../../../support/workloads.ts';

const image = 'quay.io/myorg/myapp:1.0';
const hook = (failurePolicy: string, ...command: string[]) => ({ failurePolicy, execNewPod: { containerName: 'app', command } });

function deployed(params: object, type: 'Rolling' | 'Recreate' = 'Rolling') {
  const { client, simulation } = testCluster();
  const strategy = { type, [type === 'Rolling' ? 'rollingParams' : 'recreateParams']: params };
  client.create(deploymentConfigs, 'demo', oldDeploymentConfig(image, { strategy }));
  simulation.settle();
  const request = { verb: 'get', group: '', version: 'v1', resource: 'pods', subresource: 'log', namespace: 'demo', name: 'old-1-deploy' } as const;
  return {
    simulation,
    pods: () => rows(client, pods, 3).filter((row) => row.startsWith('old-1-deploy') || row.includes('hook')),
    size: () => rows(client, replicationControllers, 4),
    log: () => client.request(request).body as unknown,
    client,
  };
}

describe('a lifecycle hook', () => {
  test('runs in a pod of its own, before and after', () => {
    const { pods, size, log } = deployed({ pre: hook('Abort', 'echo', 'ready'), post: hook('Ignore', 'true') });
    expect(pods()).toEqual(['old-1-deploy 0/1 Completed', 'old-1-hook-post 0/1 Completed', 'old-1-hook-pre 0/1 Completed']);
    expect(size()).toEqual(['old-1 1 1 1']);
    expect(log()).toBe(
      '--> pre: Running hook pod ...\nready\n--> pre: Success\n--> Scaling old-1 up\n--> post: Running hook pod ...\n--> post: Success\n--> Success\n',
    );
  });

  test('runs amidst where all pods are replaced at once', () => {
    const { pods, size } = deployed({ mid: hook('Abort', 'true') }, 'Recreate');
    expect(pods()).toEqual(['old-1-deploy 0/1 Completed', 'old-1-hook-mid 0/1 Completed']);
    expect(size()).toEqual(['old-1 1 1 1']);
  });

  test('ends the rollout where it fails and is not to', () => {
    const { pods, size, log } = deployed({ pre: hook('Abort', 'false') });
    expect(pods()).toEqual(['old-1-deploy 0/1 Error', 'old-1-hook-pre 0/1 Error']);
    expect(size()).toEqual(['old-1 0 0 0']);
    expect(log()).toBe('--> pre: Running hook pod ...\n--> pre: Failed\nerror: pre hook failed: the pre hook failed: , aborting rollout of demo/old-1\n');
  });

  test('takes what was rolled out back where it fails afterwards', () => {
    expect(deployed({ post: hook('Abort', 'false') }).size()).toEqual(['old-1 0 0 0']);
  });

  test('is passed over where it may fail', () => {
    const { pods, size } = deployed({ pre: hook('Ignore', 'false') });
    expect(pods()).toEqual(['old-1-deploy 0/1 Completed', 'old-1-hook-pre 0/1 Error']);
    expect(size()).toEqual(['old-1 1 1 1']);
  });

  test('holds the rollout up while it is tried again', () => {
    const { pods, size, simulation } = deployed({ pre: hook('Retry', 'false') });
    expect(pods()).toEqual(['old-1-deploy 1/1 Running', expect.stringContaining('old-1-hook-pre 0/1 CrashLoopBackOff')]);
    simulation.advance(30_000);
    expect(size()).toEqual(['old-1 0 0 0']);
  });

  test('goes with a rollout that is cancelled', () => {
    const { client, pods, simulation } = deployed({ pre: hook('Retry', 'false') });
    const metadata = { annotations: { 'openshift.io/deployment.cancelled': 'true' } };
    client.patch(replicationControllers, 'demo', 'old-1', 'application/merge-patch+json', { metadata });
    simulation.settle();
    expect(pods()).toEqual([]);
  });
});
