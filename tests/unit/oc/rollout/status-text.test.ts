import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { statusViewerFor } from '../../../../src/oc/rollout/status-text.ts';

const object = (spec: object, status: object, metadata: object = {}) =>
  ({
    apiVersion: 'v1',
    kind: 'X',
    metadata: { name: 'web', generation: 1, ...metadata },
    spec,
    status: { observedGeneration: 1, ...status },
  }) as unknown as KubeObject;

const condition = (reason: string, message = '') => ({ conditions: [{ type: 'Progressing', status: 'True', reason, message }] });

describe('how far a Deployment is', () => {
  const view = statusViewerFor({ group: 'apps', kind: 'Deployment' });

  test.each([
    [{ updatedReplicas: 1 }, 'Waiting for deployment "web" rollout to finish: 1 out of 2 new replicas have been updated...\n'],
    [{ updatedReplicas: 2, replicas: 3 }, 'Waiting for deployment "web" rollout to finish: 1 old replicas are pending termination...\n'],
    [{ updatedReplicas: 2, replicas: 2, availableReplicas: 1 }, 'Waiting for deployment "web" rollout to finish: 1 of 2 updated replicas are available...\n'],
    [{ observedGeneration: 0 }, 'Waiting for deployment spec update to be observed...\n'],
  ])('%o', (status, text) => {
    expect(view(object({ replicas: 2 }, status), 0)).toEqual({ text, done: false });
  });

  test('it is done', () => {
    expect(view(object({ replicas: 2 }, { updatedReplicas: 2, replicas: 2, availableReplicas: 2 }), 0)).toEqual({
      text: 'deployment "web" successfully rolled out\n',
      done: true,
    });
  });

  test('it has failed', () => {
    expect(() => view(object({}, condition('ProgressDeadlineExceeded')), 0)).toThrow('deployment "web" exceeded its progress deadline');
    expect(() => view(object({}, {}, { annotations: { 'deployment.kubernetes.io/revision': '3' } }), 2)).toThrow(
      'desired revision (2) is different from the running revision (3)',
    );
  });
});

describe('how far a DaemonSet is', () => {
  const view = statusViewerFor({ group: 'apps', kind: 'DaemonSet' });
  const spec = { updateStrategy: { type: 'RollingUpdate' } };

  test.each([
    [{ desiredNumberScheduled: 2, updatedNumberScheduled: 1 }, 'Waiting for daemon set "web" rollout to finish: 1 out of 2 new pods have been updated...\n'],
    [
      { desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberAvailable: 1 },
      'Waiting for daemon set "web" rollout to finish: 1 of 2 updated pods are available...\n',
    ],
    [{ desiredNumberScheduled: 1, updatedNumberScheduled: 1, numberAvailable: 1 }, 'daemon set "web" successfully rolled out\n'],
  ])('%o', (status, text) => {
    expect(view(object(spec, status), 0).text).toBe(text);
  });

  test('only a rolling update has one', () => {
    expect(() => view(object({ updateStrategy: { type: 'OnDelete' } }, {}), 0)).toThrow('rollout status is only available for RollingUpdate strategy type');
  });
});

describe('how far a StatefulSet is', () => {
  const view = statusViewerFor({ group: 'apps', kind: 'StatefulSet' });
  const spec = { replicas: 2, updateStrategy: { type: 'RollingUpdate' } };

  test.each([
    [spec, { readyReplicas: 1 }, 'Waiting for 1 pods to be ready...\n'],
    [
      spec,
      { readyReplicas: 2, updatedReplicas: 1, updateRevision: 'b', currentRevision: 'a' },
      'waiting for statefulset rolling update to complete 1 pods at revision b...\n',
    ],
    [
      spec,
      { readyReplicas: 2, currentReplicas: 2, updateRevision: 'b', currentRevision: 'b' },
      'statefulset rolling update complete 2 pods at revision b...\n',
    ],
    [
      { ...spec, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } } },
      { readyReplicas: 2, updatedReplicas: 0 },
      'Waiting for partitioned roll out to finish: 0 out of 1 new pods have been updated...\n',
    ],
    [
      { ...spec, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } } },
      { readyReplicas: 2, updatedReplicas: 1 },
      'partitioned roll out complete: 1 new pods have been updated...\n',
    ],
  ])('%o %o', (given, status, text) => {
    expect(view(object(given, status), 0).text).toBe(text);
  });
});

describe('how far a DeploymentConfig is', () => {
  const view = statusViewerFor({ group: 'apps.openshift.io', kind: 'DeploymentConfig' });

  test.each([
    [{ replicas: 1, triggers: [{ type: 'ImageChange' }] }, {}, 'Deployment config "web" waiting on image update\n'],
    [{ replicas: 2 }, { latestVersion: 1, updatedReplicas: 1 }, 'Waiting for rollout to finish: 1 out of 2 new replicas have been updated...\n'],
    [{ replicas: 1 }, { latestVersion: 1, updatedReplicas: 1, replicas: 2 }, 'Waiting for rollout to finish: 1 old replicas are pending termination...\n'],
    [
      { replicas: 1 },
      { latestVersion: 1, updatedReplicas: 1, replicas: 1, availableReplicas: 0 },
      'Waiting for rollout to finish: 0 of 1 updated replicas are available...\n',
    ],
    [
      { replicas: 1 },
      { latestVersion: 1, updatedReplicas: 1, replicas: 1, availableReplicas: 1 },
      'Waiting for latest deployment config spec to be observed by the controller loop...\n',
    ],
    [
      { replicas: 1 },
      { latestVersion: 1, ...condition('NewReplicationControllerAvailable', 'replication controller "web-1" successfully rolled out') },
      'replication controller "web-1" successfully rolled out\n',
    ],
  ])('%o %o', (spec, status, text) => {
    expect(view(object(spec, status), 0).text).toBe(text);
  });

  test.each([
    [{ replicas: 1 }, {}, `Deployment config "web" waiting on manual update (use 'oc rollout latest web')`],
    [{ replicas: 1 }, { latestVersion: 1, ...condition('RolloutCancelled', 'rollout was cancelled') }, 'rollout was cancelled'],
    [{ replicas: 1 }, { latestVersion: 1, ...condition('DeploymentConfigPaused') }, 'Deployment config "web" is paused. Resume to continue watching'],
  ])('it fails: %o %o', (spec, status, text) => {
    expect(() => view(object(spec, status), 0)).toThrow(text);
  });
});

test('other kinds have none', () => {
  expect(() => statusViewerFor({ group: 'batch', kind: 'Job' })).toThrow('no status viewer has been implemented for Job.batch');
});
