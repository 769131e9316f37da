import { buildConfigController } from './build/build-config-controller.ts';
import { buildController } from './build/build-controller.ts';
import type { Controller } from './controller.ts';
import { cronJobController } from './cron-job.ts';
import { daemonSetController } from './daemon-set.ts';
import { deploymentController } from './deployment/deployment-controller.ts';
import { deployerController } from './deployment-config/deployer-controller.ts';
import { deploymentConfigController } from './deployment-config/deployment-config-controller.ts';
import { endpointsController } from './endpoints.ts';
import { garbageCollector } from './garbage-collector.ts';
import { imageImportController } from './image-import.ts';
import { imageRegistryOperatorControllers } from './image-registry-operator.ts';
import { imageTriggerController } from './image-trigger/image-trigger-controller.ts';
import { jobController } from './job.ts';
import { namespaceController } from './namespace-controller.ts';
import { namespaceSecurityAllocationController } from './namespace-security-allocation.ts';
import { projectDefaultsControllers } from './project-defaults.ts';
import { replicaSetController } from './replica-set.ts';
import { replicationController } from './replication-controller.ts';
import { scheduledImportController } from './scheduled-import.ts';
import { statefulSetController } from './stateful-set.ts';

/** Every control loop of the cluster, in the order in which they get to work. */
export const createControllers = (scheduledImportSeconds: number): readonly Controller[] => [
  namespaceSecurityAllocationController,
  ...projectDefaultsControllers,
  namespaceController,
  imageImportController,
  scheduledImportController(scheduledImportSeconds),
  garbageCollector,
  deploymentController,
  replicaSetController,
  deploymentConfigController,
  deployerController,
  replicationController,
  statefulSetController,
  daemonSetController,
  cronJobController,
  jobController,
  buildConfigController,
  buildController,
  endpointsController,
  imageTriggerController,
  ...imageRegistryOperatorControllers,
];
