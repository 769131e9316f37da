import type { ApiRequest, Verb } from '../../api/request.ts';
import { qualifiedResource } from '../../api/resource.ts';
import { StatusError } from '../../api/status.ts';

const texts = {
  404: ['NotFound', 'the server could not find the requested resource'],
  405: ['MethodNotAllowed', 'the server does not allow this method on the requested resource'],
} as const;

const methods: Readonly<Record<Verb, string>> = {
  get: 'get',
  list: 'get',
  watch: 'get',
  create: 'post',
  update: 'put',
  patch: 'patch',
  delete: 'delete',
  deletecollection: 'delete',
};

/** A refusal by the server's own routing, in the words a client gives it (apimachinery api/errors NewGenericServerResponse). */
export function genericFailure(code: 404 | 405, request: ApiRequest): StatusError {
  const [reason, text] = texts[code];
  const { verb, group, resource, name } = request;
  const what = [methods[verb], qualifiedResource({ group, resource }), ...(name ? [name] : [])].join(' ');
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `${text} (${what})`,
    reason,
    details: { ...(name && { name }), ...(group !== '' && { group }), kind: resource },
    code,
  });
}
