import type { KubeObject, ObjectMeta } from '../../api/meta.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';

type Labels = Readonly<Record<string, string>>;

export const withLabels = (objects: readonly KubeObject[], labels: Labels): readonly KubeObject[] =>
  Object.keys(labels).length === 0
    ? objects
    : objects.map((object) => ({ ...object, metadata: { ...object.metadata, labels: { ...object.metadata.labels, ...labels } } }));

/** The labels that tie an application together, where none of its objects has one of them (oc pkg/cli/newapp/newapp.go RunNewApp). */
export function withAppLabels(objects: readonly KubeObject[], name: string, imageStreams: readonly string[]): readonly KubeObject[] {
  if (name === '') return objects;
  const streamName = imageStreams.map((typed) => tryParseImageReference(typed)?.name ?? '').findLast((each) => each !== '');
  const labels = {
    app: name,
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/component': name,
    ...(streamName !== undefined && { 'app.kubernetes.io/name': streamName }),
  };
  return objects.some((object) => hasOneOf(object, labels)) ? objects : withLabels(objects, labels);
}

function hasOneOf(object: KubeObject, labels: Labels): boolean {
  const own = Object.keys(object.metadata.labels ?? {});
  const template = object.kind === 'DeploymentConfig' ? Object.keys(templateOf(object)?.metadata?.labels ?? {}) : [];
  return [...own, ...template].some((label) => Object.hasOwn(labels, label));
}

/** The note of who made an object; pod templates of workloads carry it too. */
export function withGeneratedBy(objects: readonly KubeObject[], generator: string): readonly KubeObject[] {
  const annotated = <M extends Partial<ObjectMeta>>(metadata: M): M => ({
    ...metadata,
    annotations: { ...metadata.annotations, 'openshift.io/generated-by': generator },
  });
  return objects.map((object) => {
    const metadata = annotated(object.metadata);
    const template = templateOf(object);
    if (!template || !['Deployment', 'DeploymentConfig'].includes(object.kind)) return { ...object, metadata };
    return { ...object, metadata, spec: { ...(object.spec as object), template: { ...template, metadata: annotated(template.metadata ?? {}) } } };
  });
}

const templateOf = (object: KubeObject): PodTemplateSpec | undefined => (object.spec as { readonly template?: PodTemplateSpec } | undefined)?.template;
