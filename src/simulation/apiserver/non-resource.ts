import type { ApiGroupDiscovery } from '../../api/discovery.ts';
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

function discoveryDocument(items: readonly ApiGroupDiscovery[]): Omit<ApiResponse, 'warnings'> {
  const body = { apiVersion: 'apidiscovery.k8s.io/v2', kind: 'APIGroupDiscoveryList', metadata: {}, items };
  return { code: 200, body: body as unknown as KubeObject };
}

function versionInfo(gitVersion: string): Omit<ApiResponse, 'warnings'> {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(gitVersion) ?? [];
  const body = { major, minor, gitVersion, gitTreeState: 'clean', compiler: 'gc', platform: 'linux/amd64' };
  return { code: 200, body: body as unknown as KubeObject };
}
