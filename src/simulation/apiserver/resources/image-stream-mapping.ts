import {
  defaultImageTag,
  type Image,
  type ImageStream,
  type ImageStreamMapping,
  imageApiVersion,
  imageGroup,
  managedByOpenShiftAnnotation,
} from '../../../api/image.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { type FieldError, invalid, type Status } from '../../../api/status.ts';
import { exact, imageReference, parseImageReference, tryParseImageReference } from '../../../imageutil/image-reference.ts';
import { addTagEvent, updateTrackingTags } from '../../../imageutil/tag-events.ts';
import { timestamp } from '../../clock.ts';
import { isValidPathSegmentName } from '../name-validation.ts';
import { invalidValue, notFoundValue, requiredValue, validateObjectMeta } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';
import { decodeImage, validateImage } from './image/image.ts';
import { textOf } from './image-stream/decode.ts';
import { getImageStream, updateImageStreamStatus } from './image-stream/image-stream.ts';

const kind = { group: imageGroup, kind: 'ImageStreamMapping' } as const;

/** What the cluster's own registry creates after a push: the image, and the tag that has it now. (openshift-apiserver registry/imagestreammapping/rest.go) */
export const imageStreamMappingStorage = (info: ResourceInfo): RestStorage => ({ info, create: createMapping });

function createMapping(context: RequestContext, object: KubeObject): Status {
  const mapping = decodeMapping(context, object);
  const errors = validateMapping(mapping);
  if (errors.length > 0) throw invalid(kind, mapping.metadata.name, errors);
  const stream = findStream(context, mapping);
  const { isNew, image } = ensureImage(context, mapping);
  const local = tryParseImageReference(stream.status.dockerImageRepository);
  const isShared = !isNew && image.metadata.annotations?.[managedByOpenShiftAnnotation] === 'true' && local !== undefined;
  const event = {
    created: timestamp(context.clock.now()),
    dockerImageReference: isShared ? exact({ ...local, id: image.metadata.name }) : (image.dockerImageReference ?? ''),
    image: image.metadata.name,
    generation: stream.metadata.generation ?? 0,
  };
  const tag = mapping.tag || defaultImageTag;
  const tagged = addTagEvent(stream, tag, event);
  if (tagged !== stream) updateImageStreamStatus(context, updateTrackingTags(tagged, tag, event));
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };
}

function decodeMapping(context: RequestContext, object: KubeObject): ImageStreamMapping & { readonly image: Image } {
  const { namespace = '' } = context;
  const given = (object.image ?? {}) as KubeObject;
  const decoded = decodeImage({ ...given, apiVersion: imageApiVersion, kind: 'Image', metadata: { ...given.metadata, name: given.metadata?.name ?? '' } });
  const { signatures: _, ...image } = decoded;
  const registry = context.config.internalRegistryHostname;
  const own = exact(imageReference({ registry, namespace, name: object.metadata.name ?? '', id: decoded.metadata.name }));
  return {
    ...object,
    metadata: { ...object.metadata, namespace },
    tag: textOf(object.tag),
    image: { ...image, dockerImageReference: image.dockerImageReference ?? own } as Image,
  } as ImageStreamMapping & { readonly image: Image };
}

// image/validation ValidateImageStreamMapping
function validateMapping(mapping: ImageStreamMapping): readonly FieldError[] {
  const repository = textOf(mapping.dockerImageRepository);
  const parsed = repository === '' ? undefined : parseImageReference(repository);
  return [
    ...validateObjectMeta(mapping.metadata, true, isValidPathSegmentName),
    ...(parsed && !parsed.ok ? [invalidValue('dockerImageRepository', repository, parsed.error)] : []),
    ...(mapping.tag === '' ? [requiredValue('tag')] : []),
    ...validateImage(mapping.image, 'image.'),
  ];
}

function findStream(context: RequestContext, { metadata: { name }, dockerImageRepository }: ImageStreamMapping): ImageStream {
  if (name) return getImageStream(context, name);
  const streams = context.store.list({ group: imageGroup, resource: 'imagestreams' }, context.namespace) as readonly ImageStream[];
  const found = streams.find(({ spec }) => spec.dockerImageRepository === dockerImageRepository);
  if (!found) throw invalid(kind, '', [notFoundValue('dockerImageStream', dockerImageRepository ?? '')]);
  return found;
}

function ensureImage(context: RequestContext, { image }: { readonly image: Image }): { readonly isNew: boolean; readonly image: Image } {
  const images = context.storage(imageGroup, 'images');
  if (context.store.get(images.info, undefined, image.metadata.name)) return { isNew: false, image };
  return { isNew: true, image: images.create?.({ ...context, namespace: undefined }, image) as Image };
}
