import type { DeploymentConfig, ReplicationController } from '../../../../api/apps.ts';
import type { KubeObject } from '../../../../api/meta.ts';
import { badRequest, notFound } from '../../../../api/status.ts';
import { deployerPodName, deploymentName, phaseOf } from '../../../controllers/deployment-config/deployment-annotations.ts';
import type { RequestContext, RestStorage } from '../../rest-storage.ts';
import { logStorage } from '../pod-subresources.ts';

const replicationControllers = { group: '', resource: 'replicationcontrollers' } as const;

/** `GET deploymentconfigs/NAME/log`: of the deployer while it works or has failed, else of a pod it started. */
// openshift-apiserver pkg/apps/apiserver/registry/deploylog/rest.go Get
export const deploymentLogStorage: Omit<RestStorage, 'info' | 'subresources'> = {
  getText(context, name) {
    const config = context.storage('apps.openshift.io', 'deploymentconfigs').get?.(context, name) as DeploymentConfig;
    const deployment = deploymentOf(config, context);
    if (phaseOf(deployment) !== 'Complete') return logStorage.getText?.(context, deployerPodName(deployment.metadata.name)) ?? '';
    const pod = context.store.list({ group: '', resource: 'pods' }, context.namespace).find((one) => isOf(one, deployment));
    if (!pod) throw notFound({ group: '', resource: 'pods' }, deployment.metadata.name);
    return logStorage.getText?.(context, pod.metadata.name) ?? '';
  },
};

function deploymentOf({ metadata, status }: DeploymentConfig, { request, store, namespace }: RequestContext): ReplicationController {
  const latest = status?.latestVersion ?? 0;
  const version = Number(request.query?.version ?? 0) || (request.query?.previous === 'true' ? latest - 1 : latest);
  if (version > latest) throw badRequest(`unable to find deployment for version ${version}`);
  if (version < 1) throw badRequest(`no deployment exists for deploymentConfig "${metadata.name}"`);
  const name = deploymentName(metadata.name, version);
  const found = store.get(replicationControllers, namespace, name);
  if (!found) throw notFound(replicationControllers, name);
  return found as ReplicationController;
}

const isOf = (pod: KubeObject, { metadata }: ReplicationController) =>
  pod.metadata.ownerReferences?.some(({ uid, controller }) => controller && uid === metadata.uid) ?? false;
