import type { DeploymentConfig, DeploymentTriggerPolicy } from '../../api/apps.ts';
import { deepEqual } from '../../api/deep-equal.ts';
import { checkContainers, otherNamespace, refuseWebHooks } from './trigger-containers.ts';
import { type ImageChangeTrigger, noTriggers, type TriggerDefinition } from './trigger-definition.ts';

/** The triggers of a deployment config (oc pkg/cli/set NewDeploymentConfigTriggers). */
export function deploymentConfigTriggers({ metadata, spec }: DeploymentConfig): TriggerDefinition {
  const triggers = spec.triggers ?? [];
  const imageChange = triggers.flatMap(({ type, imageChangeParams: change }): ImageChangeTrigger[] => {
    if (type !== 'ImageChange' || !change) return [];
    const { from, automatic = false, containerNames = [] } = change;
    return [{ auto: automatic, names: containerNames, from: from.name ?? '', namespace: otherNamespace(from.namespace, metadata.namespace) }];
  });
  return { ...noTriggers, configChange: triggers.some(({ type }) => type === 'ConfigChange'), imageChange };
}

/** The config with these triggers; those it had and keeps stay in front. */
export function withDeploymentConfigTriggers(config: DeploymentConfig, triggers: TriggerDefinition): DeploymentConfig {
  refuseWebHooks(triggers, 'deployment configs do');
  const wanted: DeploymentTriggerPolicy[] = triggers.configChange ? [{ type: 'ConfigChange' }] : [];
  for (const trigger of triggers.imageChange) {
    checkContainers(trigger, config.spec.template?.spec ?? {});
    wanted.push(policyFor(trigger));
  }
  const others = (config.spec.triggers ?? []).filter(({ type }) => type !== 'ConfigChange');
  const kept = others.filter((policy) => wanted.some((other) => deepEqual(other, policy)));
  const added = wanted.filter((policy) => !kept.some((other) => deepEqual(other, policy)));
  return { ...config, spec: { ...config.spec, triggers: [...kept, ...added] } };
}

const policyFor = ({ auto, from, namespace, names }: ImageChangeTrigger): DeploymentTriggerPolicy => ({
  type: 'ImageChange',
  imageChangeParams: {
    ...(auto && { automatic: true }),
    containerNames: names,
    from: { kind: 'ImageStreamTag', ...(namespace !== '' && { namespace }), name: from },
  },
});
