import type { DeploymentConfig } from '../../api/apps.ts';
import type { Build } from '../../api/build.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { ContainerStatus, Pod, PodSpec } from '../../api/pod.ts';
import { goQuote } from '../go-quote.ts';
import type { Marker, MarkerScanner, ScanContext } from './markers.ts';
import { edgeKinds, type GraphNode } from './status-graph.ts';
import { restartedRecently } from './views.ts';

/** Pods that keep restarting (oc pkg/helpers/graph/kubegraph/analysis/pod.go FindRestartingPods). */
export const restartingPods: MarkerScanner = (context) =>
  context.graph.ofKind<Pod>('Pod').flatMap((node) => (node.object.status?.containerStatuses ?? []).flatMap((status) => restartMarker(context, node, status)));

function restartMarker({ name, now }: ScanContext, node: GraphNode<Pod>, status: ContainerStatus): readonly Marker[] {
  const which = `${node.object.spec.containers.length > 1 ? `container ${goQuote(status.name)} in ` : ''}${name(node)}`;
  if (status.state.waiting?.reason === 'CrashLoopBackOff') {
    return [{ node, severity: 'error', key: 'CrashLoopingPod', message: `${which} is crash-looping`, suggestion: crashAdvice(node.object, status.name) }];
  }
  const warning = { node, severity: 'warning', key: 'RestartingPod' } as const;
  if (restartedRecently(status, now)) return [{ ...warning, message: `${which} has restarted within the last 10 minutes` }];
  return status.restartCount > 5 ? [{ ...warning, message: `${which} has restarted ${status.restartCount} times` }] : [];
}

function crashAdvice({ metadata, spec }: Pod, container: string): string {
  const user = (spec.containers.find(({ name }) => name === container)?.securityContext as { readonly runAsUser?: number } | undefined)?.runAsUser;
  const advice = `The container is starting and exiting repeatedly. This usually means the container is unable
to start, misconfigured, or limited by security restrictions. Check the container logs with

  oc logs ${metadata.name} -c ${container}
`;
  if (!user) return advice;
  return `${advice}
Current security policy prevents your containers from being run as the root user. Some images
may fail expecting to be able to change ownership or permissions on directories. Your admin
can grant you access to run containers that need to run as the root user with this command:

  oc adm policy add-scc-to-user anyuid -n ${metadata.namespace} -z ${spec.serviceAccountName ?? ''}
`;
}

/** Pods that two replication controllers fight for (kubegraph/analysis/rc.go). */
export const duelingControllers: MarkerScanner = ({ graph, name }) =>
  graph.ofKind('ReplicationController').flatMap((node) =>
    graph.predecessors<Pod>(node, edgeKinds.managedByController).flatMap((pod): readonly Marker[] => {
      const others = graph.successors(pod, edgeKinds.managedByController).filter(({ id }) => id !== node.id);
      if (others.length === 0) return [];
      const message = `${name(node)} is competing for ${name(pod)} with ${others.map(name).join(', ')}`;
      return [{ node, severity: 'warning', key: 'DuelingReplicationControllers', message }];
    }),
  );

/** Secrets that are mounted but not there (kubegraph/analysis/podspec.go FindMissingSecrets). */
export const missingSecrets: MarkerScanner = ({ graph, name }) =>
  graph.ofKind<PodSpec>('PodSpec').flatMap((node) =>
    graph
      .successors(node, edgeKinds.mountedSecret)
      .filter(({ found }) => !found)
      .map((secret): Marker => {
        const message = `${name(graph.topLevel(node))} is attempting to mount a missing secret ${name(secret)}`;
        return { node, related: [secret], severity: 'warning', key: 'UnmountableSecret', message };
      }),
  );

/** Image triggers of a DeploymentConfig that lead nowhere (appsgraph/analysis/dc.go FindDeploymentConfigTriggerErrors). */
export const triggerErrors: MarkerScanner = (context) =>
  context.graph.ofKind<DeploymentConfig>('DeploymentConfig').flatMap((node) => {
    const missing = context.graph.predecessors(node, edgeKinds.triggersDeployment).find(({ found }) => !found);
    return missing ? triggerMarker(context, node, missing) : [];
  });

function triggerMarker({ graph, name }: ScanContext, node: GraphNode, tag: GraphNode): readonly Marker[] {
  const [stream] = graph.successors(tag, edgeKinds.referencedImageStream);
  if (stream && !stream.found) {
    const message = `The image trigger for ${name(node)} will have no effect because ${name(stream)} does not exist.`;
    return [{ node, related: [tag, stream], severity: 'error', key: 'MissingImageStream', message }];
  }
  const builds = graph.predecessors(tag, edgeKinds.buildOutput).flatMap((config) => graph.successors<Build>(config, edgeKinds.build));
  if (builds.some(({ object }) => ['New', 'Pending', 'Running'].includes(object.status.phase))) return [];
  const message = `The image trigger for ${name(node)} will have no effect until ${name(tag)} is imported or created by a build.`;
  return [{ node, related: [tag], severity: 'warning', key: 'MissingImageStreamTag', message }];
}

/** Claims that are not there (appsgraph/analysis/dc.go FindPersistentVolumeClaimWarnings). */
export const missingClaims: MarkerScanner = ({ graph, name }) =>
  graph.ofKind('DeploymentConfig').flatMap((node): readonly Marker[] => {
    const missing = graph.successors(node, edgeKinds.volumeClaim).find(({ found }) => !found);
    if (!missing) return [];
    return [
      {
        node,
        related: [missing],
        severity: 'warning',
        key: 'MissingPersistentVolumeClaim',
        message: `${name(node)} points to a missing persistent volume claim (${name(missing)}).`,
      },
    ];
  });

/** DeploymentConfigs none of whose containers says when it is ready (FindDeploymentConfigReadinessWarnings). */
export const missingReadinessProbes: MarkerScanner = ({ graph, name }) =>
  graph
    .ofKind<DeploymentConfig>('DeploymentConfig')
    .filter(({ object, found }) => found && lackProbe(object.spec.template?.spec, 'readinessProbe'))
    .map((node) => ({
      node,
      severity: 'info',
      key: 'MissingReadinessProbe',
      message: `${name(node)} has no readiness probe to verify pods are ready to accept traffic or ensure deployment is successful.`,
      suggestion: `oc set probe ${name(node)} --readiness ...`,
    }));

function lackProbe(spec: PodSpec | undefined, probe: string): boolean {
  const containers = spec?.containers ?? [];
  return containers.length > 0 && containers.every((container) => container[probe] === undefined);
}

/** Pod templates none of whose containers says that it lives (kubegraph/analysis/podspec.go FindMissingLivenessProbes). */
export const missingLivenessProbes: MarkerScanner = ({ graph, name }) =>
  graph.ofKind<PodSpec>('PodSpec').flatMap((node): readonly Marker[] => {
    const owner = graph.topLevel(node) as GraphNode<KubeObject>;
    const managed = graph.successors(owner, edgeKinds.managedByController).length > 0;
    if (owner.kind === 'Pod' || managed || !lackProbe(node.object, 'livenessProbe')) return [];
    const message = `${name(owner)} has no liveness probe to verify pods are still running.`;
    return [{ node, severity: 'info', key: 'MissingLivenessProbe', message, suggestion: `oc set probe ${name(owner)} --liveness ...` }];
  });
