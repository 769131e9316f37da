import type { Controller } from './controller.ts';
import { garbageCollector } from './garbage-collector.ts';
import { namespaceController } from './namespace-controller.ts';
import { namespaceSecurityAllocationController } from './namespace-security-allocation.ts';
import { projectDefaultsControllers } from './project-defaults.ts';

/** Every control loop of the cluster, in the order in which they get to work. */
export const allControllers: readonly Controller[] = [
  namespaceSecurityAllocationController,
  ...projectDefaultsControllers,
  namespaceController,
  garbageCollector,
];
