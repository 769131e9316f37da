import type { Build, BuildConfig } from '../../api/build.ts';
import type { ImageStream } from '../../api/image.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { versionOf } from '../rollout/deployment-phase.ts';
import { edgeKinds, type GraphNode, type StatusGraph } from './status-graph.ts';

/** An image on its way from a build to a workload (oc pkg/helpers/graph/genericgraph/graphview/image_pipeline.go). */
export interface ImagePipeline {
  readonly image: GraphNode | undefined;
  /** Is there a registry behind the image stream it is pushed to? */
  readonly destinationResolved: boolean;
  readonly scheduledImport: boolean;
  readonly build: GraphNode<BuildConfig> | undefined;
  readonly baseImage: GraphNode | undefined;
  readonly baseBuilds: readonly string[];
  readonly builds: RelevantBuilds;
}

export interface RelevantBuilds {
  readonly lastSuccessful?: GraphNode<Build> | undefined;
  readonly lastUnsuccessful?: GraphNode<Build> | undefined;
  readonly active: readonly GraphNode<Build>[];
}

/** A workload with its rollouts, newest first, and its images. */
export interface WorkloadView<T extends KubeObject = KubeObject> {
  readonly node: GraphNode<T>;
  readonly images: readonly ImagePipeline[];
  /** The rollout that is current; undefined while it is not there yet. */
  readonly active: GraphNode<KubeObject> | undefined;
  readonly inactive: readonly GraphNode<KubeObject>[];
}

/** Collects the ids of what has been shown, so that nothing is shown twice. */
export type Covered = Set<number>;

/** A workload with the images it runs and its rollouts, the one that serves apart from the others. */
export function workloadView<T extends KubeObject>(graph: StatusGraph, node: GraphNode<T>, covered: Covered): WorkloadView<T> {
  covered.add(node.id);
  const sources = [...graph.predecessors(node, edgeKinds.triggersDeployment), ...graph.predecessors(node, edgeKinds.usedInDeployment)];
  const images = sources.map((image) => pipelineOfImage(graph, image, covered));
  const rollouts = [...graph.successors<KubeObject>(node, edgeKinds.deployment)].sort((a, b) => revisionOf(b.object) - revisionOf(a.object));
  for (const rollout of rollouts) coverPods(graph, rollout, covered);
  const current = rollouts[0] && revisionOf(rollouts[0].object) === currentRevision(node.object) ? rollouts[0] : undefined;
  return { node, images, active: current, inactive: current ? rollouts.slice(1) : rollouts };
}

/** The controller and its pods have been shown. */
export function coverPods(graph: StatusGraph, controller: GraphNode, covered: Covered): void {
  covered.add(controller.id);
  for (const pod of graph.predecessors(controller, edgeKinds.managedByController)) covered.add(pod.id);
}

/** Restarts of the last ten minutes: the most of any container of a controller's pods. */
export function recentRestarts(graph: StatusGraph, controller: GraphNode, now: number): number {
  const pods = graph.predecessors<Pod>(controller, edgeKinds.managedByController);
  const statuses = pods.flatMap(({ object }) => object.status?.containerStatuses ?? []);
  return Math.max(0, ...statuses.filter((status) => restartedRecently(status, now)).map(({ restartCount }) => restartCount));
}

/** (oc pkg/helpers/graph/kubegraph/analysis/pod.go ContainerRestartedRecently) */
export function restartedRecently(
  { restartCount, lastState }: { readonly restartCount: number; readonly lastState?: { readonly terminated?: { readonly finishedAt: string } } },
  now: number,
): boolean {
  const finished = lastState?.terminated?.finishedAt;
  return restartCount > 0 && finished !== undefined && now - Date.parse(finished) < 10 * 60 * 1000;
}

/** The revision of a ReplicaSet or Deployment, or the version of a DeploymentConfig's rollout. */
export function revisionOf(object: KubeObject): number {
  if (object.kind === 'ReplicationController') return versionOf(object);
  return Number(object.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? '0');
}

