import type { LabelSelector } from '../../../api/apps.ts';
import { formatLabelSelector } from '../../../api/label-selector.ts';
import type { PodTemplateSpec } from '../../../api/pod.ts';
import type { TableColumn } from '../../../api/table.ts';
import { column } from './human-time.ts';

/** Columns that `-o wide` adds to workloads. */
export const containerColumns: readonly TableColumn[] = [column('Containers', 'string', 1), column('Images', 'string', 1)];
export const selectorColumn: TableColumn = column('Selector', 'string', 1);

export const containerCells = (template: PodTemplateSpec): readonly string[] => [
  template.spec.containers.map(({ name }) => name).join(','),
  template.spec.containers.map(({ image }) => image ?? '').join(','),
];

export const selectorCell = (selector: LabelSelector | undefined): string => formatLabelSelector(selector);
