import type { Image } from '../../../api/image.ts';
import type { TableConvertor } from '../rest-storage.ts';

/** Columns of images. (openshift-apiserver image/printers printImage) */
export const imageTable: TableConvertor = {
  columns: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Image Reference', type: 'string', priority: 0 },
  ],
  cells: (object) => [object.metadata.name, (object as Image).dockerImageReference ?? ''],
};
