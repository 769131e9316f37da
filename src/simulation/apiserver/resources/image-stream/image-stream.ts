import { type Image, type ImageBlobReferences, type ImageLayerData, type ImageStream, imageApiVersion, imageGroup } from '../../../../api/image.ts';
import type { KubeObject } from '../../../../api/meta.ts';
import type { ResourceInfo } from '../../../../api/resource.ts';
import { notFound } from '../../../../api/status.ts';
import type { RequestContext, RestStorage } from '../../rest-storage.ts';
import { standardStorage } from '../../standard-storage.ts';
import { imageStreamTable } from '../../tables/image-stream.ts';
import { pullSecrets } from './pull-secrets.ts';
import { imageStreamStrategy, internalImageStreamStrategy } from './strategy.ts';

/** Discovery's description of image streams, for those who write them from inside. */
export const imageStreams: ResourceInfo = {
  group: imageGroup,
  version: 'v1',
  resource: 'imagestreams',
  kind: 'ImageStream',
  singular: 'imagestream',
  shortNames: ['is'],
  categories: ['all'],
  namespaced: true,
  verbs: [],
};

/** Image streams with their subresources `status`, `layers` and `secrets`. */
export const imageStreamStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<ImageStream>(info, imageStreamStrategy, {
    table: imageStreamTable,
    hasStatus: true,
    subresources: { layers: { get: imageStreamLayers }, secrets: { get: imageStreamSecrets } },
  });

const internal = standardStorage<ImageStream>(imageStreams, internalImageStreamStrategy);
const standard = standardStorage<ImageStream>(imageStreams, imageStreamStrategy);

/** The stream, or the failure that says it is not there, under the name of the resource that was asked for. */
export function getImageStream(context: RequestContext, name: string): ImageStream {
  const found = findImageStream(context, name);
  if (!found) throw notFound(context.request, name);
  return found;
}

export const findImageStream = (context: RequestContext, name: string): ImageStream | undefined =>
  context.store.get(imageStreams, context.namespace, name) as ImageStream | undefined;

/** A stream that does not exist yet, to be filled and created. */
export const emptyImageStream = (context: RequestContext, name: string): ImageStream => ({
  apiVersion: imageApiVersion,
  kind: 'ImageStream',
  metadata: { name, ...(context.namespace !== undefined && { namespace: context.namespace }) },
  spec: { lookupPolicy: { local: false } },
  status: { dockerImageRepository: '' },
});

/** Creates a stream as people do: without a status. (registry/imagestream/registry.go CreateImageStream) */
export const createImageStream = (context: RequestContext, stream: ImageStream): ImageStream => standard.create?.(context, stream) as ImageStream;

/** Creates a stream with its status, as an import does. */
export const createImageStreamWithStatus = (context: RequestContext, stream: ImageStream): ImageStream => internal.create?.(context, stream) as ImageStream;

/** Writes spec and status together. (registry/imagestream/registry.go UpdateImageStream) */
export const updateImageStream = (context: RequestContext, stream: ImageStream): ImageStream =>
  internal.update?.(context, stream.metadata.name, stream) as ImageStream;

/** Writes the status alone. (registry/imagestream/registry.go UpdateImageStreamStatus) */
export const updateImageStreamStatus = (context: RequestContext, stream: ImageStream): ImageStream =>
  internal.subresources?.status?.update?.(context, stream.metadata.name, stream) as ImageStream;

/** The blobs of every image that the history of the stream names. (registry/imagestream/etcd LayersREST) */
export function imageStreamLayers(context: RequestContext, name: string): KubeObject {
  const stream = getImageStream(context, name);
  const blobs: Record<string, ImageLayerData> = {};
  const images: Record<string, ImageBlobReferences> = {};
  const events = (stream.status.tags ?? []).flatMap(({ items }) => items ?? []);
  for (const { image } of events) if (image !== '') addImage(context, image, blobs, images);
  return { apiVersion: imageApiVersion, kind: 'ImageStreamLayers', metadata: stream.metadata, blobs, images };
}

function addImage(context: RequestContext, name: string, blobs: Record<string, ImageLayerData>, images: Record<string, ImageBlobReferences>): void {
  if (images[name]) return;
  const image = context.store.get({ group: imageGroup, resource: 'images' }, undefined, name) as Image | undefined;
  if (!image) {
    images[name] = { imageMissing: true, layers: null, config: null };
    return;
  }
  for (const layer of image.dockerImageLayers ?? []) blobs[layer.name] ??= { size: layer.size, mediaType: layer.mediaType };
  const config = image.dockerImageManifests ? null : (image.dockerImageMetadata?.Id ?? null);
  if (config) blobs[config] ??= { size: null, mediaType: 'application/vnd.docker.container.image.v1+json' };
  blobs[name] ??= { size: null, mediaType: image.dockerImageManifestMediaType ?? 'application/vnd.docker.distribution.manifest.v2+json' };
  const manifests = image.dockerImageManifests?.map(({ digest }) => digest);
  images[name] = { layers: image.dockerImageLayers?.map((layer) => layer.name) ?? null, config, ...(manifests && { manifests }) };
  for (const digest of manifests ?? []) addImage(context, digest, blobs, images);
}

/** The pull secrets of the project, whichever stream is named. (registry/imagesecret/rest.go) */
export function imageStreamSecrets(context: RequestContext): KubeObject {
  return { apiVersion: imageApiVersion, kind: 'SecretList', metadata: { name: '' }, items: pullSecrets(context) };
}
