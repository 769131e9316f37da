import type { Deployment, DeploymentConfig } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { type DescribeOptions, describeBuilds, describeStandaloneBuild } from './describe-builds.ts';
import { describeService } from './describe-services.ts';
import { describeController, describeDeployment, describeDeploymentConfig, describeManaged, type WorkloadOptions } from './describe-workloads.ts';
import type { LoadedGraph } from './load-graph.ts';
import { countText, type Marker, type MarkerScanner, markerLines, markersOf, sortedMarkers } from './markers.ts';
import { namerFor } from './resource-name.ts';
import { autoscalersWithoutTarget, overlappingAutoscalers } from './scan-autoscalers.ts';
import { circularBuilds, missingInputs, pendingTags, unpushableBuilds } from './scan-builds.ts';
import { missingRouter, missingTermination, passthroughWithPath, portIssues, refusedRoutes } from './scan-routes.ts';
import {
  duelingControllers,
  missingClaims,
  missingLivenessProbes,
  missingReadinessProbes,
  missingSecrets,
  restartingPods,
  triggerErrors,
} from './scan-workloads.ts';
import { groupedBySelector, type ServiceGroup, serviceGroups } from './service-groups.ts';
import type { GraphNode, StatusGraph } from './status-graph.ts';
import { byName, type Covered, coverPods, standalonePipelines, workloadView } from './views.ts';

export interface StatusOptions {
  /** undefined for all projects. */
  readonly project: KubeObject | undefined;
  readonly server: string;
  readonly suggest: boolean;
  readonly now: number;
}

/** The text of `oc status` (oc pkg/helpers/describe/projectstatus.go Describe). */
export function describeProjectStatus({ graph, forbidden }: LoadedGraph, options: StatusOptions): string {
  const namespace = options.project?.metadata.name ?? '';
  const covered: Covered = new Set();
  const describe: WorkloadOptions = { graph, name: namerFor(namespace), namespace, now: options.now };
  const services = groupedBySelector(serviceGroups(graph, covered)).filter(([first]) => first.service.found);
  const configs = standalone<DeploymentConfig>(graph, 'DeploymentConfig', covered).sort((a, b) => byName(a.node, b.node));
  const deployments = standalone<Deployment>(graph, 'Deployment', covered);
  const statefulSets = standalone(graph, 'StatefulSet', covered);
  const replicationControllers = standaloneControllers(graph, 'ReplicationController', covered);
  const replicaSets = standaloneControllers(graph, 'ReplicaSet', covered);
  const builds = standalonePipelines(graph, covered);
  const daemonSets = standalone(graph, 'DaemonSet', covered);
  const jobs = standalone(graph, 'Job', covered);
  const blocks = [
    ...services.map((group) => serviceBlock(group, describe)),
    ...configs.map((view) => block(describeDeploymentConfig(view, describe))),
    ...deployments.map((view) => block(describeDeployment(view, describe))),
    ...statefulSets.map((view) => block(describeManaged(view, describe))),
    ...builds.map((pipeline) => block([...describeStandaloneBuild(pipeline, describe), ...describeBuilds(pipeline, true, describe)])),
    ...replicationControllers.map((node) => block(describeController(node, describe))),
    ...replicaSets.map((node) => block(describeController(node, describe))),
    ...daemonSets.map((view) => block(describeManaged(view, describe))),
    ...jobs.map((view) => block(describeManaged(view, describe))),
    ...lonePods(graph, covered).map((node) => block(describePod(node, describe))),
  ];
  const lines = [heading(options), ...blocks.flatMap((each) => ['', ...each]), ''];
  const isEmpty = services.length === 0 && configs.length === 0 && builds.length === 0;
  const markers = findMarkers(graph, forbidden, describe);
  return [...lines, ...markerSection(markers, options.suggest), ...closing(markers, isEmpty, options.suggest)].map((line) => `${line}\n`).join('');
}

function heading({ project, server }: StatusOptions): string {
  if (!project) return server === '' ? 'Showing all projects' : `Showing all projects on server ${server}`;
  const { name, annotations } = project.metadata;
  const display = annotations?.['openshift.io/display-name'] || annotations?.displayName || '';
  const shown = display !== '' && display !== name ? `${display} (${name})` : name;
  return server === '' ? `In project ${shown}` : `In project ${shown} on server ${server}`;
}

function standalone<T extends KubeObject = KubeObject>(graph: StatusGraph, kind: string, covered: Covered) {
  const nodes = graph.ofKind<T>(kind).filter(({ id }) => !covered.has(id));
  const views = nodes.map((node) => workloadView(graph, node, covered));
  if (kind !== 'Deployment' && kind !== 'DeploymentConfig') for (const node of nodes) coverPods(graph, node, covered);
  return views.filter(({ node }) => node.found);
}

