import type { DeploymentConfig, DeploymentConfigSpec, DeploymentConfigStatus, DeploymentStrategy, DeploymentTriggerPolicy } from '../../../../api/apps.ts';
import { formatLabels } from '../../../../api/label-selector.ts';
import type { ResourceInfo } from '../../../../api/resource.ts';
import type { FieldError } from '../../../../api/status.ts';
import type { RequestContext, RestStorage, Strategy } from '../../rest-storage.ts';
import { standardStorage } from '../../standard-storage.ts';
import { deploymentConfigTable } from '../../tables/deployment-config.ts';
import { defaultPodTemplate } from '../pod-template/defaults.ts';
import { scaleStorage } from '../scale.ts';
import { instantiateStorage } from './instantiate.ts';
import { deploymentLogStorage } from './log.ts';
import { rollbackStorage } from './rollback.ts';
import { validateDeploymentConfig, validateDeploymentConfigUpdate } from './validation.ts';

/** DeploymentConfigs, with the warning that they are on their way out. */
export const deploymentConfigStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<DeploymentConfig>(info, strategy, {
    table: deploymentConfigTable,
    deprecationWarning: 'apps.openshift.io/v1 DeploymentConfig is deprecated in v4.14+, unavailable in v4.10000+',
    subresources: {
      instantiate: instantiateStorage,
      log: deploymentLogStorage,
      rollback: rollbackStorage,
      scale: scaleStorage(info.group, info.resource, (object) => formatLabels((object as DeploymentConfig).spec.selector)),
    },
  });

const noStatus: DeploymentConfigStatus = {
  availableReplicas: 0,
  latestVersion: 0,
  observedGeneration: 0,
  replicas: 0,
  unavailableReplicas: 0,
  updatedReplicas: 0,
};

// openshift-apiserver pkg/apps/apiserver/registry/deployconfig/strategy.go
const strategy: Strategy<DeploymentConfig> = {
  hasGeneration: true,
  setDefaults: (config) => ({ ...config, spec: defaultSpec(config) }),
  prepareForCreate: (config) => ({
    ...config,
    spec: { revisionHistoryLimit: 10, ...config.spec, triggers: untriggered(config.spec.triggers ?? []) },
    status: noStatus,
  }),
  prepareForUpdate,
  validate: validateDeploymentConfig,
  validateUpdate: validateDeploymentConfigUpdate,
  status: {
    prepareForUpdate: (next, old) => ({ ...next, metadata: { ...next.metadata, ...(old.metadata.labels && { labels: old.metadata.labels }) }, spec: old.spec }),
    validateUpdate: (): readonly FieldError[] => [],
  },
};

/** Nobody but the trigger controller says which image was triggered last. */
function untriggered(triggers: readonly DeploymentTriggerPolicy[]): readonly DeploymentTriggerPolicy[] {
  return triggers.map((trigger) => {
    if (!trigger.imageChangeParams) return trigger;
    const { lastTriggeredImage: _, ...imageChangeParams } = trigger.imageChangeParams;
    return { ...trigger, imageChangeParams };
  });
}

/** A new version counts as a change of its own where the spec stays. */
function prepareForUpdate(next: DeploymentConfig, old: DeploymentConfig, { request }: RequestContext): DeploymentConfig {
  const status = statusAfterUpdate(next, old, request.subresource === 'instantiate');
  const isNewVersion = status.latestVersion !== (old.status?.latestVersion ?? 0);
  const generation = (old.metadata.generation ?? 1) + (isNewVersion ? 1 : 0);
  return { ...next, metadata: { ...next.metadata, generation }, status };
}

/** A version one higher asks for a new deployment, as a rollback does; why it is asked for, only an instantiation may say. */
function statusAfterUpdate(next: DeploymentConfig, { status = noStatus }: DeploymentConfig, tellsWhy: boolean): DeploymentConfigStatus {
  const { latestVersion, details } = next.status ?? status;
  if (latestVersion !== status.latestVersion + 1) return status;
  return { ...status, latestVersion, ...(tellsWhy && details && { details }) };
}

// openshift-apiserver pkg/apps/apis/apps/v1/defaults.go
function defaultSpec({ metadata, spec }: DeploymentConfig): DeploymentConfigSpec {
  const { paused, triggers, selector, ...given } = spec ?? ({} as DeploymentConfigSpec);
  const template = given.template && defaultPodTemplate(given.template);
  const chosen = selector && Object.keys(selector).length > 0 ? selector : template?.metadata?.labels;
  return {
    test: false,
    ...given,
    replicas: given.replicas ?? 0,
    ...(paused && { paused }),
    ...(chosen && { selector: chosen }),
    strategy: defaultStrategy(given.strategy),
    ...(template && { template }),
    triggers: (triggers ?? [{ type: 'ConfigChange' }]).map((trigger) => defaultTrigger(trigger, metadata.namespace)),
  };
}

function defaultTrigger(trigger: DeploymentTriggerPolicy, namespace: string | undefined): DeploymentTriggerPolicy {
  const { imageChangeParams: params } = trigger;
  if (!params) return trigger;
  const from = {
    ...params.from,
    kind: params.from?.kind || 'ImageStreamTag',
    ...((params.from?.namespace || namespace) && { namespace: params.from?.namespace || namespace }),
  };
  const { automatic, ...others } = params;
  return { ...trigger, imageChangeParams: { ...others, ...(automatic && { automatic }), from } as DeploymentTriggerPolicy['imageChangeParams'] & object };
}

function defaultStrategy(strategy: DeploymentStrategy | undefined): DeploymentStrategy {
  const type = strategy?.type || 'Rolling';
  return {
    activeDeadlineSeconds: 21_600,
    resources: {},
    ...strategy,
    ...(type === 'Rolling' && { rollingParams: defaultRolling(strategy?.rollingParams) }),
    ...(type === 'Recreate' && { recreateParams: { timeoutSeconds: 600, ...strategy?.recreateParams } }),
    type,
  };
}

function defaultRolling(given: DeploymentStrategy['rollingParams'] = {}): NonNullable<DeploymentStrategy['rollingParams']> {
  const isZero = (value: unknown) => value === 0 || value === '0%';
  const { maxSurge, maxUnavailable } = given;
  const needsSurge = maxSurge === undefined && (maxUnavailable === undefined || isZero(maxUnavailable));
  const needsUnavailable = maxUnavailable === undefined && (maxSurge === undefined || isZero(maxSurge));
  return {
    intervalSeconds: 1,
    timeoutSeconds: 600,
    updatePeriodSeconds: 1,
    ...(needsSurge && { maxSurge: '25%' }),
    ...(needsUnavailable && { maxUnavailable: '25%' }),
    ...given,
  };
}
