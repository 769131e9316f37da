import type { Deployment, DeploymentSpec } from '../../../api/apps.ts';
import { formatLabelSelector } from '../../../api/label-selector.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { withoutEmptyMetadata } from '../empty-metadata.ts';
import { forbiddenField, invalidValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { deploymentTable } from '../tables/deployment.ts';
import { defaultPodTemplate } from './pod-template/defaults.ts';
import { validateImmutable, validateNonNegative, validateSelector, validateTemplate } from './pod-template/validation.ts';
import { scaleStorage } from './scale.ts';

/** Deployments. */
export const deploymentStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Deployment>(info, strategy, {
    table: deploymentTable,
    subresources: { scale: scaleStorage('apps', 'deployments', (object) => formatLabelSelector((object as Deployment).spec.selector)) },
  });

// kubernetes pkg/registry/apps/deployment/strategy.go
const strategy: Strategy<Deployment> = {
  hasGeneration: true,
  annotationsMoveGeneration: true,
  setDefaults: (deployment) => ({ ...deployment, spec: defaultSpec(deployment.spec) }),
  prepareForCreate: ({ status: _, ...deployment }) => ({ ...(deployment as Deployment), status: {} }),
  prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? {} }),
  status: {
    prepareForUpdate: (next, old) => ({ ...next, metadata: withoutEmptyMetadata({ ...next.metadata, labels: old.metadata.labels ?? {} }), spec: old.spec }),
  },
  validate,
  validateUpdate: (next, old) => [...validate(next), ...validateImmutable(next.spec.selector, old.spec.selector, 'spec.selector')],
};

// kubernetes pkg/apis/apps/v1/defaults.go SetDefaults_Deployment
function defaultSpec(spec: DeploymentSpec | undefined): DeploymentSpec {
  const type = spec?.strategy?.type ?? 'RollingUpdate';
  const rolling = { maxUnavailable: '25%', maxSurge: '25%', ...spec?.strategy?.rollingUpdate };
  const { paused, ...given } = spec ?? ({} as DeploymentSpec);
  return {
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    ...given,
    ...(paused && { paused }),
    strategy: { ...spec?.strategy, type, ...(type === 'RollingUpdate' && { rollingUpdate: rolling }) },
    template: defaultPodTemplate(spec?.template),
  };
}

function validate(deployment: Deployment): readonly FieldError[] {
  const { spec } = deployment;
  return [
    ...validateNonNegative(spec.replicas, 'spec.replicas'),
    ...validateSelector(spec.selector, 'deployment'),
    ...validateTemplate(spec.template, spec.selector ?? {}),
    ...validateRollout(spec),
    ...validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
    ...validateNonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'),
    ...validateDeadline(spec),
  ];
}

function validateRollout({ strategy }: DeploymentSpec): readonly FieldError[] {
  if (strategy && !['Recreate', 'RollingUpdate'].includes(strategy.type ?? '')) return [unknownStrategy(strategy)];
  if (strategy?.type === 'Recreate') {
    return strategy.rollingUpdate ? [forbiddenField('spec.strategy.rollingUpdate', "may not be specified when strategy `type` is 'Recreate'")] : [];
  }
  const isZero = (value: unknown) => value === 0 || value === '0%';
  const { maxSurge, maxUnavailable } = strategy?.rollingUpdate ?? {};
  if (!isZero(maxSurge) || !isZero(maxUnavailable)) return [];
  return [invalidValue('spec.strategy.rollingUpdate.maxUnavailable', maxUnavailable, 'may not be 0 when `maxSurge` is 0')];
}

/** The strategy as Go's %#v shows it: without what rolls, as a pointer would show its address. */
const unknownStrategy = ({ type }: NonNullable<DeploymentSpec['strategy']>): FieldError => ({
  field: 'spec.strategy',
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: apps.DeploymentStrategy{Type:${JSON.stringify(type)}, RollingUpdate:(*apps.RollingUpdateDeployment)(nil)}: supported values: "Recreate", "RollingUpdate"`,
});

function validateDeadline({ progressDeadlineSeconds: deadline, minReadySeconds = 0 }: DeploymentSpec): readonly FieldError[] {
  if (deadline === undefined || deadline > minReadySeconds) return [];
  return [invalidValue('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds')];
}
