import type { DeploymentConfig } from '../../../api/apps.ts';
import type { BuildConfig } from '../../../api/build.ts';
import type { KubeObject, ObjectReference } from '../../../api/meta.ts';
import type { ControllerContext } from '../controller.ts';
import { regarding } from '../owner-reference.ts';
import { buildConfigs, cronJobs, deploymentConfigs, deployments, statefulSets } from '../targets.ts';
import { withTriggeredImages } from './annotation-reactor.ts';
import { requestedBuild } from './build-config-reactor.ts';
import { withTriggeredDeployment } from './deployment-config-reactor.ts';
import { annotationTriggers } from './field-trigger.ts';
import type { TagRetriever } from './tag-retriever.ts';

/** A kind that can ask for the images of tags. */
export interface TriggerSource {
  readonly target: { readonly group: string; readonly version: string; readonly resource: string };
  /** The tags that an object asks for. */
  tagsOf(object: KubeObject): readonly ObjectReference[];
  /** Acts on the tags' images as they are now. */
  imageChanged(object: KubeObject, retrieve: TagRetriever, context: ControllerContext): void;
}

function annotated(target: TriggerSource['target'], specPath: readonly string[]): TriggerSource {
  return {
    target,
    tagsOf: (object) => annotationTriggers(object).map(({ from }) => from),
    imageChanged(object, retrieve, { client }) {
      const next = withTriggeredImages(object, specPath, retrieve);
      if (next) client.update(target, object.metadata.namespace, next);
    },
  };
}

const deploymentConfigSource: TriggerSource = {
  target: deploymentConfigs,
  tagsOf: (object) => tagsOfDeploymentConfig(object as DeploymentConfig),
  imageChanged(object, retrieve, { client }) {
    const next = withTriggeredDeployment(object as DeploymentConfig, retrieve);
    if (next) client.update(deploymentConfigs, object.metadata.namespace, next);
  },
};

/** A trigger counts while it names a container that is there: without one its tag is never looked up. */
// openshift-controller-manager pkg/image/trigger/deploymentconfigs calculateDeploymentConfigTrigger
function tagsOfDeploymentConfig({ spec: { template, triggers } }: DeploymentConfig): readonly ObjectReference[] {
  const names = [...(template?.spec.containers ?? []), ...(template?.spec.initContainers ?? [])].map(({ name }) => name);
  return (triggers ?? []).flatMap(({ imageChangeParams }) => {
    const { from, containerNames = [] } = imageChangeParams ?? {};
    return from && containerNames.some((name) => names.includes(name)) ? [from] : [];
  });
}

const buildConfigSource: TriggerSource = {
  target: buildConfigs,
  tagsOf(object) {
    const { triggers = [], strategy } = (object as BuildConfig).spec;
    const input = (strategy.sourceStrategy ?? strategy.dockerStrategy ?? strategy.customStrategy)?.from;
    return triggers.flatMap(({ imageChange }) => (imageChange ? (imageChange.from ?? input ?? []) : []));
  },
  imageChanged(object, retrieve, context) {
    const request = requestedBuild(object as BuildConfig, retrieve);
    if (request) instantiate(object, request, context);
  },
};

function instantiate(config: KubeObject, body: KubeObject, { client, recordEvent }: ControllerContext): void {
  const { namespace, name } = config.metadata;
  try {
    client.request({ verb: 'create', ...buildConfigs, subresource: 'instantiate', ...(namespace !== undefined && { namespace }), name, body });
  } catch (error) {
    const message = `error triggering Build for BuildConfig ${namespace}/${name}: ${(error as Error).message}`;
    recordEvent({ regarding: regarding(config), type: 'Warning', reason: 'BuildConfigTriggerFailed', message, component: 'buildconfig-controller' });
  }
}

/**
 * Every kind with its indexer and reactor. DaemonSets are missing on purpose: the controller's cluster role still names them in the
 * group `extensions` only, so its updates of `apps` DaemonSets are refused.
 */
// openshift-controller-manager pkg/cmd/controller/image.go RunImageTriggerController
export const triggerSources: readonly TriggerSource[] = [
  deploymentConfigSource,
  buildConfigSource,
  annotated(deployments, ['spec', 'template', 'spec']),
  annotated(statefulSets, ['spec', 'template', 'spec']),
  annotated(cronJobs, ['spec', 'jobTemplate', 'spec', 'template', 'spec']),
];
