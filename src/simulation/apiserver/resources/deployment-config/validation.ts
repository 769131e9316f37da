import type { DeploymentConfig, DeploymentTriggerPolicy } from '../../../../api/apps.ts';
import type { FieldError } from '../../../../api/status.ts';
import { splitImageStreamTag } from '../../../../imageutil/image-stream-tag-name.ts';
import { invalidValue, requiredValue } from '../../object-meta-validation.ts';
import { validateNonNegative, validateTemplate } from '../pod-template/validation.ts';

/** What is wrong with a DeploymentConfig. */
// openshift-apiserver pkg/apps/apis/apps/validation ValidateDeploymentConfig
export function validateDeploymentConfig({ spec }: DeploymentConfig): readonly FieldError[] {
  const names = spec.template?.spec.containers.map(({ name }) => name) ?? [];
  return [
    ...(spec.triggers ?? []).flatMap((trigger, index) => validateTrigger(trigger, names, `spec.triggers[${index}]`)),
    ...(spec.template ? validateTemplate(spec.template, { matchLabels: spec.selector ?? {} }) : [requiredValue('spec.template')]),
    ...(Object.keys(spec.selector ?? {}).length === 0 ? [invalidValue('spec.selector', spec.selector ?? {}, 'selector cannot be empty')] : []),
    ...validateNonNegative(spec.replicas, 'spec.replicas'),
    ...validateNonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'),
  ];
}

function validateTrigger({ type, imageChangeParams: params }: DeploymentTriggerPolicy, names: readonly string[], at: string): readonly FieldError[] {
  if (!type) return [requiredValue(`${at}.type`)];
  if (type !== 'ImageChange') return [];
  if (!params) return [requiredValue(`${at}.imageChangeParams`)];
  const { from, containerNames = [] } = params;
  const path = `${at}.imageChangeParams`;
  return [
    ...(from?.kind === 'ImageStreamTag' ? [] : [invalidValue(`${path}.from.kind`, from?.kind ?? '', 'kind must be an ImageStreamTag')]),
    ...(from?.name ? validateTagName(from.name, `${path}.from.name`) : [requiredValue(`${path}.from.name`)]),
    ...(containerNames.length === 0 ? [requiredValue(`${path}.containerNames`)] : []),
    ...containerNames.flatMap((name, index) =>
      names.includes(name) ? [] : [invalidValue(`${path}.containerNames[${index}]`, name, 'must exist in the pod template')],
    ),
  ];
}

function validateTagName(name: string, field: string): readonly FieldError[] {
  const { name: stream, tag, ok } = splitImageStreamTag(name);
  return ok && stream !== '' && tag !== '' ? [] : [invalidValue(field, name, 'invalid ImageStreamTag: must be in the form of <name>:<tag>')];
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
