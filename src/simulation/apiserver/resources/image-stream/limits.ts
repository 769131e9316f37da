import type { ImageStream } from '../../../../api/image.ts';
import type { KubeObject, ObjectReference } from '../../../../api/meta.ts';
import { daemonMinimal, dockerClientDefaults, exact, tryParseImageReference } from '../../../../imageutil/image-reference.ts';
import { joinImageStreamTag, parseImageStreamTagName } from '../../../../imageutil/image-stream-tag-name.ts';
import type { RequestContext } from '../../rest-storage.ts';
import { fieldsOf, listOf, textOf } from './decode.ts';

const limitedResources = ['openshift.io/images', 'openshift.io/image-tags'] as const;
const limitType = 'openshift.io/ImageStream';

/** Why a stream is too big for the limit ranges of its project; undefined where it is not. (admission/limitrange/imagestream_limits.go VerifyLimits) */
export function exceededLimits(stream: ImageStream, context: Pick<RequestContext, 'store'>): string | undefined {
  const ranges = context.store.list({ group: '', resource: 'limitranges' }, stream.metadata.namespace ?? '');
  const usage = { 'openshift.io/images': usedImages(stream).size, 'openshift.io/image-tags': usedTags(stream).size };
  const errors = limitedResources.flatMap((resource) => {
    const max = lowestMaximum(ranges, resource);
    if (max === undefined || usage[resource] <= Number(max)) return [];
    return [`requested usage of ${resource} exceeds the maximum limit per ${limitType} (${usage[resource]} > ${max})`];
  });
  if (errors.length === 0) return undefined;
  const said = errors.length === 1 ? errors[0] : `[${errors.join(', ')}]`;
  return `ImageStream.image.openshift.io "${stream.metadata.name}" is forbidden: ${said}`;
}

/** Is this the failure of a stream that grew too big? (library-go quota/quotautil IsErrorLimitExceeded) */
export const isLimitExceeded = (message: string): boolean => message.includes('exceeds the maximum limit per ');

function lowestMaximum(ranges: readonly KubeObject[], resource: string): string | undefined {
  const limits = ranges.flatMap((range) => listOf(fieldsOf(range.spec).limits)).map(fieldsOf);
  const maxima = limits.filter(({ type }) => type === limitType).map(({ max }) => fieldsOf(max)[resource]);
  const given = maxima.filter((max) => max !== undefined).map(String);
  return given.sort((a, b) => Number(a) - Number(b))[0];
}

/** Images that the history of any tag names. */
const usedImages = (stream: ImageStream): ReadonlySet<string> =>
  new Set((stream.status.tags ?? []).flatMap(({ items }) => items ?? []).flatMap(({ image }) => (image === '' ? [] : [image])));

/** Sources that spec tags name, each counted once. (usage.go gatherImagesFromImageStreamSpec) */
const usedTags = (stream: ImageStream): ReadonlySet<string> =>
  new Set((stream.spec.tags ?? []).flatMap(({ from }) => (from ? (sourceOf(stream, from) ?? []) : [])));

function sourceOf(stream: ImageStream, from: ObjectReference): string | undefined {
  const namespace = from.namespace || stream.metadata.namespace;
  if (from.kind === 'ImageStreamTag') {
    const parsed = parseImageStreamTagName(textOf(from.name));
    return parsed.ok ? `${namespace}/${joinImageStreamTag(parsed.name, parsed.tag)}` : undefined;
  }
  const reference = tryParseImageReference(textOf(from.name));
  if (!reference) return undefined;
  if (from.kind === 'DockerImage') return exact(daemonMinimal(dockerClientDefaults(reference)));
  if (reference.id === '') return undefined;
  return exact(daemonMinimal({ ...reference, namespace: reference.namespace || (namespace ?? '') }));
}
