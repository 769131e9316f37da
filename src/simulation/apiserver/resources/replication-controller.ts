import type { ReplicationController } from '../../../api/apps.ts';
import { formatLabels } from '../../../api/label-selector.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { requiredValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { replicationControllerTable } from '../tables/replica-set.ts';
import { defaultPodTemplate } from './pod-template/defaults.ts';
import { validateNonNegative, validateTemplate } from './pod-template/validation.ts';
import { scaleStorage } from './scale.ts';

/** ReplicationControllers. */
export const replicationControllerStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<ReplicationController>(info, strategy, {
    hasStatus: true,
    table: replicationControllerTable,
    subresources: {
      scale: scaleStorage('', 'replicationcontrollers', (object) => formatLabels((object as ReplicationController).spec.selector)),
    },
  });

// kubernetes pkg/registry/core/replicationcontroller/strategy.go
const strategy: Strategy<ReplicationController> = {
  hasGeneration: true,
  setDefaults,
  prepareForCreate: (controller) => ({ ...controller, status: { replicas: 0 } }),
  prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? { replicas: 0 } }),
  validate,
};

/** Selector and labels are the template's where they are left out. */
function setDefaults(controller: ReplicationController): ReplicationController {
  const { metadata, spec } = controller;
  const labels = spec?.template?.metadata?.labels;
  return {
    ...controller,
    metadata: { ...metadata, ...(labels && !metadata.labels && { labels }) },
    spec: { replicas: 1, ...(labels && { selector: labels }), ...spec, template: defaultPodTemplate(spec?.template) },
  };
}

function validate({ spec }: ReplicationController): readonly FieldError[] {
  return [
    ...validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
    ...(Object.keys(spec.selector ?? {}).length === 0 ? [requiredValue('spec.selector')] : []),
    ...validateNonNegative(spec.replicas, 'spec.replicas'),
    ...validateTemplate(spec.template, { matchLabels: spec.selector ?? {} }),
  ];
}
