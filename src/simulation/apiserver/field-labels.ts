import type { ResourceInfo } from '../../api/resource.ts';
import { badRequest } from '../../api/status.ts';

/** Refuses a field that a kind cannot be selected by, before any object is read (apimachinery runtime.Scheme ConvertFieldLabel). */
export function checkFieldLabel({ group, kind }: Pick<ResourceInfo, 'group' | 'kind'>, label: string): void {
  const { labels, refuse = notKnown } = fieldLabels[`${group}/${kind}`] ?? { labels: [] };
  if (label === 'metadata.name' || label === 'metadata.namespace' || labels.includes(label)) return;
  throw badRequest(refuse(label));
}

interface FieldLabels {
  readonly labels: readonly string[];
  readonly refuse?: (label: string) => string;
}

// apimachinery pkg/runtime/converter.go DefaultMetaV1FieldSelectorConversion
const notKnown = (label: string) => `"${label}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
const notSupported = (label: string) => `field label not supported: ${label}`;

/** Beside name and namespace. (kubernetes pkg/apis/*\/v1/conversion.go; openshift-apiserver pkg/*\/apis/*\/v1/conversion.go) */
const fieldLabels: Readonly<Record<string, FieldLabels>> = {
  '/Event': {
    labels: [
      ...['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'].map((name) => `involvedObject.${name}`),
      ...['reason', 'reportingComponent', 'source', 'type'],
    ],
    refuse: notSupported,
  },
  '/Namespace': { labels: ['status.phase', 'name'], refuse: notSupported },
  '/Node': { labels: ['spec.unschedulable'], refuse: notSupported },
  '/Pod': {
    labels: [
      ...['nodeName', 'restartPolicy', 'schedulerName', 'serviceAccountName', 'hostNetwork'].map((name) => `spec.${name}`),
      ...['phase', 'podIP', 'podIPs', 'nominatedNodeName'].map((name) => `status.${name}`),
    ],
    refuse: notSupported,
  },
  '/ReplicationController': { labels: ['status.replicas'], refuse: notSupported },
  '/Secret': { labels: ['type'], refuse: notSupported },
  '/Service': { labels: ['spec.clusterIP', 'spec.type'], refuse: notSupported },
  'batch/Job': { labels: ['status.successful'], refuse: (label) => `field label "${label}" not supported for Job` },
  'build.openshift.io/Build': { labels: ['status', 'podName'] },
  'image.openshift.io/ImageStream': { labels: ['spec.dockerImageRepository', 'status.dockerImageRepository'] },
  'project.openshift.io/Project': { labels: ['status.phase'] },
  'route.openshift.io/Route': { labels: ['spec.path', 'spec.host', 'spec.to.name'] },
};