function currentRevision(object: KubeObject): number {
  if (object.kind === 'DeploymentConfig') return (object.status as { readonly latestVersion?: number } | undefined)?.latestVersion ?? 0;
  return revisionOf(object);
}

function pipelineOfImage(graph: StatusGraph, image: GraphNode, covered: Covered): ImagePipeline {
  covered.add(image.id);
  const build = graph.predecessors<BuildConfig>(image, edgeKinds.buildOutput).at(-1);
  for (const each of graph.predecessors(image, edgeKinds.buildOutput)) covered.add(each.id);
  return { ...buildPart(graph, build, covered), image, destinationResolved: isResolved(graph, image) };
}

/** The pipelines of builds whose image no workload uses. */
export function standalonePipelines(graph: StatusGraph, covered: Covered): readonly ImagePipeline[] {
  const configs = graph.ofKind<BuildConfig>('BuildConfig').filter(({ id }) => !covered.has(id));
  const pipelines = configs.sort(byName).map((node) => {
    covered.add(node.id);
    const [image] = graph.successors(node, edgeKinds.buildOutput);
    return { ...buildPart(graph, node, covered), image, destinationResolved: image !== undefined && isResolved(graph, image) };
  });
  const producers = (base: GraphNode | undefined) => pipelines.filter(({ image }) => image && image.id === base?.id).map(({ build }) => build?.name ?? '');
  return pipelines.map((pipeline) => ({ ...pipeline, baseBuilds: producers(pipeline.baseImage) }));
}

export const byName = (a: GraphNode, b: GraphNode): number =>
  a.namespace === b.namespace ? (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) : a.namespace < b.namespace ? -1 : 1;

function buildPart(graph: StatusGraph, build: GraphNode<BuildConfig> | undefined, covered: Covered) {
  const none = { build, baseImage: undefined, baseBuilds: [], scheduledImport: false, builds: { active: [] } };
  if (!build) return none;
  const inputs = [...graph.predecessors(build, edgeKinds.buildInput), ...graph.predecessors(build, edgeKinds.buildInputImage)];
  for (const { id } of inputs) covered.add(id);
  const baseImage = graph.predecessors(build, edgeKinds.buildInputImage).at(-1);
  return { ...none, baseImage, scheduledImport: baseImage !== undefined && isScheduled(graph, baseImage), builds: relevantBuilds(graph, build) };
}

function streamsOf(graph: StatusGraph, image: GraphNode): readonly GraphNode<ImageStream | undefined>[] {
  return [
    ...graph.successors<ImageStream>(image, edgeKinds.referencedImageStream),
    ...graph.successors<ImageStream>(image, edgeKinds.referencedImageStreamImage),
  ];
}

const isResolved = (graph: StatusGraph, image: GraphNode): boolean => streamsOf(graph, image).some(({ object }) => object?.status.dockerImageRepository);

function isScheduled(graph: StatusGraph, image: GraphNode): boolean {
  const tag = image.name.split(':')[1];
  return streamsOf(graph, image).some(({ object }) => object?.spec.tags?.find(({ name }) => name === tag)?.importPolicy.scheduled);
}

// oc pkg/helpers/graph/buildgraph/helpers.go RelevantBuilds
function relevantBuilds(graph: StatusGraph, config: GraphNode): RelevantBuilds {
  const created = ({ object }: GraphNode<Build>) => Date.parse(object.metadata.creationTimestamp ?? '');
  const builds = [...graph.successors<Build>(config, edgeKinds.build)].sort((a, b) => created(b) - created(a));
  const phaseOf = ({ object }: GraphNode<Build>) => object.status.phase;
  return {
    lastSuccessful: builds.find((build) => phaseOf(build) === 'Complete'),
    lastUnsuccessful: builds.find((build) => ['Failed', 'Cancelled', 'Error'].includes(phaseOf(build))),
    active: builds.filter((build) => !['Complete', 'Failed', 'Cancelled', 'Error'].includes(phaseOf(build))),
  };
}
