import { type DockerConfig, type DockerImage, dockerLayersOrderAnnotation, type Image, type ImageLayer, type ImageManifest } from '../../../../api/image.ts';
import type { RegistryManifest } from '../../../../api/registry-transport.ts';
import { fieldsOf, listOf, textOf } from '../image-stream/decode.ts';

const listMediaTypes = ['application/vnd.docker.distribution.manifest.list.v2+json', 'application/vnd.oci.image.index.v1+json'];

/** Is this a list of manifests, one for each platform? */
export const isManifestList = ({ mediaType }: Pick<RegistryManifest, 'mediaType'>): boolean => listMediaTypes.includes(mediaType);

/** What an Image keeps of one manifest and its configuration. (importer/image.go schema2OrOCIToImage, internal/imageutil InternalImageWithMetadata) */
export function imageOfManifest(manifest: RegistryManifest, config: string): Image {
  const content = fieldsOf(JSON.parse(manifest.raw));
  const layers = listOf(content.layers).map(fieldsOf).map(decodeLayer);
  const configDigest = textOf(fieldsOf(content.config).digest);
  return {
    apiVersion: 'image.openshift.io/v1',
    kind: 'Image',
    metadata: { name: manifest.digest, annotations: { [dockerLayersOrderAnnotation]: 'ascending' } },
    dockerImageLayers: layers,
    dockerImageManifestMediaType: manifest.mediaType,
    dockerImageManifest: manifest.raw,
    dockerImageConfig: config,
    dockerImageMetadata: dockerImageOfConfig(config, configDigest, layers),
    dockerImageMetadataVersion: '1.0',
  };
}

/** What an Image keeps of a manifest list. (importer/image.go manifestListToImage) */
export function imageOfManifestList(manifest: RegistryManifest, now: string): Image {
  return {
    apiVersion: 'image.openshift.io/v1',
    kind: 'Image',
    metadata: { name: manifest.digest },
    dockerImageManifestMediaType: manifest.mediaType,
    dockerImageMetadata: decodeDockerImage({ Id: manifest.digest, Created: now }),
    dockerImageMetadataVersion: '1.0',
    dockerImageManifests: manifestsOfList(manifest.raw),
  };
}

/** The manifests that a list names, in its order. */
export function manifestsOfList(raw: string): readonly ImageManifest[] {
  return listOf(fieldsOf(JSON.parse(raw)).manifests)
    .map(fieldsOf)
    .map(({ digest, mediaType, size, platform }) => {
      const { architecture, os, variant } = fieldsOf(platform);
      return {
        digest: textOf(digest),
        mediaType: textOf(mediaType),
        manifestSize: Number(size ?? 0),
        architecture: textOf(architecture),
        os: textOf(os),
        ...(textOf(variant) !== '' && { variant: textOf(variant) }),
      };
    });
}

/** Image metadata without its empty parts, as the scheme writes it. (image/v1 conversion.go Convert_image_Image_To_v1_Image) */
export function decodeDockerImage(input: unknown): DockerImage {
  const fields = fieldsOf(input);
  const { Created, ContainerConfig, Config } = fields;
  const optional = ['Parent', 'Comment', 'Container', 'DockerVersion', 'Author', 'Architecture', 'Size'].filter((key) => isSet(fields[key]));
  return {
    kind: 'DockerImage',
    apiVersion: 'image.openshift.io/1.0',
    Id: textOf(fields.Id),
    Created: textOf(Created) || null,
    ContainerConfig: decodeConfig(ContainerConfig),
    ...(Config !== undefined && Config !== null && { Config: decodeConfig(Config) }),
    ...Object.fromEntries(optional.map((key) => [key, fields[key]])),
  };
}

/** The size of the configuration and of each layer once. */
function totalSize(config: string, configDigest: string, layers: readonly ImageLayer[]): number {
  const sizes = new Map(layers.map(({ name, size }) => [name, size]));
  sizes.delete(configDigest);
  return [...sizes.values()].reduce((sum, size) => sum + size, new TextEncoder().encode(config).length);
}

function dockerImageOfConfig(config: string, configDigest: string, layers: readonly ImageLayer[]): DockerImage {
  const { created, author, architecture, config: runtime, container_config, docker_version, parent, comment, container } = fieldsOf(JSON.parse(config));
  return decodeDockerImage({
    Id: configDigest,
    Parent: parent,
    Comment: comment,
    Created: created,
    Container: container,
    ContainerConfig: container_config,
    DockerVersion: docker_version,
    Author: author,
    Config: runtime,
    Architecture: architecture,
    Size: totalSize(config, configDigest, layers),
  });
}

const decodeLayer = ({ digest, size, mediaType }: Readonly<Record<string, unknown>>): ImageLayer => ({
  name: textOf(digest),
  size: Number(size ?? 0),
  mediaType: textOf(mediaType),
});

const decodeConfig = (input: unknown): DockerConfig => Object.fromEntries(Object.entries(fieldsOf(input)).filter(([, value]) => isSet(value)));

function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
