import type { DeploymentCause, DeploymentConfig, DeploymentRequest, DeploymentTriggerImageChangeParams, ReplicationController } from '../../../../api/apps.ts';
import { deepEqual } from '../../../../api/deep-equal.ts';
import type { ImageStream } from '../../../../api/image.ts';
import type { Container } from '../../../../api/pod.ts';
import { badRequest, invalid, type Status } from '../../../../api/status.ts';
import { splitImageStreamTag } from '../../../../imageutil/image-stream-tag-name.ts';
import { resolveLatestTaggedImage } from '../../../../imageutil/tag-references.ts';
import { decodedConfig, deploymentName } from '../../../controllers/deployment-config/deployment-annotations.ts';
import { invalidValue } from '../../object-meta-validation.ts';
import type { RequestContext, RestStorage } from '../../rest-storage.ts';

const group = 'apps.openshift.io';

/** `POST deploymentconfigs/NAME/instantiate`: a new deployment of the DeploymentConfig as it is, with the latest images if asked for. */
// openshift-apiserver pkg/apps/apiserver/registry/instantiate/rest.go Create
export const instantiateStorage: Omit<RestStorage, 'info' | 'subresources'> = {
  deprecationWarning: 'apps.openshift.io/v1 DeploymentRequest is deprecated in v4.14+, unavailable in v4.10000+',
  create(context, object) {
    const request = object as DeploymentRequest;
    const name = request.name || (context.request.name ?? '');
    const storage = context.storage(group, 'deploymentconfigs');
    const given = storage.get?.(context, name) as DeploymentConfig;
    if (given.spec.paused) throw pausedError(name);
    const config = request.latest ? withLatestImages(given, request, context) : given;
    const causes = causesOf(config, request.force, context);
    if (causes.length === 0) return cannotInstantiate(name);
    const message = { ConfigChange: 'config change', ImageChange: 'image change' }[causes[0]?.type ?? ''] ?? 'manual change';
    const { latestVersion = 0, ...status } = config.status ?? ({} as NonNullable<DeploymentConfig['status']>);
    const next = { ...config, status: { ...status, details: { causes, message }, latestVersion: latestVersion + 1 } };
    return storage.update?.(context, name, next as DeploymentConfig) as DeploymentConfig;
  },
};

function pausedError(name: string) {
  const error = invalidValue('paused', true, 'cannot deploy a paused deployment config');
  return invalid({ group, kind: 'DeploymentRequest' }, name, [error]);
}

const cannotInstantiate = (name: string): Status => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  message: `deployment config "${name}" cannot be instantiated`,
  code: 204,
});

function withLatestImages(config: DeploymentConfig, { force, excludeTriggers = [] }: DeploymentRequest, context: RequestContext): DeploymentConfig {
  if (excludeTriggers.includes('ImageChange')) return config;
  return (config.spec.triggers ?? []).reduce((current, { imageChangeParams: params }, index) => {
    const image = params && (force || params.automatic) ? latestImage(params, config, context) : undefined;
    return image && image !== params?.lastTriggeredImage ? withImage(current, index, image) : current;
  }, config);
}

function latestImage({ from }: DeploymentTriggerImageChangeParams, { metadata }: DeploymentConfig, { store }: RequestContext): string | undefined {
  const { name, tag } = splitImageStreamTag(from.name ?? '');
  const stream = store.get({ group: 'image.openshift.io', resource: 'imagestreams' }, from.namespace || metadata.namespace, name);
  return stream && resolveLatestTaggedImage(stream as unknown as ImageStream, tag);
}

/** The trigger is resolved by giving its image to a container: one that names no container of the template stays as it is. */
function withImage(config: DeploymentConfig, index: number, image: string): DeploymentConfig {
  const { template, triggers } = config.spec;
  const names = triggers?.[index]?.imageChangeParams?.containerNames ?? [];
  const isMeant = ({ name }: Container) => names.includes(name);
  if (!template || ![...template.spec.containers, ...(template.spec.initContainers ?? [])].some(isMeant)) return config;
  const next = (triggers ?? []).map((trigger, at) =>
    at === index && trigger.imageChangeParams ? { ...trigger, imageChangeParams: { ...trigger.imageChangeParams, lastTriggeredImage: image } } : trigger,
  );
  const updated = (containers: readonly Container[]) => containers.map((container) => (isMeant(container) ? { ...container, image } : container));
  const { containers, initContainers } = template.spec;
  const spec = { ...template.spec, containers: updated(containers), ...(initContainers && { initContainers: updated(initContainers) }) };
  return { ...config, spec: { ...config.spec, triggers: next, template: { ...template, spec } } };
}

/** Why a new deployment is due; none where nothing has changed and nobody insists. */
function causesOf(config: DeploymentConfig, force: boolean, context: RequestContext): readonly DeploymentCause[] {
  const triggers = (config.spec.triggers ?? []).flatMap(({ imageChangeParams }) => imageChangeParams ?? []);
  if (triggers.some(({ lastTriggeredImage }) => !lastTriggeredImage)) {
    throw badRequest(`cannot trigger a deployment for "${config.metadata.name}" because it contains unresolved images`);
  }
  if (force) return [{ type: 'Manual' }];
  const latest = latestDeployed(config, context);
  const changed = triggers.filter((params) => params.automatic && isNewImage(params, latest));
  if (changed.length > 0) return changed.map(({ from }) => ({ type: 'ImageChange', imageTrigger: { from: { ...from, kind: 'ImageStreamTag' } } }));
  const hasConfigTrigger = config.spec.triggers?.some(({ type }) => type === 'ConfigChange') ?? false;
  return hasConfigTrigger && !(latest && deepEqual(config.spec.template, latest.spec.template)) ? [{ type: 'ConfigChange' }] : [];
}

function latestDeployed({ metadata, status }: DeploymentConfig, { store }: RequestContext): DeploymentConfig | undefined {
  if (!status?.latestVersion) return undefined;
  const deployment = store.get({ group: '', resource: 'replicationcontrollers' }, metadata.namespace, deploymentName(metadata.name, status.latestVersion));
  return deployment && decodedConfig(deployment as ReplicationController);
}

function isNewImage({ from, lastTriggeredImage }: DeploymentTriggerImageChangeParams, latest: DeploymentConfig | undefined): boolean {
  const before = latest?.spec.triggers?.find(
    ({ imageChangeParams }) => imageChangeParams?.from.name === from.name && imageChangeParams?.from.namespace === from.namespace,
  );
  return before?.imageChangeParams?.lastTriggeredImage !== lastTriggeredImage;
}
