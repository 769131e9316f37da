import type { Controller } from './controller.ts';
import { garbageCollector } from './garbage-collector.ts';
import { imageImportController } from './image-import.ts';
import { namespaceController } from './namespace-controller.ts';
import { namespaceSecurityAllocationController } from './namespace-security-allocation.ts';
import { projectDefaultsControllers } from './project-defaults.ts';
import { scheduledImportController } from './scheduled-import.ts';

/** Every control loop of the cluster, in the order in which they get to work. */
export const createControllers = (scheduledImportSeconds: number): readonly Controller[] => [
  namespaceSecurityAllocationController,
  ...projectDefaultsControllers,
  namespaceController,
  imageImportController,
  scheduledImportController(scheduledImportSeconds),
  garbageCollector,
];
