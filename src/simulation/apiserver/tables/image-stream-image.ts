import type { ImageStreamImage } from '../../../api/image.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { ago } from './relative-time.ts';

/** Columns of images in a stream. (openshift-apiserver image/printers printImageStreamImage) */
export const imageStreamImageTable: TableConvertor = {
  columns: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Updated', type: 'string', priority: 0 },
    { name: 'Image Reference', type: 'string', priority: 1 },
    { name: 'Image Name', type: 'string', priority: 1 },
  ],
  cells(object, now) {
    const { metadata, image } = object as ImageStreamImage;
    return [metadata.name, ago(metadata.creationTimestamp, now), image.dockerImageReference ?? '', image.metadata.name ?? ''];
  },
};
