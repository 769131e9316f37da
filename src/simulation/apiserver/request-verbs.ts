import type { KubeList, KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import type { ApiRequest, ApiResponse, WatchEvent } from '../../api/request.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { badRequest, StatusError } from '../../api/status.ts';
import type { Table } from '../../api/table.ts';
import { instantOf } from '../clock.ts';
import { admit } from './admission.ts';
import { decodeBody } from './decode-body.ts';
import { genericFailure } from './generic-failure.ts';
import { applyPatch } from './patch/apply-patch.ts';
import type { RequestContext, RestStorage } from './rest-storage.ts';
import { decodePatched } from './schema/field-validation.ts';
import { checkSelectors } from './selectors.ts';
import { renderTable } from './table-rendering.ts';
import { type ObjectEvent, watchLists } from './watch.ts';

type Answer = Omit<ApiResponse, 'warnings'>;
type Endpoint = Omit<RestStorage, 'info' | 'subresources'> & { readonly info: ResourceInfo };

/** Hands a request that may go ahead to what answers for its resource (apiserver pkg/endpoints/handlers). */
export function answerVerb(storage: RestStorage, context: RequestContext): Answer {
  const endpoint = endpointOf(storage, context.request);
  if (endpoint.deprecationWarning !== undefined) context.warn(endpoint.deprecationWarning);
  return verbs[context.request.verb](endpoint, context);
}

function endpointOf(storage: RestStorage, request: ApiRequest): Endpoint {
  if (request.subresource === undefined) return storage;
  const subresource = own(storage.subresources, request.subresource);
  if (!subresource) throw genericFailure(404, request);
  // Status objects of Kubernetes' own kinds are drawn as the whole is; OpenShift's storages of status have no table of their own
  const isDrawnAsWhole = request.subresource === 'status' && !storage.info.group.endsWith('.openshift.io');
  return { ...(isDrawnAsWhole && storage.table && { table: storage.table }), ...subresource, info: storage.info };
}

const verbs: Readonly<Record<ApiRequest['verb'], (endpoint: Endpoint, context: RequestContext) => Answer>> = {
  get: getOne,
  list,
  watch,
  create,
  update,
  patch,
  delete: remove,
  deletecollection: removeCollection,
};

function getOne(endpoint: Endpoint, context: RequestContext): Answer {
  const name = context.request.name ?? '';
  if (endpoint.getText) return { code: 200, body: endpoint.getText(context, name) };
  if (!endpoint.get) throw genericFailure(405, context.request);
  const object = endpoint.get(context, name);
  return { code: 200, body: context.request.asTable ? renderTable(endpoint, [object], context) : object };
}

function list(endpoint: Endpoint, context: RequestContext): Answer {
  const objects = listSelected(endpoint, context);
  if (!context.request.asTable) return { code: 200, body: objects };
  const { resourceVersion } = objects.metadata;
  return { code: 200, body: { ...renderTable(endpoint, objects.items, context), metadata: { resourceVersion } } };
}

function listSelected(endpoint: Endpoint, context: RequestContext): KubeList {
  const { labelSelector, fieldSelector } = context.request;
  if (!endpoint.list) throw genericFailure(405, context.request);
  const options = { ...(labelSelector && { labelSelector }), ...(fieldSelector && { fieldSelector }) };
  checkSelectors(endpoint.info, options);
  return endpoint.list(context, options);
}

function watch(endpoint: Endpoint, context: RequestContext): Answer {
  const { request, store } = context;
  const { labelSelector, fieldSelector, resourceVersion, asTable } = request;
  if (!endpoint.list || request.subresource !== undefined || !endpoint.info.verbs.includes('watch')) throw genericFailure(405, request);
  const options = { ...(labelSelector && { labelSelector }), ...(fieldSelector && { fieldSelector }) };
  checkSelectors(endpoint.info, options);
  const compared = () => watchLists(store, () => endpoint.list?.(context, options).items ?? [], !resourceVersion || resourceVersion === '0');
  const events: { next(): readonly ObjectEvent[] } = endpoint.watch?.(context, options) ?? compared();
  return { code: 200, body: '', events: asTable ? { next: () => events.next().map((event) => asRow(endpoint, event, context)) } : events };
}

/** An event whose object is a table of one row, drawn for the moment in which it happened. */
function asRow(endpoint: Endpoint, { type, object, time }: ObjectEvent, context: RequestContext): WatchEvent<Table> {
  return { type, object: renderTable(endpoint, [object], time === undefined ? context : { clock: { now: () => instantOf(time) } }) };
}

function create(endpoint: Endpoint, context: RequestContext): Answer {
  if (!endpoint.create) throw genericFailure(405, context.request);
  const object = defaulted(endpoint, decodeBody(endpoint.info, context));
  return { code: 201, body: endpoint.create(context, admitted(endpoint, object, undefined, context)) };
}

const defaulted = (endpoint: Endpoint, object: KubeObject): KubeObject => endpoint.setDefaults?.(object) ?? object;

function admitted(endpoint: Endpoint, object: KubeObject, old: KubeObject | undefined, context: RequestContext): KubeObject {
  return admit(old ? 'UPDATE' : 'CREATE', endpoint.info, context.request.subresource, object, old, context);
}

function update(endpoint: Endpoint, context: RequestContext): Answer {
  if (!endpoint.update) throw genericFailure(405, context.request);
  const old = findCurrent(endpoint, context);
  const next = defaulted(endpoint, decodeBody(endpoint.info, context));
  return store(endpoint, context, next, old);
}

function store(endpoint: Endpoint, context: RequestContext, next: KubeObject, old: KubeObject | undefined): Answer {
  const name = context.request.name ?? '';
  const { uid } = next.metadata;
  if (context.request.verb === 'update' && old && uid && uid !== old.metadata.uid) throw uidConflict(endpoint.info, next, old);
  const body = endpoint.update?.(context, name, admitted(endpoint, next, old, context)) as KubeObject;
  return { code: old ? 200 : 201, body };
}

function uidConflict(info: ResourceInfo, next: KubeObject, old: KubeObject): StatusError {
  const { name } = old.metadata;
  const why = `Precondition failed: UID in precondition: ${next.metadata.uid}, UID in object meta: ${old.metadata.uid}`;
  const message = `Operation cannot be fulfilled on ${info.group === '' ? info.resource : `${info.resource}.${info.group}`} "${name}": ${why}`;
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason: 'Conflict',
    details: { name, kind: info.resource },
    code: 409,
  });
}

