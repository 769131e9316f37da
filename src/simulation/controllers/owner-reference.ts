import type { KubeObject, OwnerReference } from '../../api/meta.ts';
import type { GroupResource } from '../../api/status.ts';
import type { Watch } from './controller.ts';

/** The owner that controls an object, if any (metav1.GetControllerOf). */
export function controllerOf(object: KubeObject): OwnerReference | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller === true);
}

/** The reference by which `owner` controls what it makes (metav1.NewControllerRef). */
export function controllerReference(owner: KubeObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

export const isControlledBy = (object: KubeObject, owner: KubeObject): boolean => controllerOf(object)?.uid === owner.metadata.uid;

/** `namespace/name`, the usual key of a queue. */
export const keyOf = ({ metadata }: KubeObject): string => (metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`);

/** The two parts of a key. */
export function splitKey(key: string): { readonly namespace: string; readonly name: string } {
  const slash = key.indexOf('/');
  return { namespace: key.slice(0, slash), name: key.slice(slash + 1) };
}

/** Any change of an object puts the object itself on the queue. */
export const watchSelf = (resource: GroupResource): Watch => ({ resource, keys: ({ object }) => [keyOf(object)] });

/** A change of an owned object puts its owner of this kind on the queue. */
export const watchOwned = (resource: GroupResource, ownerKind: string): Watch => ({
  resource,
  keys: ({ object, previous }) => {
    const owners = [controllerOf(object), previous && controllerOf(previous)].filter((owner) => owner?.kind === ownerKind);
    return [...new Set(owners.map((owner) => `${object.metadata.namespace}/${owner?.name}`))];
  },
});

/** What a controller's events are about. */
export function regarding({ apiVersion, kind, metadata: { namespace, name, uid } }: KubeObject) {
  return { apiVersion, kind, name, ...(namespace !== undefined && { namespace }), ...(uid !== undefined && { uid }) };
}
