import type { DeploymentConfig, DeploymentStrategy, DeploymentTriggerPolicy } from '../../../../api/apps.ts';
import type { ObjectReference } from '../../../../api/meta.ts';
import type { PodTemplateSpec } from '../../../../api/pod.ts';
import type { FieldError } from '../../../../api/status.ts';
import { splitImageStreamTag } from '../../../../imageutil/image-stream-tag-name.ts';
import { invalidValue, requiredValue } from '../../object-meta-validation.ts';
import { validateNonNegative, validateTemplate } from '../pod-template/validation.ts';

/** What is wrong with a DeploymentConfig. */
// openshift-apiserver pkg/apps/apis/apps/validation ValidateDeploymentConfig
export function validateDeploymentConfig({ spec }: DeploymentConfig): readonly FieldError[] {
  const { template, selector = {} } = spec;
  const triggers = spec.triggers ?? [];
  return [
    ...triggers.flatMap((trigger, index) => validateTrigger(trigger, `spec.triggers[${index}]`)),
    ...(template && spec.strategy ? validateStrategy(spec.strategy) : []),
    ...validateNonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'),
    ...validateNonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
    ...(template ? validateTemplate(withTriggeredImages(template, triggers), { matchLabels: selector }) : [requiredValue('spec.template')]),
    ...((spec.replicas ?? 0) < 0 ? [invalidValue('spec.replicas', spec.replicas, 'replicas cannot be negative')] : []),
    ...(Object.keys(selector).length === 0 ? [invalidValue('spec.selector', spec.selector ?? null, 'selector cannot be empty')] : []),
  ];
}

/** A container may have no image where a trigger is to give it one. */
// openshift-apiserver pkg/apps/apis/apps/validation handleEmptyImageReferences
function withTriggeredImages(template: PodTemplateSpec, triggers: readonly DeploymentTriggerPolicy[]): PodTemplateSpec {
  const triggered = triggers.flatMap(({ type, imageChangeParams }) => (type === 'ImageChange' ? (imageChangeParams?.containerNames ?? []) : []));
  const containers = template.spec.containers?.map((container) =>
    !container.image && triggered.includes(container.name) ? { ...container, image: 'unset' } : container,
  );
  return { ...template, spec: { ...template.spec, containers } };
}

function validateTrigger({ type, imageChangeParams: params }: DeploymentTriggerPolicy, at: string): readonly FieldError[] {
  if (!type) return [requiredValue(`${at}.type`)];
  if (type !== 'ImageChange') return [];
  if (!params) return [requiredValue(`${at}.imageChangeParams`)];
  const path = `${at}.imageChangeParams`;
  return [
    ...(params.from?.name ? validateFrom(params.from, `${path}.from`) : [requiredValue(`${path}.from`)]),
    ...((params.containerNames ?? []).length === 0 ? [requiredValue(`${path}.containerNames`)] : []),
  ];
}

function validateFrom({ kind, name = '' }: ObjectReference, path: string): readonly FieldError[] {
  return [
    ...(kind === 'ImageStreamTag' ? [] : [invalidValue(`${path}.kind`, kind ?? '', 'kind must be an ImageStreamTag')]),
    ...(splitImageStreamTag(name).ok ? [] : [invalidValue(`${path}.name`, name, 'must be in the form of <name>:<tag>')]),
  ];
}

// openshift-apiserver pkg/apps/apis/apps/validation validateDeploymentStrategy
function validateStrategy({ type, customParams, activeDeadlineSeconds, ...params }: DeploymentStrategy): readonly FieldError[] {
  const path = 'spec.strategy';
  const { timeoutSeconds } = (params.rollingParams ?? params.recreateParams ?? {}) as { readonly timeoutSeconds?: number };
  const isLate = activeDeadlineSeconds !== undefined && timeoutSeconds !== undefined && activeDeadlineSeconds <= timeoutSeconds;
  return [
    ...(type === 'Custom' && !customParams ? [requiredValue(`${path}.customParams`)] : []),
    ...(type && !strategyTypes.includes(type) ? [invalidValue(`${path}.type`, type, unsupportedType)] : []),
    ...validateNonNegative(activeDeadlineSeconds, `${path}.activeDeadlineSeconds`),
    ...(isLate ? [invalidValue(`${path}.activeDeadlineSeconds`, activeDeadlineSeconds, 'activeDeadlineSeconds must be greater than timeoutSeconds')] : []),
  ];
}

const strategyTypes = ['Rolling', 'Recreate', 'Custom'];
const unsupportedType = 'unsupported strategy type, use "Custom" instead and specify your own strategy';

/** What an update may not do: versions do not go back. */
// openshift-apiserver pkg/apps/apis/apps/validation ValidateDeploymentConfigUpdate
export function validateDeploymentConfigUpdate(next: DeploymentConfig, old: DeploymentConfig): readonly FieldError[] {
  const isLess = (next.status?.latestVersion ?? 0) < (old.status?.latestVersion ?? 0);
  return [
    ...validateDeploymentConfig(next),
    ...(isLess ? [invalidValue('status.latestVersion', next.status?.latestVersion, 'latestVersion cannot be decremented')] : []),
  ];
}
