import type { DaemonSet, Deployment, DeploymentConfig, ReplicaSet, StatefulSet } from '../../api/apps.ts';
import type { Job } from '../../api/batch.ts';
import { spokenDuration } from '../../api/human-duration.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';
import { annotationOf, deploymentAnnotations, isCancelled, isTerminated, phaseOf } from '../rollout/deployment-phase.ts';
import { type DescribeOptions, describeBuilds, describeImage } from './describe-builds.ts';
import type { GraphNode, StatusGraph } from './status-graph.ts';
import { recentRestarts, revisionOf, type WorkloadView } from './views.ts';

export interface WorkloadOptions extends DescribeOptions {
  readonly graph: StatusGraph;
}

const ageOf = ({ metadata }: KubeObject, now: number): string => spokenDuration(now - Date.parse(metadata.creationTimestamp ?? '')).toLowerCase();

const imagesOf = ({ spec }: KubeObject, separator: string): string =>
  ((spec as { readonly template?: PodTemplateSpec }).template?.spec.containers ?? []).map(({ image = '' }) => image).join(separator);

/** (oc pkg/helpers/describe/projectstatus.go describeDeploymentInServiceGroup) */
export function describeDeployment(view: WorkloadView<Deployment>, options: WorkloadOptions): readonly string[] {
  const { node, images, active, inactive } = view;
  const [first, ...more] = images;
  const rollouts = active ? [active, ...inactive].map((rollout, index) => describeReplicaSet(rollout, revisionOf(node.object), index === 0, options)) : [];
  if (first && more.length === 0)
    return [...brokenLine(`${options.name(node)} deploys ${describeImage(first, options)} `), ...buildDetail(view, false, options), ...rollouts];
  const unnamed = images.length === 0 ? imagesOf(node.object, ',') : '';
  return [`${options.name(node)} deploys ${unnamed}`, ...imageDetail(view, false, options), ...rollouts];
}

/** (describeDeploymentConfigInServiceGroup) */
export function describeDeploymentConfig(view: WorkloadView<DeploymentConfig>, options: WorkloadOptions): readonly string[] {
  const { node, images, active } = view;
  const { spec } = node.object;
  const [first, ...more] = images;
  const verb = spec.test ? 'test deploys' : 'deploys';
  const manual = spec.triggers?.length ? '' : '(manual)';
  const rollouts = configRollouts(view, options);
  if (first && more.length === 0) {
    const lines = brokenLine(`${options.name(node)} ${verb} ${describeImage(first, options)} ${manual}`);
    return [...lines, ...buildDetail(view, active === undefined, options), ...rollouts];
  }
  const detail = images.flatMap((image) => [describeImage(image, options), ...indented(describeBuilds(image, active === undefined, options)), ...rollouts]);
  return [`${options.name(node)} ${verb} ${manual}`, ...detail];
}

