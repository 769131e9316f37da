import { type Image, type ImageStreamImage, type ImageStreamLayers, imageApiVersion, imageGroup } from '../../../api/image.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { badRequest, notFound } from '../../../api/status.ts';
import { digestOrImageMatch } from '../../../imageutil/digest.ts';
import { joinImageStreamImage, parseImageStreamImageName } from '../../../imageutil/image-stream-tag-name.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';
import { imageStreamImageTable } from '../tables/image-stream-image.ts';
import { embedImage } from './image/image.ts';
import { imageStreamLayers } from './image-stream/image-stream.ts';

/** An image by the stream that has, or had, it. (openshift-apiserver registry/imagestreamimage/rest.go) */
export const imageStreamImageStorage = (info: ResourceInfo): RestStorage => ({ info, table: imageStreamImageTable, get: getImageStreamImage });

function getImageStreamImage(context: RequestContext, name: string): ImageStreamImage {
  const parsed = parseImageStreamImageName(name);
  if (!parsed.ok) throw badRequest('ImageStreamImages must be retrieved with <name>@<id>');
  const layers = imageStreamLayers(context, parsed.name) as ImageStreamLayers;
  const found = Object.keys(layers.images).findLast((image) => digestOrImageMatch(image, parsed.id));
  if (found === undefined) throw notFound({ group: imageGroup, resource: 'imagestreamimage' }, name);
  const image = context.store.get({ group: imageGroup, resource: 'images' }, undefined, found) as Image | undefined;
  if (!image) throw notFound(context.request, found);
  const { annotations } = layers.metadata;
  return {
    apiVersion: imageApiVersion,
    kind: 'ImageStreamImage',
    metadata: {
      name: joinImageStreamImage(parsed.name, parsed.id),
      ...(context.namespace !== undefined && { namespace: context.namespace }),
      creationTimestamp: image.metadata.creationTimestamp ?? null,
      ...(annotations && { annotations }),
    },
    image: embedImage(image),
  };
}
