import type { KubeObject } from '../../../api/meta.ts';
import type { Container, PodSpec, PodTemplateSpec } from '../../../api/pod.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { StatusError } from '../../../api/status.ts';
import { exact, parseImageReference, tryParseImageReference } from '../../../imageutil/image-reference.ts';
import type { AdmissionPlugin, RequestContext } from '../rest-storage.ts';

/** Where each kind that runs images keeps its pod template; pods are their own. */
const templatePaths: Readonly<Record<string, readonly string[]>> = {
  '/pods': [],
  '/replicationcontrollers': ['spec', 'template'],
  'apps/daemonsets': ['spec', 'template'],
  'apps/deployments': ['spec', 'template'],
  'apps/replicasets': ['spec', 'template'],
  'apps/statefulsets': ['spec', 'template'],
  'apps.openshift.io/deploymentconfigs': ['spec', 'template'],
  'batch/cronjobs': ['spec', 'jobTemplate', 'spec', 'template'],
  'batch/jobs': ['spec', 'template'],
};

const resolveNames = 'alpha.image.policy.openshift.io/resolve-names';

type Fields = Readonly<Record<string, unknown>>;

/** Puts the image that a local image stream tag stands for in place of its short name, where stream or workload ask for it. */
// openshift/apiserver-library-go pkg/admission/imagepolicy
export const imagePolicy: AdmissionPlugin = {
  name: 'image.openshift.io/ImagePolicy',
  admit(operation, info, subresource, object, old, context) {
    const path = pathOf(info);
    if (!path || subresource !== undefined || isControlled(object) || (operation === 'UPDATE' && info.resource === 'jobs')) return object;
    const template = at(object, path);
    if (!template?.spec) return object;
    const resolver = resolverOf(context, asksForResolution(object, path));
    const spec = withImages(template.spec, unchangedSpec(object, old, path), resolver);
    return spec === template.spec ? object : (replaced(object, [...path, 'spec'], spec) as KubeObject);
  },
};

/** What a controller makes has the names that its owner has. */
const isControlled = ({ metadata }: KubeObject) => (metadata.ownerReferences ?? []).some(({ controller }) => controller);

const pathOf = ({ group, resource }: ResourceInfo) => templatePaths[`${group}/${resource}`];

function at(object: unknown, path: readonly string[]): PodTemplateSpec | undefined {
  return path.reduce((value, field) => (value as Fields | undefined)?.[field], object) as PodTemplateSpec | undefined;
}

/** The annotation stands on the object or on its template. */
function asksForResolution(object: KubeObject, path: readonly string[]): boolean {
  return [object.metadata, at(object, path)?.metadata].some((meta) => meta?.annotations?.[resolveNames] === '*');
}

/** On update, an image that stays as it was is left alone, unless the annotation came or went. */
function unchangedSpec(object: KubeObject, old: KubeObject | undefined, path: readonly string[]): PodSpec | undefined {
  if (!old || asksForResolution(object, path) !== asksForResolution(old, path)) return undefined;
  return at(old, path)?.spec;
}

type Resolver = (image: string) => string;

function withImages(spec: PodSpec, old: PodSpec | undefined, resolve: Resolver): PodSpec {
  const images = new Map([...(old?.containers ?? []), ...(old?.initContainers ?? [])].map(({ name, image }) => [name, image]));
  const containers = resolved(spec.containers ?? [], images, resolve);
  const initContainers = spec.initContainers && resolved(spec.initContainers, images, resolve);
  if (containers === (spec.containers ?? []) && initContainers === spec.initContainers) return spec;
  return { ...spec, containers, ...(initContainers && { initContainers }) };
}

function resolved(containers: readonly Container[], old: ReadonlyMap<string, string | undefined>, resolve: Resolver): readonly Container[] {
  const next = containers.map((container) => {
    const { name: own, image } = container;
    if (!image || old.get(own) === image) return container;
    const name = resolve(image);
    return name === image ? container : { ...container, image: name };
  });
  return next.every((container, index) => container === containers[index]) ? containers : next;
}

/** Resolves plain names such as `app:1`; names with a host or a path mean what they say unless resolution is asked for, those with a digest always. */
function resolverOf(context: RequestContext, isForced: boolean): Resolver {
  return (image) => {
    const reference = tryParseImageReference(image);
    if (reference?.id !== '') return image;
    if (!isForced && (reference.registry !== '' || reference.namespace !== '')) return image;
    return resolveTag(context, reference.name, reference.tag || 'latest', isForced) ?? image;
  };
}

function resolveTag(context: RequestContext, name: string, tag: string, isForced: boolean): string | undefined {
  const found = find(context, 'imagestreamtags', `${name}:${tag}`);
  if (!found) return pointerToRegistry(find(context, 'imagestreams', name), tag, isForced);
  const { lookupPolicy, image } = found as unknown as { readonly lookupPolicy?: { readonly local?: boolean }; readonly image: KubeObject };
  if (!isForced && lookupPolicy?.local !== true) return undefined;
  const reference = tryParseImageReference(String(image.dockerImageReference));
  return reference && exact({ ...reference, tag: '', id: image.metadata.name });
}

/** A tag without an image still belongs to its stream: the name is not looked for elsewhere. */
function pointerToRegistry(stream: KubeObject | undefined, tag: string, isForced: boolean): string | undefined {
  const { spec, status } = (stream ?? {}) as { readonly spec?: Fields; readonly status?: Fields };
  const isLocal = (spec?.lookupPolicy as { readonly local?: boolean } | undefined)?.local === true;
  const parsed = parseImageReference(String(status?.dockerImageRepository ?? ''));
  if (!parsed.ok || !(isForced || isLocal)) return undefined;
  return exact({ ...parsed.reference, tag });
}

function find(context: RequestContext, resource: string, name: string): KubeObject | undefined {
  try {
    return context.storage('image.openshift.io', resource).get?.(context, name);
  } catch (error) {
    if (error instanceof StatusError) return undefined;
    throw error;
  }
}

function replaced(value: unknown, [field, ...rest]: readonly string[], next: unknown): unknown {
  if (field === undefined) return next;
  const fields = value as Fields;
  return { ...fields, [field]: replaced(fields[field], rest, next) };
}
