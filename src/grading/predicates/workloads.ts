import type { KubeObject } from '../../api/meta.ts';
import type { GroupResource } from '../../api/status.ts';
import { type Evidence, find, findAll, type Predicate } from '../evidence.ts';
import { newestImages } from './image-streams.ts';
import { type ImageTrigger, imageTriggersOf } from './image-triggers.ts';
import { digestsOf, type RegistryImage } from './registry-images.ts';
import { type Login, secret } from './secrets.ts';

const deploymentResource = { group: 'apps', resource: 'deployments' };
const configResource = { group: 'apps.openshift.io', resource: 'deploymentconfigs' };
const podResource = { group: '', resource: 'pods' };

interface Container {
  readonly name: string;
  readonly image?: string;
}

interface Template {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>>; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: { readonly containers?: readonly Container[] };
}

interface Workload extends KubeObject {
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly containers?: readonly Container[];
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec?: { readonly template?: Template } };
    readonly triggers?: readonly { readonly type: string }[];
  };
  readonly status?: { readonly availableReplicas?: number; readonly succeeded?: number; readonly phase?: string };
}

interface Pod extends KubeObject {
  readonly spec?: Workload['spec'] & { readonly imagePullSecrets?: readonly { readonly name: string }[] };
  readonly status?: { readonly containerStatuses?: readonly { readonly state?: { readonly waiting?: { readonly reason?: string } } }[] };
}

/** A Deployment of this name, or a DeploymentConfig: most labs do not mind which. */
export const workload = (name: string) => questions(name, [deploymentResource, configResource]);
export const deployment = (name: string) => questions(name, [deploymentResource]);
export const deploymentConfig = (name: string) => questions(name, [configResource]);
export const statefulSet = (name: string) => questions(name, [{ group: 'apps', resource: 'statefulsets' }]);
export const job = (name: string) => questions(name, [{ group: 'batch', resource: 'jobs' }]);
export const cronJob = (name: string) => questions(name, [{ group: 'batch', resource: 'cronjobs' }]);
export const pod = (name: string) => questions(name, [podResource]);

/** What may be asked of something that runs containers. */
function questions(name: string, resources: readonly GroupResource[]) {
  const one = (evidence: Evidence) => resources.map((resource) => find<Workload>(evidence, resource, name)).find((found) => found !== undefined);
  const triggers = (evidence: Evidence) => imageTriggersOf(one(evidence));
  const somePod = (wanted: (pod: Pod) => boolean): Predicate => {
    return (evidence) => podsOf(evidence, one(evidence)).some(wanted);
  };
  return {
    exists: ((evidence) => one(evidence) !== undefined) satisfies Predicate,
    existsElsewhere: (({ state, project }) =>
      resources.some((resource) => state.list(resource).some(({ metadata }) => metadata.name === name && metadata.namespace !== project))) satisfies Predicate,
    ...imageQuestions(one),
    ...triggerQuestions(triggers, one),
    isAvailable: ((evidence) => (one(evidence)?.status?.availableReplicas ?? 0) > 0) satisfies Predicate,
    /** Of a job: it ended well. Of a pod: it runs, or ended well. */
    hasRun: ((evidence) => {
      const { succeeded = 0, phase } = one(evidence)?.status ?? {};
      return succeeded > 0 || phase === 'Running' || phase === 'Succeeded';
    }) satisfies Predicate,
    isPaused: ((evidence) => one(evidence)?.spec?.paused === true) satisfies Predicate,
    wantsNoPods: ((evidence) => one(evidence)?.spec?.replicas === 0) satisfies Predicate,
    /** Does one of its pods wait for an image that cannot be pulled? */
    pullFails: somePod(cannotPull),
    /** And was that pod made without this secret? */
    pullFailsWithout: (secret: string): Predicate =>
      somePod((candidate) => cannotPull(candidate) && !(candidate.spec?.imagePullSecrets ?? []).some((linked) => linked.name === secret)),
    /** Has one of its pods a pull secret with this login? A pod that found its image on the node runs without. */
    podsHaveLogin:
      (login: Login): Predicate =>
      (evidence) =>
        podsOf(evidence, one(evidence)).some(({ spec }) =>
          (spec?.imagePullSecrets ?? []).some(({ name: linked }) => secret(linked).holdsLogin(login)(evidence)),
        ),
    /** A DeploymentConfig with a trigger for changes of its own. */
    hasConfigTrigger: ((evidence) => (one(evidence)?.spec?.triggers ?? []).some(({ type }) => type === 'ConfigChange')) satisfies Predicate,
  };
}

type Found = (evidence: Evidence) => Workload | undefined;

