import type { Deployment, DeploymentConfig } from '../../src/api/apps.ts';
import type { ApiClient } from '../../src/api/client.ts';
import type { KubeObject } from '../../src/api/meta.ts';
import type { TestCluster } from './test-cluster.ts';

export const deployments = { group: 'apps', version: 'v1', resource: 'deployments' };
export const replicaSets = { group: 'apps', version: 'v1', resource: 'replicasets' };
export const deploymentConfigs = { group: 'apps.openshift.io', version: 'v1', resource: 'deploymentconfigs' };
export const replicationControllers = { group: '', version: 'v1', resource: 'replicationcontrollers' };
export const imageStreams = { group: 'image.openshift.io', version: 'v1', resource: 'imagestreams' };
export const imageStreamImports = { group: 'image.openshift.io', version: 'v1', resource: 'imagestreamimports' };
export const pods = { group: '', version: 'v1', resource: 'pods' };
export const secrets = { group: '', version: 'v1', resource: 'secrets' };
export const events = { group: '', version: 'v1', resource: 'events' };

/** A Deployment `web` of one container `app`. */
export function webDeployment(image: string, spec: Partial<Deployment['spec']> = {}, annotations?: Readonly<Record<string, string>>): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', ...(annotations && { annotations }) },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image }] } },
      ...spec,
    },
  };
}

/** A DeploymentConfig `old` of one container `app`. */
export function oldDeploymentConfig(image: string, spec: Partial<DeploymentConfig['spec']> = {}): DeploymentConfig {
  return {
    apiVersion: 'apps.openshift.io/v1',
    kind: 'DeploymentConfig',
    metadata: { name: 'old' },
    spec: {
      replicas: 1,
      selector: { app: 'old' },
      template: { metadata: { labels: { app: 'old' } }, spec: { containers: [{ name: 'app', image }] } },
      ...spec,
    },
  };
}

export function pod(name: string, image: string, more: Readonly<Record<string, unknown>> = {}, container: Readonly<Record<string, unknown>> = {}): KubeObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers: [{ name: 'app', image, ...container }], ...more } };
}

/** A login for one registry. */
export function dockerSecret(name: string, host: string, username: string, password: string): KubeObject {
  const config = JSON.stringify({ auths: { [host]: { username, password, auth: btoa(`${username}:${password}`) } } });
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name }, type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': btoa(config) } };
}

/** Imports `from` into `stream:tag`, as `oc import-image --confirm` does. */
export function importTag(client: ApiClient, stream: string, tag: string, from: string): void {
  client.create(imageStreamImports, 'demo', {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamImport',
    metadata: { name: stream, namespace: 'demo' },
    spec: { import: true, images: [{ from: { kind: 'DockerImage', name: from }, to: { name: tag } }] },
    status: {},
  });
}

export function setImage(client: ApiClient, image: string): void {
  const containers = [{ name: 'app', image }];
  client.patch(deployments, 'demo', 'web', 'application/strategic-merge-patch+json', { spec: { template: { spec: { containers } } } });
}

/** Rows of `oc get`, the first cell by `shorten` where names are drawn. */
export function rows(
  client: ApiClient,
  target: Parameters<ApiClient['table']>[0],
  columns: number,
  shorten: (name: string) => string = (name) => name,
): readonly string[] {
  return client.table(target, 'demo', undefined).rows.map(({ cells: [name, ...cells] }) => [shorten(String(name)), ...cells.slice(0, columns - 1)].join(' '));
}

/** The name that was not drawn: `web-…`. */
export const stem = (name: string): string => name.replace(/-[a-z0-9]{8,10}(-[a-z0-9]{5})?$/, '-…');

/** What events said about objects of a kind, in order. */
export function said({ client }: TestCluster, kind: string): readonly string[] {
  const items = client.list(events, 'demo').items as readonly (KubeObject & {
    readonly involvedObject: { readonly kind: string };
    readonly reason: string;
    readonly message: string;
  })[];
  return items.filter(({ involvedObject }) => involvedObject.kind === kind).map(({ reason, message }) => `${reason}: ${message}`);
}
