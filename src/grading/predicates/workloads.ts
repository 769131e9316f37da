import type { KubeObject } from '../../api/meta.ts';
import { type Evidence, find, findAll, type Predicate } from '../evidence.ts';
import { newestImages } from './image-streams.ts';
import { digestOf, type RegistryImage } from './registry-images.ts';

const deploymentResource = { group: 'apps', resource: 'deployments' };
const configResource = { group: 'apps.openshift.io', resource: 'deploymentconfigs' };
const podResource = { group: '', resource: 'pods' };

interface Container {
  readonly name: string;
  readonly image?: string;
}

interface Workload extends KubeObject {
  readonly spec?: {
    readonly replicas?: number;
    readonly template?: {
      readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
      readonly spec?: { readonly containers?: readonly Container[] };
    };
    readonly triggers?: readonly { readonly type: string; readonly imageChangeParams?: { readonly from?: { readonly name?: string } } }[];
  };
  readonly status?: { readonly availableReplicas?: number };
}

interface Pod extends KubeObject {
  readonly status?: { readonly containerStatuses?: readonly { readonly state?: { readonly waiting?: { readonly reason?: string } } }[] };
}

/** A Deployment of this name, or a DeploymentConfig: the labs do not mind which. */
export const workload = (name: string) => ({
  exists: ((evidence) => one(evidence, name) !== undefined) satisfies Predicate,
  existsElsewhere: (({ state, project }) =>
    [deploymentResource, configResource].some((resource) =>
      state.list(resource).some(({ metadata }) => metadata.name === name && metadata.namespace !== project),
    )) satisfies Predicate,
  /** Does one of its containers run this image, by digest? */
  runs:
    (image: RegistryImage): Predicate =>
    (evidence) => {
      const digest = digestOf(evidence, image);
      return digest !== undefined && containers(one(evidence, name)).some((container) => container.image?.endsWith(`@${digest}`));
    },
  /** Has an image trigger on a tag of the stream, on whichever kind. */
  isTriggeredBy:
    (stream: string): Predicate =>
    (evidence) =>
      triggerSources(one(evidence, name)).some((tag) => tag.split(':')[0] === stream),
  isAvailable: ((evidence) => (one(evidence, name)?.status?.availableReplicas ?? 0) > 0) satisfies Predicate,
  wantsNoPods: ((evidence) => one(evidence, name)?.spec?.replicas === 0) satisfies Predicate,
  /** Does one of its pods wait for an image that cannot be pulled? */
  pullFails: ((evidence) => podsOf(evidence, name).some(isPullFailing)) satisfies Predicate,
});

/** Does any Deployment or DeploymentConfig of the project run what the stream points to? */
export const anyWorkloadRunsImageOf =
  (stream: string): Predicate =>
  (evidence) => {
    const digests = newestImages(evidence, stream);
    return every(evidence).some((candidate) => containers(candidate).some(({ image }) => digests.some((digest) => image?.endsWith(`@${digest}`))));
  };

/** Is there any Deployment or DeploymentConfig in the project? */
export const anyWorkload: Predicate = (evidence) => every(evidence).length > 0;

const every = (evidence: Evidence) => [...findAll<Workload>(evidence, deploymentResource), ...findAll<Workload>(evidence, configResource)];
const one = (evidence: Evidence, name: string) => find<Workload>(evidence, deploymentResource, name) ?? find<Workload>(evidence, configResource, name);
const containers = (workload: Workload | undefined) => workload?.spec?.template?.spec?.containers ?? [];

// openshift-controller-manager pkg/image/trigger: the annotation on Kubernetes kinds, imageChangeParams on a DeploymentConfig
function triggerSources(workload: Workload | undefined): readonly string[] {
  const configured = (workload?.spec?.triggers ?? []).flatMap((trigger) => trigger.imageChangeParams?.from?.name ?? []);
  return [...configured, ...annotated(workload?.metadata.annotations?.['image.openshift.io/triggers'])];
}

function annotated(annotation: string | undefined): readonly string[] {
  try {
    const triggers: readonly { readonly from?: { readonly name?: string } }[] = JSON.parse(annotation ?? '[]');
    return triggers.flatMap(({ from }) => from?.name ?? []);
  } catch {
    return []; // an annotation that is no JSON triggers nothing
  }
}

function podsOf(evidence: Evidence, name: string): readonly Pod[] {
  const wanted = Object.entries(one(evidence, name)?.spec?.template?.metadata?.labels ?? {});
  return findAll<Pod>(evidence, podResource).filter(({ metadata }) => wanted.length > 0 && wanted.every(([key, value]) => metadata.labels?.[key] === value));
}

const isPullFailing = (pod: Pod) =>
  (pod.status?.containerStatuses ?? []).some(({ state }) => ['ErrImagePull', 'ImagePullBackOff'].includes(state?.waiting?.reason ?? ''));
