import type { ReplicaSet } from '../../../api/apps.ts';
import { formatLabelSelector } from '../../../api/label-selector.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { replicaSetTable } from '../tables/replica-set.ts';
import { defaultPodTemplate } from './pod-template/defaults.ts';
import { validateImmutable, validateNonNegative, validateSelector, validateTemplate } from './pod-template/validation.ts';
import { scaleStorage } from './scale.ts';

/** ReplicaSets. */
export const replicaSetStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<ReplicaSet>(info, strategy, {
    hasStatus: true,
    table: replicaSetTable,
    subresources: { scale: scaleStorage('apps', 'replicasets', (object) => formatLabelSelector((object as ReplicaSet).spec.selector)) },
  });

// kubernetes pkg/registry/apps/replicaset/strategy.go
const strategy: Strategy<ReplicaSet> = {
  hasGeneration: true,
  setDefaults: (set) => ({ ...set, spec: { replicas: 1, ...set.spec, template: defaultPodTemplate(set.spec?.template) } }),
  prepareForCreate: (set) => ({ ...set, status: { replicas: 0 } }),
  prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? { replicas: 0 } }),
  validate,
  validateUpdate: (next, old) => [...validate(next), ...validateImmutable(next.spec.selector, old.spec.selector, 'spec.selector')],
};

function validate(set: ReplicaSet): readonly FieldError[] {
  const { spec } = set;
  return [
    ...validateNonNegative(spec.replicas, 'spec.replicas'),
    ...validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
    ...validateSelector(spec.selector, 'replica set'),
    ...validateTemplate(spec.template, spec.selector ?? {}),
  ];
}
