import type { DeploymentConfig, DeploymentTriggerPolicy } from '../../../../api/apps.ts';
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

/** What an update may not do: versions only go up, one by one. */
export function validateDeploymentConfigUpdate(next: DeploymentConfig, old: DeploymentConfig): readonly FieldError[] {
  const [before, after] = [old.status?.latestVersion ?? 0, next.status?.latestVersion ?? 0];
  const field = 'status.latestVersion';
  return [
    ...validateDeploymentConfig(next),
    ...(after < before ? [invalidValue(field, after, `latestVersion cannot be decremented from ${before}`)] : []),
    ...(after > before + 1 ? [invalidValue(field, after, 'latestVersion can only be incremented by 1')] : []),
  ];
}
