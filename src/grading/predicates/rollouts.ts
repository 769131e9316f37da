import type { KubeObject } from '../../api/meta.ts';
import { type Evidence, find, findAll, type Predicate } from '../evidence.ts';
import { digestsOf, type RegistryImage } from './registry-images.ts';

const podResource = { group: '', resource: 'pods' };
const workloadResources = [
  { group: 'apps', resource: 'deployments' },
  { group: 'apps.openshift.io', resource: 'deploymentconfigs' },
];

interface Pod extends KubeObject {
  readonly status?: { readonly containerStatuses?: readonly { readonly ready?: boolean; readonly imageID?: string }[] };
}

interface Workload extends KubeObject {
  readonly spec?: { readonly template?: { readonly metadata?: { readonly labels?: Readonly<Record<string, string>> } } };
}

/** What the pods of a Deployment or DeploymentConfig really run: a pod template says only what they should. */
export const podsOf = (app: string) => ({
  /** Is one of its pods ready with this image, however the template writes it? */
  run:
    (image: RegistryImage): Predicate =>
    (evidence) => {
      const digests = digestsOf(evidence, image);
      return ownPods(evidence, app, findAll<Pod>(evidence, podResource)).some((pod) => isReadyWith(pod, digests));
    },
  runDigest:
    (digest: string): Predicate =>
    (evidence) =>
      ownPods(evidence, app, findAll<Pod>(evidence, podResource)).some((pod) => isReadyWith(pod, [digest])),
  /** Was one of its pods ever ready with this image? */
  haveRun:
    (image: RegistryImage): Predicate =>
    (evidence) => {
      const digests = digestsOf(evidence, image);
      return ownPods(evidence, app, everyPod(evidence)).some((pod) => isReadyWith(pod, digests));
    },
  /** Did one of its pods get ready with `later` after one had been with `earlier`? */
  haveRunInTurn:
    (earlier: RegistryImage, later: RegistryImage): Predicate =>
    (evidence) => {
      const pods = ownPods(evidence, app, everyPod(evidence));
      const [first = pods.length] = readyMoments(pods, digestsOf(evidence, earlier));
      return readyMoments(pods, digestsOf(evidence, later)).some((moment) => moment > first);
    },
  haveRunDigest:
    (digest: string): Predicate =>
    (evidence) =>
      ownPods(evidence, app, everyPod(evidence)).some((pod) => isReadyWith(pod, [digest])),
});

/** Each pod of the project as it was after each change of it. */
const everyPod = ({ state, project }: Evidence): readonly Pod[] =>
  state.changes
    .filter(({ resource, object }) => resource.group === '' && resource.resource === podResource.resource && object.metadata.namespace === project)
    .map(({ object }) => object as Pod);

function ownPods(evidence: Evidence, app: string, pods: readonly Pod[]): readonly Pod[] {
  const workload = workloadResources.map((resource) => find<Workload>(evidence, resource, app)).find((found) => found !== undefined);
  const labels = Object.entries(workload?.spec?.template?.metadata?.labels ?? {});
  return pods.filter((pod) => labels.length > 0 && labels.every(([key, value]) => pod.metadata.labels?.[key] === value) && isRolledOutBy(app, pod));
}

/** A pod that somebody made by hand under the same labels belongs to no rollout. */
const isRolledOutBy = (app: string, { metadata }: Pod): boolean => (metadata.ownerReferences ?? []).some(({ name }) => name.startsWith(`${app}-`));

/** Where in the sequence each of the pods was first ready with such an image. */
function readyMoments(pods: readonly Pod[], digests: readonly string[]): readonly number[] {
  const moments = new Map<string, number>();
  for (const [at, pod] of pods.entries()) if (!moments.has(pod.metadata.name) && isReadyWith(pod, digests)) moments.set(pod.metadata.name, at);
  return [...moments.values()];
}

const isReadyWith = ({ status }: Pod, digests: readonly string[]): boolean =>
  (status?.containerStatuses ?? []).some(({ ready, imageID }) => ready === true && digests.some((digest) => imageID?.endsWith(`@${digest}`)));
