import { deepEqual } from '../../../api/deep-equal.ts';
import type { Container, Pod, PodSpec } from '../../../api/pod.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { forbiddenField } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { podTable } from '../tables/pod.ts';
import { bindingStorage, logStorage } from './pod-subresources.ts';
import { defaultPodSpec } from './pod-template/defaults.ts';
import { validateImagesAreTrimmed, validatePodSpec } from './pod-template/validation.ts';

/** Pods. */
export const podStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Pod>(info, strategy, { hasStatus: true, table: podTable, subresources: { binding: bindingStorage, log: logStorage } });

// kubernetes pkg/registry/core/pod/strategy.go
const strategy: Strategy<Pod> = {
  setDefaults: (pod) => ({ ...pod, spec: { enableServiceLinks: true, ...defaultPodSpec(pod.spec) } }),
  prepareForCreate: (pod) => ({ ...pod, status: { phase: 'Pending', qosClass: qosClass(pod.spec) } }),
  prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? {} }),
  selectableFields: ({ spec, status }) => ({
    'spec.nodeName': spec.nodeName ?? '',
    'spec.restartPolicy': spec.restartPolicy ?? '',
    'spec.serviceAccountName': spec.serviceAccountName ?? '',
    'status.phase': status?.phase ?? '',
    'status.podIP': status?.podIP ?? '',
  }),
  gracePeriodSeconds,
  validate,
  validateUpdate: (next, old) => [...validate(next), ...validateMutableFields(next, old)],
};

/** Nothing has to stop where nothing was started. */
function gracePeriodSeconds({ spec, status }: Pod, requested: number | undefined): number {
  if (!spec.nodeName || status?.phase === 'Succeeded' || status?.phase === 'Failed') return 0;
  return requested ?? spec.terminationGracePeriodSeconds ?? 30;
}

function validate(pod: Pod): readonly FieldError[] {
  return [...validatePodSpec(pod.spec, 'spec'), ...validateImagesAreTrimmed(pod.spec, 'spec')];
}

/** BestEffort where no container asks for anything, Guaranteed where all ask for exactly their limits. */
// kubernetes pkg/apis/core/v1/helper/qos ComputePodQOS
function qosClass({ containers }: PodSpec): string {
  const resources = containers.map((container) => (container.resources ?? {}) as { requests?: Record<string, unknown>; limits?: Record<string, unknown> });
  if (resources.every(({ requests, limits }) => Object.keys({ ...requests, ...limits }).length === 0)) return 'BestEffort';
  const isGuaranteed = resources.every(({ requests = {}, limits = {} }) => {
    const asked = { ...limits, ...requests };
    return ['cpu', 'memory'].every((name) => limits[name] !== undefined && asked[name] === limits[name]);
  });
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}

// kubernetes pkg/apis/core/validation ValidatePodUpdate
function validateMutableFields(next: Pod, old: Pod): readonly FieldError[] {
  if (deepEqual(fixedPart(next.spec), fixedPart(old.spec))) return [];
  return [
    forbiddenField(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    ),
  ];
}

function fixedPart(spec: PodSpec): unknown {
  const withoutImage = ({ image: _, ...container }: Container) => container;
  const { tolerations: _, activeDeadlineSeconds: __, ...rest } = spec;
  return { ...rest, containers: spec.containers.map(withoutImage), initContainers: spec.initContainers?.map(withoutImage) };
}
