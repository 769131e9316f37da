import type { DeploymentConfig, DeploymentConfigRollback, DeploymentTriggerPolicy, ReplicationController } from '../../../../api/apps.ts';
import { invalid, notFound, type StatusError } from '../../../../api/status.ts';
import { decodedConfig, deploymentName } from '../../../controllers/deployment-config/deployment-annotations.ts';
import { invalidValue } from '../../object-meta-validation.ts';
import type { RequestContext, RestStorage } from '../../rest-storage.ts';

const group = 'apps.openshift.io';
const replicationControllers = { group: '', resource: 'replicationcontrollers' } as const;

/** `POST deploymentconfigs/NAME/rollback`: the DeploymentConfig with the parts of an older deployment; nothing is written. */
// openshift-apiserver pkg/apps/apiserver/registry/rollback/rest.go Create
export const rollbackStorage: Omit<RestStorage, 'info' | 'subresources'> = {
  deprecationWarning: 'apps.openshift.io/v1 DeploymentConfigRollback is deprecated in v4.14+, unavailable in v4.10000+',
  create(context, object) {
    const rollback = object as DeploymentConfigRollback;
    const name = rollback.name || (context.request.name ?? '');
    const config = context.store.get({ group, resource: 'deploymentconfigs' }, context.namespace, name) as DeploymentConfig | undefined;
    if (!config) throw refused(name, `cannot get deployment config "${name}": deploymentconfigs.${group} "${name}" not found`);
    const target = decodedConfig(targetOf(config, rollback, context));
    if (!target) throw refused(name, `couldn't decode deployment config from deployment`);
    return rolledBack(config, target, rollback.spec);
  },
};

function refused(name: string, why: string): StatusError {
  return invalid({ group, kind: 'DeploymentConfigRollback' }, name, [invalidValue('name', name, why)]);
}

function targetOf({ metadata, status }: DeploymentConfig, { spec }: DeploymentConfigRollback, { store, namespace }: RequestContext): ReplicationController {
  const { name } = metadata;
  const latest = status?.latestVersion ?? 0;
  if (latest === 0) throw refused(name, 'cannot rollback an undeployed config');
  if (latest === 1) throw refused(name, `no previous deployment exists for "${namespace}/${name}"`);
  if (spec.revision === latest) throw refused(name, `version ${latest} is already the latest`);
  const wanted = deploymentName(name, spec.revision || latest - 1);
  const found = store.get(replicationControllers, namespace, wanted);
  if (!found) throw refused(name, notFound(replicationControllers, wanted).message);
  return found as ReplicationController;
}

// openshift-apiserver pkg/apps/apiserver/registry/rollback/rollback_generator.go GenerateRollback
function rolledBack(config: DeploymentConfig, target: DeploymentConfig, options: DeploymentConfigRollback['spec']): DeploymentConfig {
  const { template, replicas, selector, strategy, triggers } = target.spec;
  const kept = options.includeTriggers ? triggers : config.spec.triggers;
  return {
    ...config,
    spec: {
      ...config.spec,
      ...(options.includeTemplate && template && { template }),
      ...(options.includeReplicationMeta && { replicas, ...(selector && { selector }) }),
      ...(options.includeStrategy && strategy && { strategy }),
      triggers: (kept ?? []).map(withoutAutomatic),
    },
    ...(config.status && { status: { ...config.status, latestVersion: config.status.latestVersion + 1 } }),
  };
}

/** What was rolled back shall not be rolled forward again by the next image. */
function withoutAutomatic(trigger: DeploymentTriggerPolicy): DeploymentTriggerPolicy {
  if (!trigger.imageChangeParams) return trigger;
  const { automatic: _, ...imageChangeParams } = trigger.imageChangeParams;
  return { ...trigger, imageChangeParams };
}
