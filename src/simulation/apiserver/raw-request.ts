import type { KubeList } from '../../api/meta.ts';
import type { ApiRequest, ApiResponse } from '../../api/request.ts';

/** What a `GET` of a resource's URL asks for; undefined for other URLs. (k8s.io/apiserver pkg/endpoints/request/requestinfo.go NewRequestInfo) */
export function resourceRequest(request: ApiRequest): ApiRequest | undefined {
  const [path = '', search = ''] = (request.path ?? '').split('?');
  const prefix = /^\/(?:api\/(?<core>[^/]+)|apis\/(?<group>[^/]+)\/(?<version>[^/]+))\/(?<rest>.+)$/.exec(path)?.groups;
  if (!prefix) return undefined;
  const { namespace, parts } = placeOf((prefix.rest ?? '').split('/').filter(Boolean).map(decoded));
  const [resource, name, subresource, ...more] = parts;
  if (resource === undefined || more.length > 0) return undefined;
  return {
    verb: name === undefined ? 'list' : 'get',
    group: prefix.group ?? '',
    version: prefix.core ?? prefix.version ?? '',
    resource,
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
    ...selection(search),
    credentials: request.credentials,
  };
}

/** A body as it goes over the wire: the kind first, and said once for a list. */
export function asSent(body: ApiResponse['body']): ApiResponse['body'] {
  if (typeof body === 'string') return body;
  const { kind, apiVersion, metadata, ...rest } = body;
  const items = kind.endsWith('List') && (body as KubeList).items.map(({ kind: _kind, apiVersion: _apiVersion, ...item }) => item);
  return { kind, apiVersion, metadata, ...rest, ...(items && { items }) } as ApiResponse['body'];
}

// `/namespaces/x` and its own subresources are about the namespace itself
function placeOf(parts: readonly string[]): { readonly namespace?: string; readonly parts: readonly string[] } {
  const [first, namespace, third] = parts;
  if (first !== 'namespaces' || third === undefined || third === 'status' || third === 'finalize') return { parts };
  return { namespace: namespace ?? '', parts: parts.slice(2) };
}

function selection(search: string): Pick<ApiRequest, 'labelSelector' | 'fieldSelector' | 'query'> {
  const pairs = search.split('&').flatMap((pair) => (pair === '' ? [] : [pair.split('=').map(decoded) as [string, string?]]));
  const { labelSelector, fieldSelector, ...query } = Object.fromEntries(pairs.map(([key, value = '']) => [key, value]));
  return { ...(labelSelector !== undefined && { labelSelector }), ...(fieldSelector !== undefined && { fieldSelector }), query };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
