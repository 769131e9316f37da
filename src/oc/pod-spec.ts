import type { KubeObject } from '../api/meta.ts';
import type { PodSpec } from '../api/pod.ts';

interface WithPodSpec extends KubeObject {
  readonly spec: {
    readonly template?: { readonly spec: PodSpec };
    readonly jobTemplate?: { readonly spec: { readonly template: { readonly spec: PodSpec } } };
  };
}

const withTemplate = [
  'Deployment.apps',
  'DaemonSet.apps',
  'ReplicaSet.apps',
  'StatefulSet.apps',
  'Job.batch',
  'ReplicationController.',
  'DeploymentConfig.apps.openshift.io',
];

/** The pod spec of a pod, or of what makes pods; undefined for other kinds. */
export function podSpecOf(object: KubeObject): PodSpec | undefined {
  const { spec } = object as WithPodSpec;
  const kind = groupKind(object);
  if (kind === 'Pod.') return spec as unknown as PodSpec;
  if (kind === 'CronJob.batch') return spec.jobTemplate?.spec.template.spec;
  return withTemplate.includes(kind) ? spec.template?.spec : undefined;
}

/** The object with another pod spec; undefined where its kind has none (kubectl pkg/polymorphichelpers/updatepodspec.go). */
export function withPodSpec(object: KubeObject, change: (spec: PodSpec) => PodSpec): KubeObject | undefined {
  const before = podSpecOf(object);
  if (!before) return undefined;
  const after = change(before);
  const { spec } = object as WithPodSpec;
  if (object.kind === 'Pod') return { ...object, spec: after };
  if (!spec.jobTemplate) return { ...object, spec: { ...spec, template: { ...spec.template, spec: after } } };
  const { jobTemplate } = spec;
  const template = { ...jobTemplate.spec.template, spec: after };
  return { ...object, spec: { ...spec, jobTemplate: { ...jobTemplate, spec: { ...jobTemplate.spec, template } } } };
}

function groupKind({ apiVersion, kind }: KubeObject): string {
  const [group = ''] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  return `${kind}.${group}`;
}
