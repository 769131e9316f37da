import type { ImageStreamTag } from '../../../api/image.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { ago } from './relative-time.ts';

/** Columns of image stream tags. (openshift-apiserver image/printers printImageStreamTag) */
export const imageStreamTagTable: TableConvertor = {
  columns: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Image Reference', type: 'string', priority: 0 },
    { name: 'Updated', type: 'string', priority: 0 },
    { name: 'Image Name', type: 'string', priority: 1 },
  ],
  cells(object, now) {
    const { metadata, image } = object as ImageStreamTag;
    return [metadata.name, image.dockerImageReference ?? '', ago(metadata.creationTimestamp, now), image.metadata.name ?? ''];
  },
};
