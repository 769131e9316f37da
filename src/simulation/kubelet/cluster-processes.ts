import { builderProcess } from './builder-process.ts';
import { deployerProcess } from './deployer-process.ts';
import type { ClusterProcess } from './process.ts';

/** The programs of OpenShift's own that run in pods. Their image came with the node. */
export const clusterProcesses: readonly ClusterProcess[] = [deployerProcess, builderProcess];
