import type { DeploymentConfig, DeploymentTriggerImageChangeParams, DeploymentTriggerPolicy } from '../../../api/apps.ts';
import type { Container, PodTemplateSpec } from '../../../api/pod.ts';
import type { TagRetriever } from './tag-retriever.ts';

/** The DeploymentConfig with the images of its automatic triggers; undefined where nothing changes, or while a tag has never had an image. */
// openshift-controller-manager pkg/image/trigger/deploymentconfigs UpdateDeploymentConfigImages
export function withTriggeredDeployment(config: DeploymentConfig, retrieve: TagRetriever): DeploymentConfig | undefined {
  let template = config.spec.template;
  let isChanged = false;
  const triggers: DeploymentTriggerPolicy[] = [];
  for (const trigger of config.spec.triggers ?? []) {
    const params = trigger.imageChangeParams;
    if (!params?.automatic || params.from.kind !== 'ImageStreamTag') {
      triggers.push(trigger);
      continue;
    }
    const image = retrieve(params.from.namespace || (config.metadata.namespace ?? ''), params.from.name ?? '') || params.lastTriggeredImage;
    if (!image) return undefined;
    const next = template && withImages(template, params, image);
    isChanged ||= next !== template || params.lastTriggeredImage !== image;
    template = next;
    triggers.push({ ...trigger, imageChangeParams: { ...params, lastTriggeredImage: image } });
  }
  return isChanged ? { ...config, spec: { ...config.spec, triggers, ...(template && { template }) } } : undefined;
}

function withImages(template: PodTemplateSpec, { containerNames = [] }: DeploymentTriggerImageChangeParams, image: string): PodTemplateSpec {
  const isMeant = (container: Container) => containerNames.includes(container.name) && container.image !== image;
  const update = (containers: readonly Container[]) => containers.map((container) => (isMeant(container) ? { ...container, image } : container));
  const { containers, initContainers } = template.spec;
  if (![...containers, ...(initContainers ?? [])].some(isMeant)) return template;
  return { ...template, spec: { ...template.spec, containers: update(containers), ...(initContainers && { initContainers: update(initContainers) }) } };
}