function standaloneControllers(graph: StatusGraph, kind: string, covered: Covered): readonly GraphNode<KubeObject>[] {
  const nodes = graph.ofKind<KubeObject>(kind).filter(({ id }) => !covered.has(id));
  for (const node of nodes) coverPods(graph, node, covered);
  return nodes.filter(({ found }) => found);
}

/** Pods that stand alone, and are at work (filterBoringPods). */
function lonePods(graph: StatusGraph, covered: Covered): readonly GraphNode<Pod>[] {
  const atWork = ({ metadata, status }: Pod) =>
    metadata.labels?.['openshift.io/deployer-pod-for.name'] === undefined &&
    metadata.annotations?.['openshift.io/build.name'] === undefined &&
    status?.phase !== 'Succeeded' &&
    status?.phase !== 'Failed';
  return graph.ofKind<Pod>('Pod').filter(({ id, object }) => !covered.has(id) && atWork(object));
}

/** The first line stands at the margin. */
const block = (lines: readonly string[], indent = ''): readonly string[] => lines.map((line, index) => `${indent}${index === 0 ? '' : '  '}${line}`);

const describePod = ({ object, ...node }: GraphNode<Pod>, { name }: DescribeOptions): readonly string[] => [
  `${name(node)} runs ${object.spec.containers.map(({ image = '' }) => image).join(', ')}`,
];

function serviceBlock([group, ...others]: readonly [ServiceGroup, ...ServiceGroup[]], options: WorkloadOptions): readonly string[] {
  const local = { ...options, namespace: group.service.namespace };
  const services = [...others.filter(({ service }) => service.found), group];
  const inner = [
    ...group.deploymentConfigs.map((view) => describeDeploymentConfig(view, local)),
    ...group.statefulSets.map((view) => describeManaged(view, local)),
    ...group.deployments.map((view) => describeDeployment(view, local)),
    ...group.daemonSets.map((view) => describeManaged(view, local)),
    ...group.replicaSets.map((node) => describeController(node, local)),
    ...group.replicationControllers.map((node) => describeController(node, local)),
    ...group.pods.map((node) => describePod(node, local)),
  ];
  return [...services.flatMap(({ service, routes }) => block(describeService(service, routes, options.name))), ...inner.flatMap((lines) => block(lines, '  '))];
}

const scanners: readonly MarkerScanner[] = [
  restartingPods,
  duelingControllers,
  missingSecrets,
  autoscalersWithoutTarget,
  overlappingAutoscalers,
  unpushableBuilds,
  circularBuilds,
  pendingTags,
  triggerErrors,
  missingClaims,
  missingInputs,
  missingReadinessProbes,
  missingLivenessProbes,
  portIssues,
  missingTermination,
  passthroughWithPath,
  refusedRoutes,
  missingRouter,
];

function findMarkers(graph: StatusGraph, forbidden: readonly string[], { name, namespace, now }: DescribeOptions): readonly Marker[] {
  const unlisted = forbidden.map((resource): Marker => {
    const message = `Unable to list ${resource} resources.  Not all status relationships can be established.`;
    return { severity: 'warning', key: 'Forbidden', message };
  });
  const used = scanners.filter((scanner) => scanner !== missingSecrets || !forbidden.includes('secrets'));
  const found = used.flatMap((scanner) => scanner({ graph, name, now }));
  return sortedMarkers([...unlisted, ...markersOf(namespace, found)]);
}

function markerSection(markers: readonly Marker[], suggest: boolean): readonly string[] {
  const of = (severity: Marker['severity']) => markers.filter((marker) => marker.severity === severity);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  const lines = errors.length > 0 ? ['Errors:', ...markerLines(errors, suggest)] : [];
  if (suggest && warnings.length > 0) lines.push(...(errors.length > 0 ? [''] : []), 'Warnings:', ...markerLines(warnings, suggest));
  if (suggest && infos.length > 0) lines.push(...(errors.length + warnings.length > 0 ? [''] : []), 'Info:', ...markerLines(infos, suggest));
  if (errors.length > 0 || infos.length > 0 || (suggest && warnings.length > 0)) lines.push('');
  return lines;
}

function closing(markers: readonly Marker[], isEmpty: boolean, suggest: boolean): readonly string[] {
  const worthSaying = markers.some(({ severity, suggestion }) => severity !== 'error' || suggestion !== undefined);
  if (!suggest && worthSaying) return [`${countText(markers)} identified, use 'oc status --suggest' to see details.`];
  if (isEmpty) return ['You have no services, deployment configs, or build configs.', "Run 'oc new-app' to create an application."];
  return ["View details with 'oc describe <resource>/<name>' or list resources with 'oc get all'."];
}
