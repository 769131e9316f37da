import type { KubeObject } from '../../../api/meta.ts';
import { own } from '../../../api/own.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { requiredValue } from '../object-meta-validation.ts';
import type { RestStorage } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

interface PersistentVolumeClaim extends KubeObject {
  readonly spec: {
    readonly accessModes?: readonly string[];
    readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly volumeMode?: string;
  };
  readonly status?: { readonly phase?: string; readonly capacity?: Readonly<Record<string, string>>; readonly accessModes?: readonly string[] };
}

const shortModes: Readonly<Record<string, string>> = { ReadWriteOnce: 'RWO', ReadOnlyMany: 'ROX', ReadWriteMany: 'RWX', ReadWriteOncePod: 'RWOP' };

/** Claims for storage (kubernetes pkg/registry/core/persistentvolumeclaim). Nothing here provisions volumes, so they stay pending. */
export const persistentVolumeClaimStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<PersistentVolumeClaim>(
    info,
    {
      setDefaults: (claim) => ({
        ...claim,
        spec: { ...claim.spec, volumeMode: claim.spec?.volumeMode ?? 'Filesystem' },
        status: claim.status ?? { phase: 'Pending' },
      }),
      prepareForCreate: (claim) => ({ ...claim, status: { phase: 'Pending' } }),
      prepareForUpdate: (next, old) => ({ ...next, status: old.status }),
      validate: validateClaim,
    },
    {
      hasStatus: true,
      table: {
        columns: [
          nameColumn,
          ...['Status', 'Volume', 'Capacity', 'Access Modes', 'StorageClass', 'VolumeAttributesClass'].map((name) => column(name)),
          ageColumn,
          column('VolumeMode', 'string', 1),
        ],
        cells: (object, now) => {
          const { metadata, spec, status } = object as PersistentVolumeClaim;
          const modes = spec.volumeName ? (status?.accessModes ?? []).map((mode) => own(shortModes, mode) ?? mode).join(',') : '';
          return [
            metadata.name,
            metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? ''),
            spec.volumeName ?? '',
            spec.volumeName ? (status?.capacity?.storage ?? '') : '',
            modes,
            spec.storageClassName ?? '',
            '<unset>',
            ageOf(metadata.creationTimestamp, now),
            spec.volumeMode ?? '',
          ];
        },
      },
    },
  );

function validateClaim({ spec }: PersistentVolumeClaim): readonly FieldError[] {
  return [
    ...(spec.accessModes?.length ? [] : [requiredValue('spec.accessModes', 'at least 1 access mode is required')]),
    ...(spec.resources?.requests?.storage ? [] : [requiredValue('spec.resources[storage]')]),
  ];
}
