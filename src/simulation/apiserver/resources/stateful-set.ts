import type { StatefulSet } from '../../../api/apps.ts';
import { deepEqual } from '../../../api/deep-equal.ts';
import { formatLabelSelector } from '../../../api/label-selector.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { forbiddenField, notSupportedValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { statefulSetTable } from '../tables/stateful-set.ts';
import { defaultPodTemplate } from './pod-template/defaults.ts';
import { validateNonNegative, validateSelector, validateTemplate } from './pod-template/validation.ts';
import { scaleStorage } from './scale.ts';

/** StatefulSets. */
export const statefulSetStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<StatefulSet>(info, strategy, {
    hasStatus: true,
    table: statefulSetTable,
    subresources: { scale: scaleStorage('apps', 'statefulsets', (object) => formatLabelSelector((object as StatefulSet).spec.selector)) },
  });

// kubernetes pkg/registry/apps/statefulset/strategy.go
const strategy: Strategy<StatefulSet> = {
  hasGeneration: true,
  setDefaults: (set) => ({ ...set, spec: defaultSpec(set.spec) }),
  prepareForCreate: (set) => ({ ...set, status: { availableReplicas: 0, replicas: 0 } }),
  prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? { availableReplicas: 0, replicas: 0 } }),
  validate,
  validateUpdate: (next, old) => [...validate(next), ...validateFixedFields(next, old)],
};

function defaultSpec(spec: StatefulSet['spec'] | undefined): StatefulSet['spec'] {
  const type = spec?.updateStrategy?.type ?? 'RollingUpdate';
  const given = spec ?? ({} as StatefulSet['spec']);
  return {
    replicas: 1,
    revisionHistoryLimit: 10,
    podManagementPolicy: 'OrderedReady',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    ...given,
    updateStrategy: {
      ...given.updateStrategy,
      type,
      ...(type === 'RollingUpdate' && { rollingUpdate: { partition: 0, ...given.updateStrategy?.rollingUpdate } }),
    },
    template: defaultPodTemplate(given.template),
  };
}

function validate({ spec }: StatefulSet): readonly FieldError[] {
  const policies = ['OrderedReady', 'Parallel'];
  return [
    ...(policies.includes(spec.podManagementPolicy ?? '') ? [] : [notSupportedValue('spec.podManagementPolicy', spec.podManagementPolicy, policies)]),
    ...validateNonNegative(spec.replicas, 'spec.replicas'),
    ...validateSelector(spec.selector, 'statefulset'),
    ...validateTemplate(spec.template, spec.selector ?? {}),
  ];
}

const mutableFields = new Set([
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
  'revisionHistoryLimit',
]);

function validateFixedFields(next: StatefulSet, old: StatefulSet): readonly FieldError[] {
  const fixed = (spec: StatefulSet['spec']) => Object.fromEntries(Object.entries(spec).filter(([field]) => !mutableFields.has(field)));
  if (deepEqual(fixed(next.spec), fixed(old.spec))) return [];
  return [
    forbiddenField(
      'spec',
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    ),
  ];
}
