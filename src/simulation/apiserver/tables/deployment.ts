import type { Deployment } from '../../../api/apps.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { containerCells, containerColumns, selectorCell, selectorColumn } from './containers.ts';
import { ageColumn, ageOf, column, nameColumn } from './human-time.ts';

/** Columns of Deployments (kubernetes pkg/printers/internalversion printDeployment). */
export const deploymentTable: TableConvertor = {
  columns: [nameColumn, column('Ready'), column('Up-to-date', 'integer'), column('Available', 'integer'), ageColumn, ...containerColumns, selectorColumn],
  cells: (object, now) => {
    const { metadata, spec, status } = object as Deployment;
    const ready = `${status?.readyReplicas ?? 0}/${spec.replicas ?? 1}`;
    const age = ageOf(metadata.creationTimestamp, now);
    return [
      metadata.name,
      ready,
      status?.updatedReplicas ?? 0,
      status?.availableReplicas ?? 0,
      age,
      ...containerCells(spec.template),
      selectorCell(spec.selector),
    ];
  },
};
