import type { DaemonSet } from '../../../api/apps.ts';
import { deepEqual } from '../../../api/deep-equal.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { daemonSetTable } from '../tables/daemon-set.ts';
import { defaultPodTemplate } from './pod-template/defaults.ts';
import { validateImmutable, validateSelector, validateTemplate } from './pod-template/validation.ts';

/** DaemonSets. */
export const daemonSetStorage = (info: ResourceInfo): RestStorage => standardStorage<DaemonSet>(info, strategy, { hasStatus: true, table: daemonSetTable });

const noStatus = { currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 };

// kubernetes pkg/registry/apps/daemonset/strategy.go
const strategy: Strategy<DaemonSet> = {
  hasGeneration: true,
  setDefaults: (set) => ({ ...set, spec: defaultSpec(set.spec) }),
  prepareForCreate: (set) => ({ ...set, metadata: withGenerationAnnotation(set, 1), status: noStatus }),
  prepareForUpdate: (next, old) => ({ ...next, metadata: withGenerationAnnotation(next, templateGeneration(next, old)), status: old.status ?? noStatus }),
  validate,
  validateUpdate: (next, old) => [...validate(next), ...validateImmutable(next.spec.selector, old.spec.selector, 'spec.selector')],
};

const generationAnnotation = 'deprecated.daemonset.template.generation';

function withGenerationAnnotation({ metadata }: DaemonSet, generation: number): DaemonSet['metadata'] {
  return { ...metadata, annotations: { ...metadata.annotations, [generationAnnotation]: String(generation) } };
}

/** Counts the templates; nobody else sets it. */
function templateGeneration(next: DaemonSet, old: DaemonSet): number {
  const before = Number(old.metadata.annotations?.[generationAnnotation] ?? 1);
  return deepEqual(next.spec.template, old.spec.template) ? before : before + 1;
}

function defaultSpec(spec: DaemonSet['spec'] | undefined): DaemonSet['spec'] {
  const type = spec?.updateStrategy?.type ?? 'RollingUpdate';
  const given = spec ?? ({} as DaemonSet['spec']);
  const rollingUpdate = { maxSurge: 0, maxUnavailable: 1, ...given.updateStrategy?.rollingUpdate };
  return {
    revisionHistoryLimit: 10,
    ...given,
    updateStrategy: { ...given.updateStrategy, type, ...(type === 'RollingUpdate' && { rollingUpdate }) },
    template: defaultPodTemplate(given.template),
  };
}

function validate({ spec }: DaemonSet): readonly FieldError[] {
  return [...validateSelector(spec.selector, 'daemonset'), ...validateTemplate(spec.template, spec.selector ?? {})];
}
