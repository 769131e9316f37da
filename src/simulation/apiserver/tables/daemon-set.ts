import type { DaemonSet } from '../../../api/apps.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { containerCells, containerColumns, selectorCell, selectorColumn } from './containers.ts';
import { ageColumn, ageOf, column, nameColumn } from './human-time.ts';

/** Columns of DaemonSets (kubernetes pkg/printers/internalversion printDaemonSet). */
export const daemonSetTable: TableConvertor = {
  columns: [
    nameColumn,
    column('Desired', 'integer'),
    column('Current', 'integer'),
    column('Ready', 'integer'),
    column('Up-to-date', 'integer'),
    column('Available', 'integer'),
    column('Node Selector'),
    ageColumn,
    ...containerColumns,
    selectorColumn,
  ],
  cells: (object, now) => {
    const { metadata, spec, status } = object as DaemonSet;
    const nodes = Object.entries(spec.template.spec.nodeSelector ?? {}).map(([key, value]) => `${key}=${value}`);
    return [
      metadata.name,
      status?.desiredNumberScheduled ?? 0,
      status?.currentNumberScheduled ?? 0,
      status?.numberReady ?? 0,
      status?.updatedNumberScheduled ?? 0,
      status?.numberAvailable ?? 0,
      nodes.length === 0 ? '<none>' : nodes.sort().join(','),
      ageOf(metadata.creationTimestamp, now),
      ...containerCells(spec.template),
      selectorCell(spec.selector),
    ];
  },
};
