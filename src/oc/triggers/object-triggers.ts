import type { DeploymentConfig } from '../../api/apps.ts';
import type { BuildConfig } from '../../api/build.ts';
import type { KubeObject } from '../../api/meta.ts';
import { annotationTriggers, withAnnotationTriggers } from './annotation-triggers.ts';
import { buildConfigTriggers, withBuildConfigTriggers } from './build-config-triggers.ts';
import { deploymentConfigTriggers, withDeploymentConfigTriggers } from './deployment-config-triggers.ts';
import type { TriggerDefinition } from './trigger-definition.ts';

const annotated = new Set(['DaemonSet', 'Deployment', 'StatefulSet', 'CronJob']);

/** The triggers of an object; undefined where its kind has none, or its annotation cannot be read. */
export function triggersOf(object: KubeObject): TriggerDefinition | undefined {
  if (object.kind === 'DeploymentConfig') return deploymentConfigTriggers(object as DeploymentConfig);
  if (object.kind === 'BuildConfig') return buildConfigTriggers(object as BuildConfig);
  return annotated.has(object.kind) ? annotationTriggers(object) : undefined;
}

/** The object with these triggers. Throws ChangeRefused where it cannot have them. */
export function withTriggers(object: KubeObject, triggers: TriggerDefinition): KubeObject {
  if (object.kind === 'DeploymentConfig') return withDeploymentConfigTriggers(object as DeploymentConfig, triggers);
  if (object.kind === 'BuildConfig') return withBuildConfigTriggers(object as BuildConfig, triggers);
  return withAnnotationTriggers(object, triggers);
}
