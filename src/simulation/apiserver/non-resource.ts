import type { ApiGroupDiscovery, ApiResourceDiscovery } from '../../api/discovery.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { ApiResponse } from '../../api/request.ts';
import { openApiDocument } from './openapi-document.ts';

/** What the server tells about itself. */
export interface NonResourceContent {
  readonly discovery: { readonly core: readonly ApiGroupDiscovery[]; readonly groups: readonly ApiGroupDiscovery[] };
  readonly version: { readonly server: string; readonly kubernetes: string };
}

/** Answers `/api`, `/apis`, `/version`, `/openapi/v3/…` and the health checks; 404 for what it does not know. */
export function answerNonResource(path: string, { discovery, version }: NonResourceContent): Omit<ApiResponse, 'warnings'> {
  if (path === '/api') return discoveryDocument(discovery.core);
  if (path === '/apis') return discoveryDocument(discovery.groups);
  if (path === '/version') return versionInfo(version.kubernetes);
  const resources = resourceList(path, [...discovery.core, ...discovery.groups]);
  if (resources) return { code: 200, body: resources as unknown as KubeObject };
  const schemas = openApiDocument(path);
  if (schemas) return { code: 200, body: schemas as unknown as KubeObject };
  if (['/healthz', '/livez', '/readyz'].includes(path)) return { code: 200, body: 'ok' };
  return {
    code: 404,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'the server could not find the requested resource',
      reason: 'NotFound',
      details: {},
      code: 404,
    },
  };
}

/** `/api/v1`, `/apis/apps/v1`: the resources of one version of a group (metav1.APIResourceList). */
function resourceList(path: string, groups: readonly ApiGroupDiscovery[]): object | undefined {
  const [, groupVersion] = /^\/(?:api|apis)\/([^/]+(?:\/[^/]+)?)$/.exec(path) ?? [];
  const version = groups
    .flatMap(({ metadata, versions }) => versions.map((of) => ({ ...of, groupVersion: `${metadata.name ? `${metadata.name}/` : ''}${of.version}` })))
    .find((of) => of.groupVersion === groupVersion);
  return version && { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: version.resources.flatMap(listedResource) };
}

function listedResource({ resource, singularResource, scope, responseKind, verbs, shortNames, categories, subresources = [] }: ApiResourceDiscovery) {
  const namespaced = scope === 'Namespaced';
  const named = { ...(shortNames && { shortNames }), ...(categories && { categories }) };
  const below = subresources.map((of) => ({
    name: `${resource}/${of.subresource}`,
    singularName: '',
    namespaced,
    kind: of.responseKind.kind,
    verbs: of.verbs,
  }));
  return [{ name: resource, singularName: singularResource, namespaced, kind: responseKind.kind, verbs, ...named }, ...below];
}

function discoveryDocument(items: readonly ApiGroupDiscovery[]): Omit<ApiResponse, 'warnings'> {
  const body = { apiVersion: 'apidiscovery.k8s.io/v2', kind: 'APIGroupDiscoveryList', metadata: {}, items };
  return { code: 200, body: body as unknown as KubeObject };
}

function versionInfo(gitVersion: string): Omit<ApiResponse, 'warnings'> {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(gitVersion) ?? [];
  const body = { major, minor, gitVersion, gitTreeState: 'clean', compiler: 'gc', platform: 'linux/amd64' };
  return { code: 200, body: body as unknown as KubeObject };
}
