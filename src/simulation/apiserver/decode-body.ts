import type { KubeObject } from '../../api/meta.ts';
import { apiVersionOf, type ResourceInfo } from '../../api/resource.ts';
import { badRequest } from '../../api/status.ts';
import { isJsonObject, type JsonObject } from './patch/json-values.ts';
import type { RequestContext } from './rest-storage.ts';
import { decodeTyped } from './schema/field-validation.ts';

/** The object of a request, checked against the URL it came to. Throws BadRequest. */
export function decodeBody(info: ResourceInfo, context: RequestContext): KubeObject {
  const { request, namespace } = context;
  const { body, name } = request;
  if (!isJsonObject(body)) throw badRequest('the object provided is unrecognized (must be of type Object)');
  const object = readObject(info, body, context);
  requireNamespace(object, info.namespaced ? namespace : undefined);
  if (request.verb === 'update' || request.verb === 'patch')
    return { ...object, metadata: { ...object.metadata, name: requireName(object.metadata.name, name) } };
  return object;
}

/** The body as the kind it should be, with metadata in any case. The bodies of subresources are kinds of their own. */
function readObject(info: ResourceInfo, body: JsonObject, context: RequestContext): KubeObject {
  const named = { apiVersion: apiVersionOf(info), kind: info.kind, ...body } as unknown as KubeObject;
  const isWhole = context.request.subresource === undefined;
  if (isWhole) requireKind(info, named);
  const typed = isWhole ? decodeTyped(info, named, context) : named;
  return { ...typed, metadata: { ...typed.metadata, name: typed.metadata?.name ?? '' } };
}

// kubernetes pkg/api/legacyscheme registers every kind; its place in the source is part of the message
const scheme = 'k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30';

function requireKind(info: ResourceInfo, { apiVersion, kind }: KubeObject): void {
  const expected = apiVersionOf(info);
  if (apiVersion !== undefined && apiVersion !== expected) {
    throw badRequest(`the API version in the data (${apiVersion}) does not match the expected API version (${expected})`);
  }
  if (kind !== undefined && kind !== info.kind) {
    throw badRequest(
      `${kind} in version "${info.version}" cannot be handled as a ${info.kind}: no kind "${kind}" is registered for version "${expected}" in scheme "${scheme}"`,
    );
  }
}

function requireNamespace({ metadata }: KubeObject, namespace: string | undefined): void {
  if (metadata.namespace === undefined || metadata.namespace === '' || metadata.namespace === namespace) return;
  if (namespace === undefined) return;
  throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
}

function requireName(given: string | undefined, url: string | undefined): string {
  if (!given) return url ?? '';
  if (given !== url) throw badRequest(`the name of the object (${given}) does not match the name on the URL (${url})`);
  return given;
}
