import { type ImportStatus, imageGroup } from '../../../../api/image.ts';
import type { RegistryFailure } from '../../../../api/registry-transport.ts';
import { forbidden, internalError, notFound, type StatusError, unauthorized } from '../../../../api/status.ts';

/** What a registry's refusal means for an import, in the importer's words. (importer.go formatRepositoryError, formatPingError) */
export function importFailure(reference: string, url: string, failure: RegistryFailure): ImportStatus {
  return statusOf(importError(reference, url, failure));
}

/** The failure of a whole repository. */
export function repositoryFailure(reference: string, url: string, failure: RegistryFailure): ImportStatus {
  return failure.reason === 'name-unknown'
    ? statusOf(notFound({ group: imageGroup, resource: 'dockerimage' }, reference))
    : importFailure(reference, url, failure);
}

export const success: ImportStatus = { metadata: {}, status: 'Success' };

export const blockedRegistry = (registry: string): ImportStatus => statusOf(forbidden({ group: '', resource: '' }, '', `registry ${registry} blocked`));

/** The status of a failure without apiVersion and kind, as results carry it. */
export function statusOf({ status }: StatusError): ImportStatus {
  const { apiVersion: _, kind: __, ...rest } = status;
  return rest;
}

/** Is it worth trying again without a login? A wrong one also shuts out of what is public. (imagestreamimport/rest.go Create) */
export const isWrongLogin = ({ reason, message = '' }: ImportStatus): boolean =>
  reason === 'Unauthorized' && message.toLowerCase().includes('username or password');

function importError(reference: string, url: string, { reason, message }: RegistryFailure): StatusError {
  switch (reason) {
    case 'manifest-unknown':
      return notFound({ group: imageGroup, resource: 'dockerimage' }, reference);
    case 'unauthorized':
    case 'denied':
      return unauthorized(`you may not have access to the container image "${reference}"`);
    case 'invalid-credentials':
      if (message.endsWith('incorrect username or password')) return unauthorized(`incorrect username or password for image "${reference}"`);
      return internalError(`${reference}: Get "${url}": ${message}`);
    default:
      return internalError(`${reference}: ${message}`);
  }
}
