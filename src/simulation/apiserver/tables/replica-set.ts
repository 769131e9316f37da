import type { ReplicaSet, ReplicationController } from '../../../api/apps.ts';
import { formatLabels } from '../../../api/label-selector.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { containerCells, containerColumns, selectorCell, selectorColumn } from './containers.ts';
import { ageColumn, ageOf, column, nameColumn } from './human-time.ts';

const columns = [
  nameColumn,
  column('Desired', 'integer'),
  column('Current', 'integer'),
  column('Ready', 'integer'),
  ageColumn,
  ...containerColumns,
  selectorColumn,
];

function cellsOf({ metadata, spec, status }: ReplicaSet | ReplicationController, selector: string, now: number) {
  const age = ageOf(metadata.creationTimestamp, now);
  return [metadata.name, spec.replicas ?? 1, status?.replicas ?? 0, status?.readyReplicas ?? 0, age, ...containerCells(spec.template), selector];
}

/** Columns of ReplicaSets (kubernetes pkg/printers/internalversion printReplicaSet). */
export const replicaSetTable: TableConvertor = {
  columns,
  cells: (object, now) => cellsOf(object as ReplicaSet, selectorCell((object as ReplicaSet).spec.selector), now),
};

/** Columns of ReplicationControllers (printReplicationController). */
export const replicationControllerTable: TableConvertor = {
  columns,
  cells: (object, now) => cellsOf(object as ReplicationController, formatLabels((object as ReplicationController).spec.selector), now),
};
