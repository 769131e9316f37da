import type { ApiRequest, ApiResponse } from '../api/request.ts';

const methods: Readonly<Record<ApiRequest['verb'], string>> = {
  get: 'GET',
  list: 'GET',
  watch: 'GET',
  create: 'POST',
  update: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  deletecollection: 'DELETE',
};

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The line `oc -v=6` logs about one call (client-go transport/round_trippers.go). */
export function traceLine(server: string, request: ApiRequest, { code }: ApiResponse, now: number): string {
  const time = new Date(now).toISOString();
  const stamp = `I${time.slice(5, 7)}${time.slice(8, 10)} ${time.slice(11, 23)}000`;
  return `${stamp} ${'1'.padStart(7)} round_trippers.go:553] ${methods[request.verb]} ${server}${urlOf(request)} ${code} ${reasons[code] ?? ''} in 1 milliseconds\n`;
}

/** Path and query of a request. */
function urlOf(request: ApiRequest): string {
  if (request.path !== undefined) return request.path;
  const { group, version, namespace, resource, name, subresource } = request;
  const parts = [group === '' ? `api/${version}` : `apis/${group}/${version}`, namespace && `namespaces/${namespace}`, resource, name, subresource];
  const query = queryOf(request);
  return `/${parts.filter(Boolean).join('/')}${query === '' ? '' : `?${query}`}`;
}

function queryOf(request: ApiRequest): string {
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['dryRun', request.dryRun ? 'All' : undefined],
    ['fieldManager', request.fieldManager],
    ['fieldSelector', request.fieldSelector],
    ['fieldValidation', request.fieldValidation],
    ['force', request.force ? 'true' : undefined],
    ['labelSelector', request.labelSelector],
    ['limit', request.verb === 'list' ? '500' : undefined],
    ['resourceVersion', request.resourceVersion],
    ...Object.entries(request.query ?? {}),
    ['watch', request.verb === 'watch' ? 'true' : undefined],
  ];
  return pairs.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`])).join('&');
}
