import type { Namespace } from '../../../api/core.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { isDns1123Label } from '../name-validation.ts';
import type { RequestContext, RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

const kubernetesFinalizer = 'kubernetes';

/** Namespaces: deleting one only marks it; it goes when its content has gone and `finalize` says so (kubernetes pkg/registry/core/namespace). */
export function namespaceStorage(info: ResourceInfo): RestStorage {
  const storage = standardStorage<Namespace>(info, strategy, {
    hasStatus: true,
    table: {
      columns: [nameColumn, column('Status'), ageColumn],
      cells: (object, now) => [object.metadata.name, (object as Namespace).status?.phase ?? '', ageOf(object.metadata.creationTimestamp, now)],
    },
  });
  return {
    ...storage,
    delete: (context, name) => terminate(info, context, storage.get?.(context, name) as Namespace),
    subresources: {
      ...storage.subresources,
      finalize: { update: (context, name, next) => finalize(info, context, storage.get?.(context, name) as Namespace, next) },
    },
  };
}

const strategy: Strategy<Namespace> = {
  validateName: isDns1123Label,
  setDefaults: (namespace) => ({ ...namespace, spec: namespace.spec ?? {}, status: namespace.status ?? {} }),
  prepareForCreate: (namespace) => ({
    ...withNameLabel(namespace),
    spec: { ...namespace.spec, finalizers: [kubernetesFinalizer] },
    status: { phase: 'Active' },
  }),
  prepareForUpdate: (next, old) => ({ ...next, spec: old.spec ?? {}, status: old.status ?? {} }),
  selectableFields: ({ metadata, status }) => ({ name: metadata.name, 'status.phase': status?.phase ?? '' }),
};

function withNameLabel(namespace: Namespace): Namespace {
  const labels = { ...namespace.metadata.labels, 'kubernetes.io/metadata.name': namespace.metadata.name };
  return { ...namespace, metadata: { ...namespace.metadata, labels } };
}

function terminate(info: ResourceInfo, context: RequestContext, namespace: Namespace): KubeObject {
  const { store, write, dryRun } = context;
  if (namespace.metadata.deletionTimestamp !== undefined) return namespace;
  const next: Namespace = {
    ...namespace,
    metadata: { ...namespace.metadata, deletionTimestamp: write.time },
    status: { ...namespace.status, phase: 'Terminating' },
  };
  return dryRun ? next : store.put(info, next, write);
}

function finalize(info: ResourceInfo, { store, write }: RequestContext, namespace: Namespace, next: KubeObject): KubeObject {
  const finalizers = (next as Namespace).spec?.finalizers ?? [];
  const finalized: Namespace = { ...namespace, spec: finalizers.length > 0 ? { finalizers } : {} };
  if (finalizers.length > 0 || namespace.metadata.deletionTimestamp === undefined) return store.put(info, finalized, write);
  store.remove(info, undefined, namespace.metadata.name, write);
  return finalized;
}
