import type { DeploymentConfig, ReplicationController } from '../../../api/apps.ts';
import type { PodTemplateSpec } from '../../../api/pod.ts';
import { controllerReference } from '../owner-reference.ts';
import {
  deploymentAnnotation,
  deploymentConfigAnnotation,
  deploymentName,
  desiredReplicasAnnotation,
  encodedConfigAnnotation,
  phaseAnnotation,
  replicasAnnotation,
  statusReasonAnnotation,
  versionAnnotation,
} from './deployment-annotations.ts';

/** The replication controller of a DeploymentConfig's latest version, without pods to begin with. */
// library-go pkg/apps/appsutil MakeDeployment
export function makeDeployment(config: DeploymentConfig): ReplicationController {
  const version = String(config.status?.latestVersion ?? 1);
  const name = deploymentName(config.metadata.name, Number(version));
  const own = { deploymentconfig: config.metadata.name, deployment: name };
  const { namespace, labels } = config.metadata;
  const reason = config.status?.details?.message;
  return {
    apiVersion: 'v1',
    kind: 'ReplicationController',
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      annotations: {
        [deploymentConfigAnnotation]: config.metadata.name,
        [encodedConfigAnnotation]: `${JSON.stringify(config)}\n`,
        [phaseAnnotation]: 'New',
        [versionAnnotation]: version,
        [desiredReplicasAnnotation]: String(config.spec.replicas),
        [replicasAnnotation]: '0',
        ...(reason && { [statusReasonAnnotation]: reason }),
      },
      labels: { ...labels, [deploymentConfigAnnotation]: config.metadata.name },
      ownerReferences: [controllerReference(config)],
    },
    spec: {
      replicas: 0,
      selector: { ...config.spec.selector, ...own },
      ...(config.spec.minReadySeconds && { minReadySeconds: config.spec.minReadySeconds }),
      template: templateOf(config, name, version, own),
    },
  };
}

function templateOf({ metadata, spec }: DeploymentConfig, deployment: string, version: string, own: Readonly<Record<string, string>>): PodTemplateSpec {
  const { template = { spec: { containers: [] } } } = spec;
  const annotations = { [deploymentAnnotation]: deployment, [deploymentConfigAnnotation]: metadata.name, [versionAnnotation]: version };
  const containers = template.spec.containers.map((container) => ({ ...container, image: (container.image ?? '').trim() }));
  return {
    metadata: { ...template.metadata, labels: { ...template.metadata?.labels, ...own }, annotations: { ...template.metadata?.annotations, ...annotations } },
    spec: { ...template.spec, containers },
  };
}
