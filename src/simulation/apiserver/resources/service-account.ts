import type { ServiceAccount } from '../../../api/core.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { RestStorage } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

/** Service accounts (kubernetes pkg/registry/core/serviceaccount). */
export const serviceAccountStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<ServiceAccount>(
    info,
    {},
    {
      table: {
        columns: [nameColumn, column('Secrets'), ageColumn],
        cells: (object, now) => {
          const { metadata, secrets } = object as ServiceAccount;
          return [metadata.name, secrets?.length ?? 0, ageOf(metadata.creationTimestamp, now)];
        },
      },
    },
  );