function imageQuestions(one: Found) {
  const images = (evidence: Evidence) => containersOf(one(evidence)).flatMap(({ image }) => image ?? []);
  return {
    /** Does one of its containers run this image, by digest? */
    runs:
      (image: RegistryImage): Predicate =>
      (evidence) =>
        digestsOf(evidence, image).some((digest) => images(evidence).some((candidate) => candidate.endsWith(`@${digest}`))),
    runsDigest:
      (digest: string): Predicate =>
      (evidence) =>
        images(evidence).some((candidate) => candidate.endsWith(`@${digest}`)),
    /** Does one of its containers run what a tag of a stream of the project points to? */
    runsTag:
      (stream: string, tag: string): Predicate =>
      (evidence) => {
        const digest = newestImages(evidence, stream, tag)[0];
        return digest !== undefined && images(evidence).some((candidate) => candidate.endsWith(`@${digest}`));
      },
    /** Is an image written like this in one of its containers, letter by letter or by pattern? */
    names:
      (written: string | RegExp): Predicate =>
      (evidence) =>
        images(evidence).some((candidate) => (typeof written === 'string' ? candidate === written : written.test(candidate))),
    /** Does its pod template ask for short names to be resolved (`oc set image-lookup deploy/x`)? */
    resolvesNames: ((evidence) => {
      const found = one(evidence);
      const annotations = { ...found?.metadata.annotations, ...templateOf(found)?.metadata?.annotations };
      return annotations['alpha.image.policy.openshift.io/resolve-names'] === '*';
    }) satisfies Predicate,
    hasContainer:
      (container: string): Predicate =>
      (evidence) =>
        containersOf(one(evidence)).some((candidate) => candidate.name === container),
  };
}

function triggerQuestions(triggers: (evidence: Evidence) => readonly ImageTrigger[], one: Found) {
  const matches = (trigger: ImageTrigger, stream: string, tag: string | undefined) => trigger.stream === stream && (tag === undefined || trigger.tag === tag);
  const isOn = (trigger: ImageTrigger, { project }: Evidence, stream: string, tag: string | undefined) =>
    matches(trigger, stream, tag) && (trigger.namespace ?? project) === project;
  return {
    /** Has an image trigger on the stream of the project, or on that tag of it, on whichever kind; paused or not. */
    isTriggeredBy:
      (stream: string, tag?: string): Predicate =>
      (evidence) =>
        triggers(evidence).some((trigger) => isOn(trigger, evidence, stream, tag)),
    /** Has such a trigger, and it is automatic. */
    follows:
      (stream: string, tag?: string): Predicate =>
      (evidence) =>
        triggers(evidence).some((trigger) => isOn(trigger, evidence, stream, tag) && !trigger.isPaused),
    /** Has an automatic trigger on a tag of another project's stream. */
    followsFrom:
      (project: string, stream: string, tag: string): Predicate =>
      (evidence) =>
        triggers(evidence).some((trigger) => matches(trigger, stream, tag) && trigger.namespace === project && !trigger.isPaused),
    hasPausedTrigger: ((evidence) => triggers(evidence).some(({ isPaused }) => isPaused)) satisfies Predicate,
    hasNoImageTrigger: ((evidence) => triggers(evidence).length === 0) satisfies Predicate,
    hasImageTriggers:
      (count: number): Predicate =>
      (evidence) =>
        triggers(evidence).length === count,
    triggersContainer:
      (container: string): Predicate =>
      (evidence) =>
        triggers(evidence).some(({ containers }) => containers.includes(container)),
    /** Does one of its image triggers name a container that it has? Any other has no place to write the image to. */
    triggersOwnContainer: ((evidence) => {
      const own = containersOf(one(evidence)).map(({ name }) => name);
      return triggers(evidence).some(({ containers }) => containers.some((container) => own.includes(container)));
    }) satisfies Predicate,
  };
}

/** Does any Deployment or DeploymentConfig of the project run what the stream points to? */
export const anyWorkloadRunsImageOf =
  (stream: string): Predicate =>
  (evidence) => {
    const digests = newestImages(evidence, stream);
    return every(evidence).some((candidate) => containersOf(candidate).some(({ image }) => digests.some((digest) => image?.endsWith(`@${digest}`))));
  };

/** Is there any Deployment or DeploymentConfig in the project? */
export const anyWorkload: Predicate = (evidence) => every(evidence).length > 0;

const every = (evidence: Evidence) => [...findAll<Workload>(evidence, deploymentResource), ...findAll<Workload>(evidence, configResource)];
const templateOf = (workload: Workload | undefined) => workload?.spec?.jobTemplate?.spec?.template ?? workload?.spec?.template;
const containersOf = (workload: Workload | undefined) => templateOf(workload)?.spec?.containers ?? workload?.spec?.containers ?? [];
const cannotPull = (pod: Pod) =>
  (pod.status?.containerStatuses ?? []).some(({ state }) => ['ErrImagePull', 'ImagePullBackOff'].includes(state?.waiting?.reason ?? ''));

function podsOf(evidence: Evidence, workload: Workload | undefined): readonly Pod[] {
  if (workload?.kind === 'Pod') return [workload as Pod];
  const wanted = Object.entries(templateOf(workload)?.metadata?.labels ?? {});
  return findAll<Pod>(evidence, podResource).filter(({ metadata }) => wanted.length > 0 && wanted.every(([key, value]) => metadata.labels?.[key] === value));
}
