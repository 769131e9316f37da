import type { Build, BuildConfig, BuildTriggerPolicy, CommonBuildSpec } from '../../api/build.ts';
import type { ObjectReference } from '../../api/meta.ts';
import { type Evidence, find, findAll, type Predicate } from '../evidence.ts';
import { digestsOf, type RegistryImage } from './registry-images.ts';

const configResource = { group: 'build.openshift.io', resource: 'buildconfigs' };
const buildResource = { group: 'build.openshift.io', resource: 'builds' };

/** A BuildConfig of the project. */
export const buildConfig = (name: string) => ({ ...definitionOf(name), ...triggersOf(name), ...runsOf(name) });

const definitionOf = (name: string) => ({
  exists: ((evidence) => config(evidence, name) !== undefined) satisfies Predicate,
  /** Is the tag (`stream:tag`, of this project or of the one named) what its strategy starts from? */
  buildsOn:
    (istag: string, namespace?: string): Predicate =>
    (evidence) => {
      const from = inputOf(config(evidence, name));
      return from?.kind === 'ImageStreamTag' && from.name === istag && (namespace === undefined || (from.namespace ?? evidence.project) === namespace);
    },
  /** Does it start from an image of a registry, past all streams? */
  buildsPastStreams: ((evidence) => inputOf(config(evidence, name))?.kind === 'DockerImage') satisfies Predicate,
  /** Is this image of a registry what its strategy starts from? */
  buildsFrom:
    (reference: string): Predicate =>
    (evidence) => {
      const from = inputOf(config(evidence, name));
      return from?.kind === 'DockerImage' && from.name === reference;
    },
  /** Is this the Dockerfile that it holds? Blanks around it do not count. */
  hasDockerfile:
    (text: string): Predicate =>
    (evidence) =>
      config(evidence, name)?.spec.source?.dockerfile?.trim() === text.trim(),
  outputsTo:
    (istag: string): Predicate =>
    (evidence) => {
      const to = config(evidence, name)?.spec.output?.to;
      return to?.kind === 'ImageStreamTag' && to.name === istag;
    },
});

const triggersOf = (name: string) => ({
  /** Has it an image change trigger that is not paused? */
  isTriggeredByImage: ((evidence) =>
    (config(evidence, name)?.spec.triggers ?? []).some(({ type, imageChange }) => type === 'ImageChange' && imageChange?.paused !== true)) satisfies Predicate,
  /** Has it such a trigger on the very tag that its strategy starts from? One that names no tag means that one. */
  followsItsInput: ((evidence) => {
    const build = config(evidence, name);
    const input = inputOf(build);
    return (build?.spec.triggers ?? []).some((trigger) => isOn(trigger, input, evidence.project));
  }) satisfies Predicate,
});

const runsOf = (name: string) => ({
  /** Has one of its builds ended well? */
  hasBuilt: ((evidence) => buildsOf(evidence, name).some(({ status }) => status.phase === 'Complete')) satisfies Predicate,
  /** Did one of the builds that ended well start from this image? */
  hasBuiltFrom:
    (image: RegistryImage): Predicate =>
    (evidence) =>
      digestsOf(evidence, image).some((digest) =>
        buildsOf(evidence, name).some(({ spec, status }) => status.phase === 'Complete' && startOf(spec)?.name?.endsWith(`@${digest}`)),
      ),
});

const config = (evidence: Evidence, name: string) => find<BuildConfig>(evidence, configResource, name);
const buildsOf = (evidence: Evidence, name: string) => findAll<Build>(evidence, buildResource).filter(({ metadata }) => metadata.labels?.buildconfig === name);

function isOn({ type, imageChange }: BuildTriggerPolicy, input: ObjectReference | undefined, project: string): boolean {
  if (type !== 'ImageChange' || imageChange?.paused === true) return false;
  const { from = input } = imageChange ?? {};
  return from?.name === input?.name && (from?.namespace ?? project) === (input?.namespace ?? project);
}

const inputOf = (config: BuildConfig | undefined) => (config === undefined ? undefined : startOf(config.spec));

function startOf({ strategy }: CommonBuildSpec) {
  const { sourceStrategy, dockerStrategy, customStrategy } = strategy;
  return (sourceStrategy ?? dockerStrategy ?? customStrategy)?.from;
}
