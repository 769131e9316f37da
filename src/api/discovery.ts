import type { ApiResponse, Credentials, Transport } from './request.ts';
import type { ResourceInfo } from './resource.ts';
import { type Status, StatusError } from './status.ts';

/** What `/api` and `/apis` answer in aggregated form (k8s.io/api apidiscovery/v2 APIGroupDiscoveryList). */
export interface ApiGroupDiscovery {
  readonly metadata: { readonly name?: string };
  readonly versions: readonly { readonly version: string; readonly resources: readonly ApiResourceDiscovery[] }[];
}

export interface ApiResourceDiscovery {
  readonly resource: string;
  readonly responseKind: { readonly kind: string };
  readonly scope: string;
  readonly singularResource: string;
  readonly verbs: readonly string[];
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly subresources?: readonly { readonly subresource: string; readonly responseKind: { readonly kind: string }; readonly verbs: readonly string[] }[];
}

/** Asks a server what it offers: `/api`, then `/apis`. Throws `StatusError` when it is not willing to say. */
export function discoverResources(transport: Transport, credentials: Credentials): readonly ResourceInfo[] {
  return ['/api', '/apis'].flatMap((path) => resourceInfos(documentItems(transport(nonResourceRequest(path, credentials)))));
}

/** A `GET` of a URL that names no resource. */
export const nonResourceRequest = (path: string, credentials: Credentials) =>
  ({ verb: 'get', group: '', version: '', resource: '', path, credentials }) as const;

/** Discovery documents as one resource after the other, in the documents' order. */
export function resourceInfos(groups: readonly ApiGroupDiscovery[]): readonly ResourceInfo[] {
  return groups.flatMap((group) =>
    group.versions.flatMap(({ version, resources }) => resources.map((resource) => infoOf(group.metadata.name ?? '', version, resource))),
  );
}

const infoOf = (group: string, version: string, discovered: ApiResourceDiscovery): ResourceInfo => ({
  group,
  version,
  resource: discovered.resource,
  kind: discovered.responseKind.kind,
  singular: discovered.singularResource,
  shortNames: discovered.shortNames ?? [],
  categories: discovered.categories ?? [],
  namespaced: discovered.scope === 'Namespaced',
  verbs: discovered.verbs,
});

function documentItems(response: ApiResponse): readonly ApiGroupDiscovery[] {
  if (response.code >= 400) throw new StatusError(response.body as Status);
  return (response.body as unknown as { readonly items: readonly ApiGroupDiscovery[] }).items;
}
