import type { Store } from '../store.ts';
import type { ClusterConfig } from './rest-storage.ts';

interface ImageConfig {
  readonly spec?: { readonly externalRegistryHostnames?: readonly string[] };
  readonly status?: {
    readonly internalRegistryHostname?: string;
    readonly externalRegistryHostnames?: readonly string[];
    readonly imageStreamImportMode?: string;
  };
}

/** What image.config.openshift.io/cluster says, as the operator hands it to the API server and the controllers. */
export function readClusterConfig(store: Store, scheduledImportSeconds: number): ClusterConfig {
  const { spec, status } = (store.get({ group: 'config.openshift.io', resource: 'images' }, undefined, 'cluster') ?? {}) as ImageConfig;
  const external = spec?.externalRegistryHostnames?.[0] ?? status?.externalRegistryHostnames?.[0];
  return {
    internalRegistryHostname: status?.internalRegistryHostname ?? '',
    ...(external !== undefined && { externalRegistryHostname: external }),
    importMode: status?.imageStreamImportMode === 'PreserveOriginal' ? 'PreserveOriginal' : 'Legacy',
    scheduledImportSeconds,
  };
}