/** A line too long for a terminal breaks before the build. */
function brokenLine(line: string): readonly string[] {
  const at = line.indexOf(' <- ');
  return line.length > 120 && at >= 0 ? [`${line.slice(0, at)} <-`, line.slice(at + 4)] : [line];
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

const buildDetail = ({ images }: WorkloadView, includeSuccess: boolean, options: DescribeOptions): readonly string[] =>
  indented(images.flatMap((image) => describeBuilds(image, includeSuccess, options)));

const imageDetail = ({ images }: WorkloadView, includeSuccess: boolean, options: DescribeOptions): readonly string[] =>
  images.flatMap((image) => [describeImage(image, options), ...indented(describeBuilds(image, includeSuccess, options))]);

interface Counts {
  readonly readyReplicas?: number;
  readonly replicas?: number;
}

/** What describePodSummaryInline is told of a set of pods. */
interface PodSummary {
  readonly ready: number;
  readonly actual: number;
  readonly requested: number;
  readonly includeEmpty?: boolean;
  readonly restarts?: number;
}

function summaryOf(object: KubeObject, more: Pick<PodSummary, 'includeEmpty' | 'restarts'> = {}): string {
  const { readyReplicas = 0, replicas = 0 } = (object.status ?? {}) as Counts;
  const requested = (object.spec as { readonly replicas?: number }).replicas ?? 0;
  return podSummary({ ready: readyReplicas, actual: replicas, requested, ...more });
}

function podSummary({ ready, actual, requested, includeEmpty = false, restarts = 0 }: PodSummary): string {
  const warning = restarts > 0 ? ` (warning: ${restarts} restarts)` : '';
  const change = requested < actual ? ` reducing to ${requested}` : requested > actual ? ` growing to ${requested}` : '';
  if (ready !== requested) return ` - ${ready}/${requested} pods${warning}${change}`;
  if (ready === 0) return includeEmpty ? ` - 0 pods${change}` : '';
  return ` - ${ready === 1 ? '1 pod' : `${ready} pods`}${warning}${change}`;
}

function describeReplicaSet(node: GraphNode<KubeObject>, current: number, first: boolean, { graph, now }: WorkloadOptions): string {
  const { object } = node;
  const revision = revisionOf(object);
  const restarts = recentRestarts(graph, node, now);
  const age = ageOf(object, now);
  if (revision === current) return `deployment #${revision} running for ${age}${summaryOf(object, { restarts })}`;
  return `deployment #${revision} deployed ${age} ago${summaryOf(object, { includeEmpty: first, restarts })}`;
}

/** Rollouts beyond these are not shown. */
const maxRollouts = 3;

function configRollouts({ node, active, inactive }: WorkloadView<DeploymentConfig>, options: WorkloadOptions): readonly string[] {
  const { spec, status } = node.object;
  const shown = (active ? [active, ...inactive] : inactive).slice(0, maxRollouts);
  const lines = shown.map((rollout, index) => describeRollout(rollout, index === 0, spec.test ?? false, options));
  if (active) return lines;
  const { on, automatic } = triggersText(node.object);
  const latest = status?.latestVersion ?? 0;
  if (latest === 0) return [`deployment #1 waiting ${on}`, ...lines];
  return automatic ? [`deployment #${latest} pending ${on}`, ...lines] : lines;
}

function triggersText({ spec }: DeploymentConfig): { readonly on: string; readonly automatic: boolean } {
  const has = (type: string) => spec.triggers?.some((trigger) => trigger.type === type) ?? false;
  const [config, image] = [has('ConfigChange'), has('ImageChange')];
  if (config && image) return { on: 'on image or update', automatic: true };
  if (config) return { on: 'on update', automatic: true };
  return image ? { on: 'on image', automatic: true } : { on: 'for manual', automatic: false };
}

function describeRollout(node: GraphNode<KubeObject>, first: boolean, test: boolean, { graph, now }: WorkloadOptions): string {
  const { object } = node;
  const [phase, version, age] = [phaseOf(object), revisionOf(object), ageOf(object, now)];
  const restarts = recentRestarts(graph, node, now);
  const cancelling = isCancelled(object) && !isTerminated(object) ? ' (cancelling)' : '';
  const name = `${test && phase !== 'Failed' ? 'test deployment' : 'deployment'} #${version}`;
  switch (phase) {
    case 'Failed': {
      const reason = annotationOf(object, deploymentAnnotations.reason);
      return `${name} failed ${age} ago${reason === '' ? '' : `: ${reason}`}${summaryOf(object, { restarts })}`;
    }
    case 'Complete':
      return `${name} deployed ${age} ago${test ? '' : summaryOf(object, { includeEmpty: first, restarts })}`;
    case 'Running':
      return `${name} running${cancelling} for ${age}${summaryOf(object, { restarts })}`;
    default:
      return `deployment #${version} ${phase.toLowerCase()}${cancelling} ${age} ago${summaryOf(object, { restarts })}`;
  }
}

/** StatefulSets and Jobs (describeStatefulSetInServiceGroup, describeStandaloneJob). */
export function describeManaged(view: WorkloadView, options: WorkloadOptions): readonly string[] {
  const { node, images } = view;
  const status = managedStatus(node.object, options.now);
  const [first, ...more] = images;
  if (first && more.length === 0) {
    // a DaemonSet's line keeps the blank that its format has at the end
    const line = `${options.name(node)} manages ${describeImage(first, options)}${node.kind === 'DaemonSet' ? ' ' : ''}`;
    return [line, ...buildDetail(view, false, options), status];
  }
  const unnamed = images.length === 0 ? imagesOf(node.object, ',') : '';
  return [`${options.name(node)} manages ${unnamed}`, ...imageDetail(view, false, options), status];
}

function managedStatus(object: KubeObject, now: number): string {
  const age = ageOf(object, now);
  if (object.kind === 'Job') {
    const { spec, status } = object as Job;
    return spec.completions === undefined ? '' : `created ${age} ago ${status?.succeeded ?? 0}/${spec.completions} completed ${status?.active ?? 0} running`;
  }
  if (object.kind === 'DaemonSet') {
    const { metadata, status } = object as DaemonSet;
    const { numberReady = 0, numberAvailable = 0, desiredNumberScheduled = 0 } = status ?? {};
    const pods = podSummary({ ready: numberReady, actual: numberAvailable, requested: desiredNumberScheduled });
    return `generation #${metadata.generation ?? 0} running for ${age}${pods}`;
  }
  const { spec, status } = object as StatefulSet;
  const replicas = status?.replicas ?? 0;
  return `created ${age} ago${podSummary({ ready: replicas, actual: replicas, requested: spec.replicas ?? 0 })}`;
}

/** Controllers without an owner (describeRCInServiceGroup, describeRSInServiceGroup). */
export function describeController(node: GraphNode<KubeObject>, { name, now }: DescribeOptions): readonly string[] {
  const { object } = node;
  if (!(object as ReplicaSet).spec.template) return [];
  const short = object.kind === 'ReplicaSet' ? 'rs' : 'rc';
  return [`${name(node)} runs ${imagesOf(object, ', ')}`, `${short}/${node.name} created ${ageOf(object, now)} ago${summaryOf(object)}`];
}
