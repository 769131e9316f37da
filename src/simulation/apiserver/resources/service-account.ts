import type { ServiceAccount } from '../../../api/core.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { RestStorage, TableConvertor } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';
import { serviceAccountToken } from './service-account-token.ts';

/** Service accounts (kubernetes pkg/registry/core/serviceaccount). */
export function serviceAccountStorage(info: ResourceInfo): RestStorage {
  const accounts = standardStorage<ServiceAccount>(info, {}, { table });
  return { ...accounts, subresources: { ...accounts.subresources, token: serviceAccountToken(accounts) } };
}

const table: TableConvertor = {
  columns: [nameColumn, column('Secrets'), ageColumn],
  cells: (object, now) => {
    const { metadata, secrets } = object as ServiceAccount;
    return [metadata.name, secrets?.length ?? 0, ageOf(metadata.creationTimestamp, now)];
  },
};
