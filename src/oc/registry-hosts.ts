import type { ImageStream } from '../api/image.ts';
import { tryParseImageReference } from '../imageutil/image-reference.ts';
import type { OcContext } from './command.ts';

/** The names of the cluster's own registry, as far as it has them. */
export interface RegistryHosts {
  readonly internal: string;
  readonly public: string;
}

const imageStreams = { group: 'image.openshift.io', version: 'v1', resource: 'imagestreams' };

/** What the first image stream of the project, or else of `openshift`, says of its registry; undefined where no stream can be seen. */
export function findRegistryHosts({ client, namespace }: OcContext): RegistryHosts | undefined {
  for (const place of [namespace, 'openshift']) {
    const stream = firstStream(client, place);
    if (!stream) continue;
    const hostOf = (repository = '') => tryParseImageReference(repository)?.registry ?? '';
    return { internal: hostOf(stream.status.dockerImageRepository), public: hostOf(stream.status.publicDockerImageRepository) };
  }
  return undefined;
}

function firstStream(client: OcContext['client'], namespace: string): ImageStream | undefined {
  try {
    return client.list<ImageStream>(imageStreams, namespace).items[0];
  } catch {
    // a project that may not be looked into is passed over
    return undefined;
  }
}
