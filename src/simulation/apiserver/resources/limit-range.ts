import type { LimitRange, LimitRangeItem, ResourceQuota } from '../../../api/core.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { duplicateValue, requiredValue } from '../object-meta-validation.ts';
import type { RestStorage } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

/** Limit ranges (kubernetes pkg/registry/core/limitrange). */
export const limitRangeStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<LimitRange>(
    info,
    { validate: validateLimitRange },
    {
      table: { columns: [nameColumn, column('Created At', 'date')], cells: ({ metadata }) => [metadata.name, metadata.creationTimestamp ?? '<unknown>'] },
    },
  );

function validateLimitRange({ spec }: LimitRange): readonly FieldError[] {
  const types = (spec?.limits ?? []).map(({ type }) => type);
  return (spec?.limits ?? []).flatMap((item, index) => itemErrors(item, `spec.limits[${index}]`, types.indexOf(item.type) < index));
}

function itemErrors({ type }: LimitRangeItem, field: string, isRepeated: boolean): readonly FieldError[] {
  if (!type) return [requiredValue(`${field}.type`)];
  return isRepeated ? [duplicateValue(`${field}.type`, type)] : [];
}

/** Resource quotas (kubernetes pkg/registry/core/resourcequota). */
export const resourceQuotaStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<ResourceQuota>(
    info,
    { prepareForCreate: (quota) => ({ ...quota, status: {} }), prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? {} }) },
    {
      hasStatus: true,
      table: {
        columns: [nameColumn, ageColumn, column('Request'), column('Limit')],
        cells: (object, now) => {
          const quota = object as ResourceQuota;
          return [quota.metadata.name, ageOf(quota.metadata.creationTimestamp, now), usageText(quota, false), usageText(quota, true)];
        },
      },
    },
  );

function usageText({ status }: ResourceQuota, limits: boolean): string {
  const names = Object.keys(status?.hard ?? {}).filter((name) => name.startsWith('limits.') === limits);
  return names
    .sort()
    .map((name) => `${name}: ${status?.used?.[name] ?? '0'}/${status?.hard?.[name]}`)
    .join(', ');
}
