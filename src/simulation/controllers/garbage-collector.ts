import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import type { StoredObject } from '../store.ts';
import type { Controller, ControllerContext, Lister } from './controller.ts';

/** Removes what its owners left behind, and does what `Foreground` and `Orphan` deletion ask for (kubernetes pkg/controller/garbagecollector). Keys are uids. */
export const garbageCollector: Controller = {
  name: 'generic-garbage-collector',
  user: 'system:serviceaccount:kube-system:generic-garbage-collector',
  watches: [{ resource: '*', keys: ({ type, object }, lister) => (type === 'DELETED' ? orphansAndOwners(object, lister) : ownKeys(object, lister)) }],
  reconcile(uid, context) {
    const found = context.lister.findByUid(uid);
    if (found) collect(found, context);
    return undefined;
  },
};

/** When an object goes: those it owned, and those that waited for it. */
function orphansAndOwners({ metadata }: KubeObject, lister: Lister): readonly string[] {
  if (!metadata.uid) return [];
  const dependents = lister.dependentsOf(metadata.uid).flatMap(({ object }) => object.metadata.uid ?? []);
  const owners = (metadata.ownerReferences ?? []).filter(({ uid }) => isWaiting(lister.findByUid(uid)?.object)).map(({ uid }) => uid);
  return [...dependents, ...owners];
}

const isWaiting = (object: KubeObject | undefined) => object?.metadata.finalizers?.includes('foregroundDeletion') ?? false;

function ownKeys({ metadata }: KubeObject, lister: Lister): readonly string[] {
  const isLeaving =
    metadata.deletionTimestamp !== undefined && metadata.finalizers?.some((finalizer) => finalizer === 'foregroundDeletion' || finalizer === 'orphan');
  const isDangling = metadata.ownerReferences?.some(({ uid }) => !lister.findByUid(uid)) ?? false;
  return metadata.uid && (isLeaving || isDangling) ? [metadata.uid] : [];
}

function collect(found: StoredObject, { client, lister }: ControllerContext): void {
  const { finalizers = [], deletionTimestamp, ownerReferences = [] } = found.object.metadata;
  const isLeaving = deletionTimestamp !== undefined;
  if (isLeaving && finalizers.includes('orphan')) orphanDependents(found, client, lister);
  else if (isLeaving && finalizers.includes('foregroundDeletion')) deleteDependents(found, client, lister);
  else if (!isLeaving && ownerReferences.length > 0) checkOwners(found, client, lister);
}

function checkOwners(found: StoredObject, client: ApiClient, lister: Lister): void {
  const { ownerReferences = [] } = found.object.metadata;
  const live = ownerReferences.filter(({ uid }) => lister.findByUid(uid));
  if (live.length === 0) remove(found, client, 'Background');
  else if (live.length < ownerReferences.length) mergePatch(found, client, { ownerReferences: live });
}

function orphanDependents(owner: StoredObject, client: ApiClient, lister: Lister): void {
  const { uid = '', finalizers = [] } = owner.object.metadata;
  for (const dependent of lister.dependentsOf(uid)) {
    const others = (dependent.object.metadata.ownerReferences ?? []).filter((reference) => reference.uid !== uid);
    mergePatch(dependent, client, { ownerReferences: others.length > 0 ? others : null });
  }
  mergePatch(owner, client, { finalizers: finalizers.filter((finalizer) => finalizer !== 'orphan') });
}

function deleteDependents(owner: StoredObject, client: ApiClient, lister: Lister): void {
  const { uid = '', finalizers = [] } = owner.object.metadata;
  for (const dependent of lister.dependentsOf(uid)) {
    if (dependent.object.metadata.deletionTimestamp === undefined) remove(dependent, client, 'Foreground');
  }
  const blocking = lister
    .dependentsOf(uid)
    .filter(({ object }) => object.metadata.ownerReferences?.some((reference) => reference.uid === uid && reference.blockOwnerDeletion));
  if (blocking.length === 0) mergePatch(owner, client, { finalizers: finalizers.filter((finalizer) => finalizer !== 'foregroundDeletion') });
}

const target = ({ resource, object }: StoredObject) => ({ ...resource, version: object.apiVersion.split('/').at(-1) ?? '' });

function remove(found: StoredObject, client: ApiClient, propagationPolicy: 'Background' | 'Foreground'): void {
  const { namespace, name } = found.object.metadata;
  ignoreNotFound(() => client.delete(target(found), namespace, name, { propagationPolicy }));
}

function mergePatch(found: StoredObject, client: ApiClient, metadata: Readonly<Record<string, unknown>>): void {
  const { namespace, name } = found.object.metadata;
  ignoreNotFound(() => client.patch(target(found), namespace, name, 'application/merge-patch+json', { metadata }));
}

function ignoreNotFound(call: () => unknown): void {
  try {
    call();
  } catch (error) {
    if (!(error instanceof StatusError) || error.status.reason !== 'NotFound') throw error;
  }
}
