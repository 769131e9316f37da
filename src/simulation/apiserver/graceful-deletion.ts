import type { KubeObject } from '../../api/meta.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { conflict, type Status } from '../../api/status.ts';
import { instantOf, timestamp } from '../clock.ts';
import type { RequestContext, Strategy } from './rest-storage.ts';

interface DeleteOptions {
  readonly propagationPolicy?: string;
  readonly gracePeriodSeconds?: number;
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}

/** Removes an object now, or marks it to go when its grace is over and its finalizers are done (apiserver rest/delete.go BeforeDelete, registry/store.go Delete). */
export function deleteObject(info: ResourceInfo, strategy: Strategy, context: RequestContext, object: KubeObject): KubeObject | Status {
  const options = deleteOptions(context);
  checkPreconditions(info, object, options);
  const finalizers = finalizersFor(object, options.propagationPolicy);
  const grace = strategy.gracePeriodSeconds?.(object, options.gracePeriodSeconds) ?? 0;
  if (finalizers.length === 0 && grace === 0) return removeNow(info, strategy, context, object);
  const marked = markDeleted(object, finalizers, grace, context);
  if (marked === object || context.dryRun) return marked;
  return context.store.put(info, marked, context.write);
}

function deleteOptions({ request }: RequestContext): DeleteOptions {
  const body = (request.verb === 'delete' || request.verb === 'deletecollection' ? (request.body ?? {}) : {}) as DeleteOptions;
  return {
    ...body,
    ...(request.propagationPolicy && { propagationPolicy: request.propagationPolicy }),
    ...(request.gracePeriodSeconds !== undefined && { gracePeriodSeconds: request.gracePeriodSeconds }),
  };
}

function checkPreconditions(info: ResourceInfo, { metadata }: KubeObject, { preconditions }: DeleteOptions): void {
  if (preconditions?.uid && preconditions.uid !== metadata.uid) {
    throw conflict(info, metadata.name, `Precondition failed: UID in precondition: ${preconditions.uid}, UID in object meta: ${metadata.uid}`);
  }
  if (preconditions?.resourceVersion && preconditions.resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      info,
      metadata.name,
      `Precondition failed: ResourceVersion in precondition: ${preconditions.resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    );
  }
}

/** `Foreground` and `Orphan` leave word for the garbage collector in a finalizer. */
function finalizersFor({ metadata }: KubeObject, propagationPolicy: string | undefined): readonly string[] {
  const others = (metadata.finalizers ?? []).filter((finalizer) => finalizer !== 'foregroundDeletion' && finalizer !== 'orphan');
  if (propagationPolicy === 'Foreground') return [...others, 'foregroundDeletion'];
  if (propagationPolicy === 'Orphan') return [...others, 'orphan'];
  return propagationPolicy === 'Background' ? others : (metadata.finalizers ?? []);
}

function removeNow(info: ResourceInfo, strategy: Strategy, context: RequestContext, object: KubeObject): Status {
  const { name, namespace, uid } = object.metadata;
  if (!context.dryRun) {
    context.store.remove(info, namespace, name, context.write);
    strategy.afterDelete?.(object, context);
  }
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, ...(info.group !== '' && { group: info.group }), kind: info.resource, ...(uid && { uid }) },
  };
}

function markDeleted(object: KubeObject, finalizers: readonly string[], grace: number, { write }: RequestContext): KubeObject {
  const { metadata } = object;
  const isShorter = grace < (metadata.deletionGracePeriodSeconds ?? Number.POSITIVE_INFINITY);
  if (metadata.deletionTimestamp !== undefined && !isShorter) return object;
  const generation = metadata.generation === undefined ? {} : { generation: metadata.generation + (metadata.deletionTimestamp === undefined ? 1 : 0) };
  return {
    ...object,
    metadata: {
      ...metadata,
      ...generation,
      ...(finalizers.length > 0 && { finalizers }),
      deletionTimestamp: timestamp(instantOf(write.time) + grace * 1000),
      deletionGracePeriodSeconds: grace,
    },
  };
}
