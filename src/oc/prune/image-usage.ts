import type { Build, BuildConfig } from '../../api/build.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { dockerClientDefaults, parseImageReference } from '../../imageutil/image-reference.ts';
import { parseImageStreamImageName, parseImageStreamTagName } from '../../imageutil/image-stream-tag-name.ts';
import { podSpecOf } from '../pod-spec.ts';

/** What the objects of a cluster use of its image streams. */
export interface ImageUsage {
  /** `project/stream:tag` of the tags that something names. */
  readonly tags: ReadonlySet<string>;
  /** `project/stream@digest` of the images that something names. */
  readonly images: ReadonlySet<string>;
  /** References that are none, in the words that are printed. */
  readonly badReferences: readonly string[];
}

/** Whatever runs, or may run, an image. */
export interface ImageUsers {
  /** Pods and what makes pods. */
  readonly workloads: readonly KubeObject[];
  readonly builds: readonly (Build | BuildConfig)[];
}

/** Finds the stream tags and images in use; pods that ended before `keptSince` count no more (oc imageprune/prune.go analyzeImageStreamsReferences). */
export function imageUsage({ workloads, builds }: ImageUsers, keptSince: number): ImageUsage {
  const found = [...workloads.filter((object) => !hasEnded(object, keptSince)).flatMap(referencesOfPods), ...builds.flatMap(referencesOfBuild)];
  const of = (kind: Reference['kind']) => found.filter((reference) => reference.kind === kind).map(({ text }) => text);
  return { tags: new Set(of('tag')), images: new Set(of('image')), badReferences: of('bad') };
}

interface Reference {
  readonly kind: 'tag' | 'image' | 'bad';
  readonly text: string;
}

function hasEnded(object: KubeObject, keptSince: number): boolean {
  if (object.kind !== 'Pod') return false;
  const phase = (object as Pod).status?.phase;
  return phase !== 'Running' && phase !== 'Pending' && Date.parse(object.metadata.creationTimestamp ?? '') < keptSince;
}

function referencesOfPods(object: KubeObject): readonly Reference[] {
  const spec = podSpecOf(object);
  const named = [
    ...(spec?.initContainers ?? []).map(({ name, image }) => ({ where: `init container ${name}`, image })),
    ...(spec?.containers ?? []).map(({ name, image }) => ({ where: `container ${name}`, image })),
  ];
  return named.flatMap(({ where, image = '' }) => (image.trim() === '' ? [] : pullSpec(object, where, image)));
}

/** The host is not looked at: whether it is the cluster's own registry cannot be told (analyzeImageReference). */
function pullSpec(object: KubeObject, where: string, image: string): readonly Reference[] {
  const parsed = parseImageReference(image);
  if (!parsed.ok) return [bad(object, where, 'image', image, parsed.error)];
  const { registry, namespace, name, id } = parsed.reference;
  if (registry === '' || namespace === '' || name.includes('/')) return [];
  if (id !== '') return [{ kind: 'image', text: `${namespace}/${name}@${id}` }];
  return [{ kind: 'tag', text: `${namespace}/${name}:${dockerClientDefaults(parsed.reference).tag}` }];
}

function referencesOfBuild(build: Build | BuildConfig): readonly Reference[] {
  const { sourceStrategy, dockerStrategy, customStrategy } = build.spec.strategy;
  const from = (sourceStrategy ?? dockerStrategy ?? customStrategy)?.from;
  if (!from) return [];
  const { name = '' } = from;
  const namespace = from.namespace || build.metadata.namespace;
  if (from.kind === 'DockerImage') return name.trim() === '' ? [] : pullSpec(build, '', name);
  if (from.kind === 'ImageStreamImage') {
    const parsed = parseImageStreamImageName(name);
    return [parsed.ok ? { kind: 'image', text: `${namespace}/${parsed.name}@${parsed.id}` } : bad(build, '', from.kind, name, parsed.error)];
  }
  if (from.kind !== 'ImageStreamTag') return [];
  const parsed = parseImageStreamTagName(name);
  return [parsed.ok ? { kind: 'tag', text: `${namespace}/${parsed.name}:${parsed.tag}` } : bad(build, '', from.kind, name, parsed.error)];
}

function bad({ kind, metadata }: KubeObject, where: string, target: string, text: string, error: string): Reference {
  const object = `${kind.toLowerCase()}/${metadata.name} namespace=${metadata.namespace}${where === '' ? '' : `: ${where}`}`;
  return { kind: 'bad', text: `${object}: invalid ${target} reference ${JSON.stringify(text)}: ${error}` };
}
