import type { Scale } from '../../../api/apps.ts';
import type { KubeObject } from '../../../api/meta.ts';
import { badRequest, conflict, invalid } from '../../../api/status.ts';
import { invalidValue } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage, TableConvertor } from '../rest-storage.ts';
import { ageOf } from '../tables/human-time.ts';

interface Scalable extends KubeObject {
  readonly spec: { readonly replicas?: number; readonly selector?: unknown };
  readonly status?: { readonly replicas?: number };
}

/** `…/scale` of a workload: its replicas as an object of their own (kubernetes pkg/registry/apps/deployment/storage ScaleREST). */
export function scaleStorage(group: string, resource: string, selectorOf: (object: KubeObject) => string): Omit<RestStorage, 'info' | 'subresources'> {
  const load = (context: RequestContext, name: string) => context.storage(group, resource).get?.(context, name) as Scalable;
  return {
    ...(!group.endsWith('.openshift.io') && { table: scaleTable }),
    get: (context, name) => scaleOf(load(context, name), selectorOf),
    update(context, name, next) {
      const object = load(context, name);
      const replicas = replicasOf(next as Scale);
      const { resourceVersion } = next.metadata;
      if (resourceVersion && resourceVersion !== object.metadata.resourceVersion) {
        throw conflict({ group, resource }, name, 'the object has been modified; please apply your changes to the latest version and try again');
      }
      const scaled = { ...object, spec: { ...object.spec, replicas } };
      return scaleOf(context.storage(group, resource).update?.(context, name, scaled) as Scalable, selectorOf);
    },
  };
}

// kubernetes pkg/printers/internalversion printScale
const scaleTable: TableConvertor = {
  columns: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Desired', type: 'integer', priority: 0 },
    { name: 'Available', type: 'integer', priority: 0 },
    { name: 'Age', type: 'string', priority: 0 },
  ],
  cells: (object, now) => {
    const { metadata, spec, status } = object as Scale;
    return [metadata.name, spec.replicas ?? 0, status?.replicas ?? 0, ageOf(metadata.creationTimestamp, now)];
  },
};

function replicasOf({ metadata, spec }: Scale): number {
  const replicas = spec?.replicas ?? 0;
  if (typeof replicas !== 'number') throw badRequest('spec.replicas must be a number');
  if (replicas < 0) {
    const error = invalidValue('spec.replicas', replicas, 'must be greater than or equal to 0');
    throw invalid({ group: 'autoscaling', kind: 'Scale' }, metadata.name, [error]);
  }
  return replicas;
}

function scaleOf({ metadata, spec, status, ...object }: Scalable, selectorOf: (object: KubeObject) => string): Scale {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...(uid !== undefined && { uid }),
      ...(resourceVersion !== undefined && { resourceVersion }),
      ...(creationTimestamp !== undefined && { creationTimestamp }),
    },
    spec: { ...(spec.replicas && { replicas: spec.replicas }) },
    status: { replicas: status?.replicas ?? 0, selector: selectorOf({ ...object, metadata, spec } as KubeObject) },
  };
}
