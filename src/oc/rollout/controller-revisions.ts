import type { ControllerRevision } from '../../api/apps.ts';
import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';

/** What a DaemonSet or StatefulSet keeps of its former selves. */
export function controllerRevisions(client: ApiClient, { metadata }: KubeObject): readonly ControllerRevision[] {
  const { items } = client.list<ControllerRevision>({ group: 'apps', version: 'v1', resource: 'controllerrevisions' }, metadata.namespace);
  return items.filter((revision) => revision.metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === metadata.uid));
}

/** The pod template that a revision recorded. */
export function templateOfRevision(object: KubeObject, { data }: ControllerRevision): PodTemplateSpec {
  if (!data) return (object.spec as { readonly template: PodTemplateSpec }).template;
  const { $patch: _directive, ...template } = data.spec.template;
  return template;
}
