import type { Deployment, DeploymentConfig } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { ContainerPort } from '../../api/pod.ts';

/** The objects, and a service for each workload that listens somewhere (oc pkg/helpers/newapp/app/pipeline.go AddServices). */
export const withServices = (objects: readonly KubeObject[]): readonly KubeObject[] => [...objects, ...objects.flatMap(serviceFor)];

function serviceFor(object: KubeObject): readonly KubeObject[] {
  const template = (object as Deployment | DeploymentConfig).spec?.template;
  if (!['Deployment', 'DeploymentConfig', 'DaemonSet'].includes(object.kind) || !template) return [];
  const ports = uniquePorts(template.spec.containers.flatMap((container) => container.ports ?? []));
  if (ports.length === 0) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: object.metadata.name, ...(object.metadata.labels && { labels: object.metadata.labels }), creationTimestamp: null },
      spec: { ports, selector: template.metadata?.labels ?? {} },
      status: { loadBalancer: {} },
    },
  ];
}

function uniquePorts(ports: readonly ContainerPort[]) {
  const sorted = [...ports].sort((a, b) => a.containerPort - b.containerPort);
  const named = sorted.map(({ containerPort: port, protocol = 'TCP' }) => ({ name: `${port}-${protocol.toLowerCase()}`, protocol, port, targetPort: port }));
  return named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index);
}