/** The object as it is, or undefined where there is none. Scale and the like have no `get` of their own at times. */
function findCurrent(endpoint: Endpoint, context: RequestContext): KubeObject | undefined {
  try {
    return endpoint.get?.(context, context.request.name ?? '');
  } catch (error) {
    if (error instanceof StatusError && error.status.code === 404) return undefined;
    throw error;
  }
}

function patch(endpoint: Endpoint, context: RequestContext): Answer {
  const { patchType = 'application/merge-patch+json', body, name = '' } = context.request;
  if (!endpoint.update || !endpoint.get) throw genericFailure(405, context.request);
  if (patchType === 'application/apply-patch+yaml' && !findCurrent(endpoint, context)) return createApplied(endpoint, context);
  const current = endpoint.get(context, name);
  const { apiVersion, kind } = current;
  const patched = defaulted(endpoint, readPatched(endpoint, { ...applyPatch(patchType, current, body), apiVersion, kind }, context));
  if (patched.metadata.name !== name) throw badRequest(`the name of the object (${patched.metadata.name}) does not match the name on the URL (${name})`);
  checkNamespace(patched, context);
  return store(endpoint, context, patched, current);
}

// apiserver endpoints/handlers/rest.go checkName
function checkNamespace({ metadata: { namespace } }: KubeObject, { request }: RequestContext): void {
  if (namespace && request.namespace && namespace !== request.namespace)
    throw badRequest(`the namespace of the object (${namespace}) does not match the namespace on the request (${request.namespace})`);
}

/** What the patch made, checked as a body would be; the objects of subresources are kinds of their own. */
function readPatched({ info }: Endpoint, patched: KubeObject, context: RequestContext): KubeObject {
  const { subresource, body } = context.request;
  return subresource === undefined || subresource === 'status' ? decodePatched(info, patched, body, context) : patched;
}

function createApplied(endpoint: Endpoint, context: RequestContext): Answer {
  if (!endpoint.create) throw genericFailure(405, context.request);
  const object = defaulted(endpoint, decodeBody(endpoint.info, context));
  return { code: 201, body: endpoint.create(context, admitted(endpoint, object, undefined, context)) };
}

function remove(endpoint: Endpoint, context: RequestContext): Answer {
  if (!endpoint.delete) throw genericFailure(405, context.request);
  return { code: 200, body: endpoint.delete(context, context.request.name ?? '') };
}

function removeCollection(endpoint: Endpoint, context: RequestContext): Answer {
  const { labelSelector, fieldSelector } = context.request;
  if (endpoint.deleteCollection)
    return { code: 200, body: endpoint.deleteCollection(context, { ...(labelSelector && { labelSelector }), ...(fieldSelector && { fieldSelector }) }) };
  if (!endpoint.delete) throw genericFailure(405, context.request);
  const selected = listSelected(endpoint, context);
  for (const object of selected.items) endpoint.delete({ ...context, namespace: object.metadata.namespace }, object.metadata.name);
  return { code: 200, body: selected };
}
