/** Failures as the API reports them (k8s.io/apimachinery pkg/api/errors). */
export interface Status {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: Readonly<Record<string, never>>;
  readonly status: 'Success' | 'Failure';
  readonly message?: string;
  readonly reason?: string;
  readonly details?: StatusDetails;
  readonly code?: number;
}

export interface StatusDetails {
  readonly name?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly uid?: string;
  readonly causes?: readonly StatusCause[];
  readonly retryAfterSeconds?: number;
}

export interface StatusCause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

/** What the server said, thrown by `ApiClient` and inside the API server. */
export class StatusError extends Error {
  readonly status: Status;
  constructor(status: Status) {
    super(status.message ?? status.reason ?? 'unknown failure');
    this.name = 'StatusError';
    this.status = status;
  }
}

/** A resource as messages name it: group and plural. */
export interface GroupResource {
  readonly group: string;
  readonly resource: string;
}

/** One wrong field (k8s.io/apimachinery pkg/util/validation/field Error). `detail` is the text after the colon. */
export interface FieldError {
  readonly field: string;
  readonly reason:
    | 'FieldValueRequired'
    | 'FieldValueInvalid'
    | 'FieldValueNotSupported'
    | 'FieldValueForbidden'
    | 'FieldValueDuplicate'
    | 'FieldValueNotFound'
    | 'FieldValueTooLong'
    | 'FieldValueTypeInvalid'
    | 'InternalError';
  /** As in `spec.replicas: Invalid value: -1: must be …`, without the field. */
  readonly message: string;
}

function failure(code: number, reason: string, message: string, details?: StatusDetails): StatusError {
  return new StatusError({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, ...(details && { details }), code });
}

const qualified = ({ group, resource }: GroupResource) => (group === '' ? resource : `${resource}.${group}`);
const detailsOf = ({ group, resource }: GroupResource, name: string): StatusDetails => ({ name, ...(group !== '' && { group }), kind: resource });

export const notFound = (resource: GroupResource, name: string): StatusError =>
  failure(404, 'NotFound', `${qualified(resource)} "${name}" not found`, detailsOf(resource, name));

export const alreadyExists = (resource: GroupResource, name: string): StatusError =>
  failure(409, 'AlreadyExists', `${qualified(resource)} "${name}" already exists`, detailsOf(resource, name));

export const conflict = (resource: GroupResource, name: string, why: string): StatusError =>
  failure(409, 'Conflict', `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`, detailsOf(resource, name));

export const forbidden = (resource: GroupResource, name: string, why: string): StatusError =>
  failure(
    403,
    'Forbidden',
    name === '' ? `${qualified(resource)} is forbidden: ${why}` : `${qualified(resource)} "${name}" is forbidden: ${why}`,
    detailsOf(resource, name),
  );

export const badRequest = (message: string): StatusError => failure(400, 'BadRequest', message);

export const unauthorized = (message = 'Unauthorized'): StatusError => failure(401, 'Unauthorized', message);

export const internalError = (message: string): StatusError => failure(500, 'InternalError', `Internal error occurred: ${message}`);

/** `kind` with group, as in `ImageStream.image.openshift.io "x" is invalid: …`. */
export function invalid(kind: { readonly group: string; readonly kind: string }, name: string, errors: readonly FieldError[]): StatusError {
  const texts = [...new Set(errors.map((error) => `${error.field}: ${error.message}`))];
  const said = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const who = kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`;
  return failure(422, 'Invalid', `${who} "${name}" is invalid: ${said}`, {
    name,
    ...(kind.group !== '' && { group: kind.group }),
    kind: kind.kind,
    causes: errors.map(({ field, reason, message }) => ({ reason, message, field })),
  });
}
