import type { ClusterProcess } from './process.ts';

/** The programs of OpenShift's own that run in pods. */
export const clusterProcesses: readonly ClusterProcess[] = [];
