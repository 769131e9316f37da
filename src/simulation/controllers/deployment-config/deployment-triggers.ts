import type { DeploymentConfig, DeploymentDetails, DeploymentTriggerPolicy, ReplicationController } from '../../../api/apps.ts';
import { canonical } from '../../../api/canonical-json.ts';
import { decodedConfig } from './deployment-annotations.ts';

const isImageTrigger = ({ type }: DeploymentTriggerPolicy) => type === 'ImageChange';

export const hasImageTrigger = ({ spec }: DeploymentConfig): boolean => (spec.triggers ?? []).some(isImageTrigger);
export const hasConfigTrigger = ({ spec }: DeploymentConfig): boolean => (spec.triggers ?? []).some(({ type }) => type === 'ConfigChange');

export type Decision = { readonly trigger: DeploymentDetails } | 'skip' | 'nothing';

const configChange: Decision = { trigger: { causes: [{ type: 'ConfigChange' }], message: 'config change' } };

/** Do the triggers call for a new deployment, or is an image still waited for? */
// openshift-controller-manager pkg/apps/deploymentconfig triggerActivated
export function triggerActivated(config: DeploymentConfig, latest: ReplicationController | undefined): Decision {
  const hasImage = hasImageTrigger(config);
  if (!hasImage && !hasConfigTrigger(config)) return 'nothing';
  if ((config.status?.latestVersion ?? 0) === 0) return hasImage && !areImagesKnown(config) ? 'skip' : configChange;
  if (!latest) return 'nothing';
  const updated = hasImage ? updatedImages(config, latest) : [];
  if (updated.length > 0) return imageChange(updated);
  const isLatest = canonical(config.spec.template) === canonical(decodedConfig(latest)?.spec.template);
  return hasConfigTrigger(config) && !isLatest ? configChange : 'nothing';
}

const areImagesKnown = ({ spec }: DeploymentConfig) =>
  (spec.triggers ?? []).filter(isImageTrigger).every(({ imageChangeParams }) => imageChangeParams?.lastTriggeredImage);

function updatedImages({ spec }: DeploymentConfig, { spec: { template } }: ReplicationController): readonly string[] {
  const running = new Set(template.spec.containers.map(({ image }) => image));
  return (spec.template?.spec.containers ?? []).flatMap(({ image = '' }) => (running.has(image) ? [] : [image]));
}

function imageChange(images: readonly string[]): Decision {
  const causes = images.map((name) => ({ type: 'ImageChange', imageTrigger: { from: { kind: 'DockerImage', name } } }));
  return { trigger: { causes, message: 'image change' } };
}
