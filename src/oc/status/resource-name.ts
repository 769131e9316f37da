import { own } from '../../api/own.ts';
import type { GraphNode } from './status-graph.ts';

/** Names a node: `svc/web`, or `svc/web[other]` where it is not of the current project. */
export type Namer = (node: Pick<GraphNode, 'kind' | 'namespace' | 'name'>) => string;

const shortKinds: Readonly<Record<string, string>> = {
  Pod: 'pod',
  Service: 'svc',
  Secret: 'secret',
  ServiceAccount: 'sa',
  ReplicationController: 'rc',
  ReplicaSet: 'rs',
  HorizontalPodAutoscaler: 'hpa',
  StatefulSet: 'statefulset',
  Deployment: 'deployment',
  PersistentVolumeClaim: 'pvc',
  Job: 'job',
  DaemonSet: 'daemonset',
  ImageStream: 'is',
  ImageStreamTag: 'istag',
  ImageStreamImage: 'isi',
  BuildConfig: 'bc',
  Build: 'build',
  DeploymentConfig: 'dc',
  Route: 'route',
};

/** (oc pkg/helpers/describe/projectstatus.go namespacedFormatter) */
export const namerFor =
  (currentNamespace: string): Namer =>
  ({ kind, namespace, name }) => {
    const shown = `${own(shortKinds, kind) ?? kind.toLowerCase()}/${name}`;
    return namespace === '' || namespace === currentNamespace ? shown : `${shown}[${namespace}]`;
  };
