import type { ReplicationController } from '../../../api/apps.ts';
import type { Pod } from '../../../api/pod.ts';
import { StatusError } from '../../../api/status.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { regarding, splitKey } from '../owner-reference.ts';
import { deleteIfThere } from '../pod-control.ts';
import { pods, replicationControllers } from '../targets.ts';
import {
  annotationOf,
  type DeploymentPhase,
  decodedConfig,
  deployerPodForLabel,
  deployerPodName,
  deploymentAnnotation,
  deploymentConfigAnnotation,
  desiredReplicasAnnotation,
  isCancelled,
  isTerminated,
  phaseAnnotation,
  phaseOf,
  replicasAnnotation,
  statusReasonAnnotation,
} from './deployment-annotations.ts';

/** The image with the programs that deploy and build, as the release names it. */
const deployerImage = 'quay.io/openshift-release-dev/ocp-v4.0-art-dev@sha256:eeb9b5c0c28d22e56a7489caabab44c3fe349d0b556cc41a5bb567433db88bc2';

/** Starts a pod that rolls out each new deployment, and notes how that ends. */
// openshift-controller-manager pkg/apps/deployer/deployer_controller.go handle
export const deployerController: Controller = {
  name: 'deployer-controller',
  user: 'system:serviceaccount:openshift-infra:deployer-controller',
  watches: [
    {
      resource: replicationControllers,
      keys: ({ type, object }) => (type !== 'DELETED' && object.metadata.annotations?.[phaseAnnotation] ? [keyOf(object.metadata)] : []),
    },
    { resource: pods, keys: ({ object }) => deploymentOf(object.metadata) },
  ],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const deployment = context.lister.get<ReplicationController>(replicationControllers, namespace, name);
    if (deployment?.metadata.annotations?.[phaseAnnotation]) handle(deployment, context);
    return undefined;
  },
};

const keyOf = ({ namespace, name }: Pod['metadata']) => `${namespace}/${name}`;

function deploymentOf({ namespace, labels }: Pod['metadata']): readonly string[] {
  const name = labels?.[deployerPodForLabel];
  return name === undefined ? [] : [`${namespace}/${name}`];
}

function handle(deployment: ReplicationController, context: ControllerContext): void {
  const { namespace, name } = deployment.metadata;
  const pod = context.lister.get<Pod>(pods, namespace, deployerPodName(name));
  if (isTerminated(deployment)) return;
  if (isCancelled(deployment)) {
    for (const one of podsOf(deployment, context)) deleteIfThere(context, pods, namespace, one.metadata.name);
    if (!pod) setPhase(deployment, 'Failed', {}, context);
    return;
  }
  if (!pod) startOrFail(deployment, context);
  else follow(deployment, pod, context);
}

/** The deployer and its hooks, as far as nobody has deleted them yet (cleanupDeployerPods). */
const podsOf = ({ metadata: { namespace, name } }: ReplicationController, { lister }: ControllerContext): readonly Pod[] =>
  lister.list<Pod>(pods, namespace).filter(({ metadata }) => metadata.labels?.[deployerPodForLabel] === name && metadata.deletionTimestamp === undefined);

function startOrFail(deployment: ReplicationController, context: ControllerContext): void {
  const name = deployerPodName(deployment.metadata.name);
  if (phaseOf(deployment) !== 'New') {
    context.recordEvent({ regarding: regarding(deployment), type: 'Warning', reason: 'Failed', message: `Deployer pod "${name}" has gone missing` });
    setPhase(deployment, 'Failed', { [statusReasonAnnotation]: 'deployer pod no longer exists' }, context);
    return;
  }
  try {
    context.client.create<Pod>(pods, deployment.metadata.namespace, deployerPod(deployment));
    setPhase(deployment, 'Pending', { 'openshift.io/deployer-pod.name': name }, context);
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    context.recordEvent({
      regarding: regarding(deployment),
      type: 'Warning',
      reason: 'FailedCreate',
      message: `Error creating deployer pod: ${error.message}`,
    });
    setPhase(deployment, 'Failed', { [statusReasonAnnotation]: 'unable to create deployer pod' }, context);
  }
}

// openshift-controller-manager pkg/apps/deployer/deployer_controller.go makeDeployerPod
function deployerPod(deployment: ReplicationController): Pod {
  const { namespace = '', name, uid = '' } = deployment.metadata;
  const config = decodedConfig(deployment);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: deployerPodName(name),
      namespace,
      annotations: { [deploymentConfigAnnotation]: annotationOf(deployment, deploymentConfigAnnotation), [deploymentAnnotation]: name },
      labels: { [deployerPodForLabel]: name },
      ownerReferences: [{ apiVersion: 'v1', kind: 'ReplicationController', name, uid }],
    },
    spec: {
      activeDeadlineSeconds: config?.spec.strategy?.activeDeadlineSeconds ?? 21_600,
      containers: [
        {
          env: [
            { name: 'OPENSHIFT_DEPLOYMENT_NAME', value: name },
            { name: 'OPENSHIFT_DEPLOYMENT_NAMESPACE', value: namespace },
          ],
          image: deployerImage,
          imagePullPolicy: 'IfNotPresent',
          name: 'deployment',
          resources: config?.spec.strategy?.resources ?? {},
        },
      ],
      restartPolicy: 'Never',
      serviceAccountName: 'deployer',
      // the deployer stops as soon as it is asked to
      terminationGracePeriodSeconds: 10,
    },
  };
}

function follow(deployment: ReplicationController, pod: Pod, context: ControllerContext): void {
  const phases: Readonly<Record<string, DeploymentPhase>> = { Pending: 'Pending', Running: 'Running', Succeeded: 'Complete', Failed: 'Failed' };
  const phase = phases[pod.status?.phase ?? 'Pending'] ?? 'Pending';
  if (phase === 'Complete') setPhase(deployment, phase, { [replicasAnnotation]: annotationOf(deployment, desiredReplicasAnnotation) }, context);
  else if (phase !== phaseOf(deployment)) setPhase(deployment, phase, {}, context);
}

function setPhase(deployment: ReplicationController, phase: DeploymentPhase, more: Readonly<Record<string, string>>, { client }: ControllerContext): void {
  const { [desiredReplicasAnnotation]: desired, ...others } = deployment.metadata.annotations ?? {};
  const kept = phase === 'Complete' || desired === undefined ? others : { ...others, [desiredReplicasAnnotation]: desired };
  const annotations = { ...kept, ...more, [phaseAnnotation]: phase };
  client.update<ReplicationController>(replicationControllers, deployment.metadata.namespace, {
    ...deployment,
    metadata: { ...deployment.metadata, annotations },
  });
}
