import type { ResourceInfo } from '../../../api/resource.ts';
import { apiVersionOf } from '../../../api/resource.ts';
import { notFound, StatusError } from '../../../api/status.ts';
import type { RestStorage } from '../rest-storage.ts';

/** A resource that discovery lists and this cluster has none of: lists are empty, and making one is refused in plain words. */
export const unmodelledStorage = (info: ResourceInfo): RestStorage => ({
  info,
  get: (_context, name) => {
    throw notFound(info, name);
  },
  list: ({ store }) => ({ apiVersion: apiVersionOf(info), kind: `${info.kind}List`, metadata: { resourceVersion: String(store.resourceVersion) }, items: [] }),
  create: () => {
    throw new StatusError({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: `this simulated cluster does not make objects of kind ${info.kind}`,
      reason: 'MethodNotAllowed',
      details: { ...(info.group !== '' && { group: info.group }), kind: info.resource },
      code: 405,
    });
  },
  update: (_context, name) => {
    throw notFound(info, name);
  },
  delete: (_context, name) => {
    throw notFound(info, name);
  },
});
