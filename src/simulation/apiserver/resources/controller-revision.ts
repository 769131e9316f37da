import type { ControllerRevision } from '../../../api/apps.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { invalidValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';
import { validateImmutable } from './pod-template/validation.ts';

/** What StatefulSets and DaemonSets keep of their former selves. */
export const controllerRevisionStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<ControllerRevision>(info, strategy, {
    // kubernetes pkg/printers/internalversion printControllerRevision
    table: {
      columns: [nameColumn, column('Controller'), column('Revision', 'integer'), ageColumn],
      cells: (object, now) => [
        object.metadata.name,
        controllerName(object),
        (object as ControllerRevision).revision,
        ageOf(object.metadata.creationTimestamp, now),
      ],
    },
  });

// kubernetes pkg/apis/apps/validation ValidateControllerRevisionUpdate
const strategy: Strategy<ControllerRevision> = {
  validate,
  validateUpdate: (next, old) => [...validate(next), ...validateImmutable(next.data, old.data, 'data')],
};

function validate({ revision }: ControllerRevision): readonly FieldError[] {
  return revision < 0 ? [invalidValue('revision', revision, 'must be greater than or equal to 0')] : [];
}

function controllerName({ metadata }: Pick<ControllerRevision, 'metadata'>): string {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  if (!owner) return '<none>';
  const group = owner.apiVersion.includes('/') ? `.${owner.apiVersion.split('/')[0]}` : '';
  return `${owner.kind.toLowerCase()}${group}/${owner.name}`;
}
