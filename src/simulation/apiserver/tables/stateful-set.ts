import type { StatefulSet } from '../../../api/apps.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { containerCells, containerColumns } from './containers.ts';
import { ageColumn, ageOf, column, nameColumn } from './human-time.ts';

/** Columns of StatefulSets (kubernetes pkg/printers/internalversion printStatefulSet). */
export const statefulSetTable: TableConvertor = {
  columns: [nameColumn, column('Ready'), ageColumn, ...containerColumns],
  cells: (object, now) => {
    const { metadata, spec, status } = object as StatefulSet;
    return [metadata.name, `${status?.readyReplicas ?? 0}/${spec.replicas ?? 1}`, ageOf(metadata.creationTimestamp, now), ...containerCells(spec.template)];
  },
};
