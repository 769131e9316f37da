import { type EmbeddedImage, type Image, manifestBlobStoredAnnotation } from '../../../../api/image.ts';
import type { KubeObject } from '../../../../api/meta.ts';
import type { ResourceInfo } from '../../../../api/resource.ts';
import type { FieldError } from '../../../../api/status.ts';
import { parseImageReference } from '../../../../imageutil/image-reference.ts';
import { isValidPathSegmentName } from '../../name-validation.ts';
import { invalidValue, requiredValue } from '../../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../../rest-storage.ts';
import { standardStorage } from '../../standard-storage.ts';
import { imageTable } from '../../tables/image.ts';
import { fieldsOf, listOf, textOf } from '../image-stream/decode.ts';
import { decodeDockerImage, imageOfManifest, isManifestList, manifestsOfList } from './image-metadata.ts';

/** Images belong to the whole cluster: one for each digest that was ever imported or pushed. */
export const imageStorage = (info: ResourceInfo): RestStorage => standardStorage<Image>(info, imageStrategy, { table: imageTable });

/** What may be written of an image. (openshift-apiserver registry/image/strategy.go) */
const imageStrategy: Strategy<Image> = {
  setDefaults: decodeImage,
  validateName: isValidPathSegmentName,
  requiresResourceVersion: true,
  prepareForCreate: withManifestContent,
  prepareForUpdate: (next, old) => {
    const { dockerImageMetadata, dockerImageMetadataVersion, dockerImageLayers } = old;
    // metadata follows from the manifest: nobody alters it
    return withoutEmpty({ ...next, dockerImageMetadata, dockerImageMetadataVersion, dockerImageLayers });
  },
  validate: (image) => validateImage(image, ''),
};

/** An image without the fields that are empty or unknown. */
export function decodeImage(object: KubeObject): Image {
  const { apiVersion, metadata } = object;
  const texts = ['dockerImageReference', 'dockerImageManifest', 'dockerImageManifestMediaType', 'dockerImageConfig'] as const;
  const lists = ['dockerImageLayers', 'dockerImageManifests', 'signatures'] as const;
  return {
    apiVersion,
    kind: 'Image',
    metadata,
    ...Object.fromEntries(texts.filter((key) => textOf(object[key]) !== '').map((key) => [key, object[key]])),
    ...Object.fromEntries(lists.filter((key) => listOf(object[key]).length > 0).map((key) => [key, object[key]])),
    dockerImageMetadata: decodeDockerImage(object.dockerImageMetadata),
    dockerImageMetadataVersion: textOf(object.dockerImageMetadataVersion) || '1.0',
  };
}

/** An image as a part of another object, without the raw manifest. */
export function embedImage(image: KubeObject): EmbeddedImage {
  const { apiVersion: _, kind: __, dockerImageManifest: ___, dockerImageConfig: ____, ...rest } = image;
  return rest as EmbeddedImage;
}

/** What is wrong with an image, its metadata aside. `path` ends in a dot where the image is a part of something. (image/validation validateImage) */
export function validateImage(image: EmbeddedImage | Image, path: string): readonly FieldError[] {
  const reference = textOf(image.dockerImageReference);
  const field = `${path}dockerImageReference`;
  if (reference === '') return [requiredValue(field)];
  const parsed = parseImageReference(reference);
  return parsed.ok ? [] : [invalidValue(field, reference, parsed.error)];
}

/** What the manifest says goes into fields of its own. (registry/image/strategy.go PrepareForCreate) */
export function withManifestContent(image: Image): Image {
  const { dockerImageManifest: raw, dockerImageConfig: config, dockerImageManifestMediaType } = image;
  if (!raw || !isJson(raw)) return image;
  const mediaType = dockerImageManifestMediaType ?? textOf(fieldsOf(JSON.parse(raw)).mediaType);
  const manifest = { digest: image.metadata.name, mediaType, raw };
  const known: Image = isManifestList(manifest)
    ? { ...image, dockerImageManifestMediaType: mediaType, dockerImageManifests: manifestsOfList(raw) }
    : config
      ? { ...imageOfManifest(manifest, config), ...withoutMetadata(image), metadata: mergedMetadata(image, imageOfManifest(manifest, config)) }
      : image;
  if (image.metadata.annotations?.[manifestBlobStoredAnnotation] !== 'true') return known;
  const { dockerImageManifest: _, dockerImageConfig: __, ...rest } = known;
  return rest as Image;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const mergedMetadata = (image: Image, made: Image) => ({ ...image.metadata, annotations: { ...image.metadata.annotations, ...made.metadata.annotations } });

function withoutMetadata(image: Image): Partial<Image> {
  const { dockerImageMetadata: _, metadata: __, ...rest } = image;
  return rest;
}

function withoutEmpty(image: KubeObject): Image {
  return Object.fromEntries(Object.entries(image).filter(([, value]) => value !== undefined)) as Image;
}
