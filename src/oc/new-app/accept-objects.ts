import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';
import { splitImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import type { AppConfig } from './app-config.ts';
import { buildConfigFor } from './build-objects.ts';
import { imageStreamFor, imageStreamTagFor } from './image-objects.ts';
import type { ImageRef } from './image-ref.ts';
import { imageResources } from './image-streams.ts';
import type { Pipeline } from './pipeline.ts';
import { deploymentConfigFor, deploymentFor } from './workload-objects.ts';

/** The objects of all pipelines; what exists already or was made before is left out (oc pkg/helpers/newapp/app/pipeline.go Objects). */
export function pipelineObjects(config: AppConfig, pipelines: readonly Pipeline[]): readonly KubeObject[] {
  const accept = acceptor(config.client, config.namespace);
  const handled = new Set<unknown>();
  const first = (thing: unknown) => thing !== undefined && !handled.has(thing) && Boolean(handled.add(thing));
  const objects = pipelines.flatMap((pipeline) => [
    ...imageObjects(pipeline.inputImage, first, accept),
    ...imageObjects(pipeline.image, first, accept),
    ...(pipeline.build && first(pipeline.build) ? [buildConfigFor(pipeline.build, webHookSecret(config, pipeline.name))].filter(accept) : []),
    ...(pipeline.deployment && first(pipeline.deployment) ? [deploymentFor(pipeline.deployment)].filter(accept) : []),
    ...(pipeline.deploymentConfig && first(pipeline.deploymentConfig) ? [deploymentConfigFor(pipeline.deploymentConfig)].filter(accept) : []),
  ]);
  return withoutRedundantTags(objects, config.namespace);
}

function imageObjects(ref: ImageRef | undefined, first: (thing: unknown) => boolean, accept: (object: KubeObject) => boolean): readonly KubeObject[] {
  if (!ref?.asImageStream || !first(ref)) return [];
  const stream = imageStreamFor(ref);
  // where the stream exists, its tag is made by itself
  return accept(stream) ? [stream] : [imageStreamTagFor(ref)].filter(accept);
}

function acceptor(client: ApiClient, project: string): (object: KubeObject) => boolean {
  const made = new Set<string>();
  return (object) => {
    const { namespace = project, name, resourceVersion } = object.metadata;
    const key = `${object.kind}/${object.metadata.namespace ?? ''}/${name}`;
    if (made.has(key)) return false;
    made.add(key);
    if (resourceVersion !== undefined) return false;
    if (object.kind === 'ImageStream') return !exists(client, 'imageStreams', namespace, name);
    return object.kind !== 'ImageStreamTag' || !exists(client, 'imageStreamTags', namespace, name);
  };
}

function exists(client: ApiClient, resource: 'imageStreams' | 'imageStreamTags', namespace: string, name: string): boolean {
  try {
    client.get(imageResources[resource], namespace, name);
    return true;
  } catch {
    return false;
  }
}

/** Tags that a stream of the same run brings along (cmd/newapp.go removeRedundantTags). */
function withoutRedundantTags(objects: readonly KubeObject[], project: string): readonly KubeObject[] {
  const streams = objects.filter(({ kind }) => kind === 'ImageStream');
  return objects.filter((object) => {
    if (object.kind !== 'ImageStreamTag') return true;
    const { name, tag } = splitImageStreamTag(object.metadata.name);
    const namespace = object.metadata.namespace ?? project;
    const stream = streams.find(({ metadata }) => metadata.name === name && (metadata.namespace ?? project) === namespace);
    const tags = (stream?.spec as { readonly tags?: readonly { readonly name: string }[] } | undefined)?.tags ?? [];
    return !tags.some((each) => each.name === tag);
  });
}

const secretAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Twenty characters that differ from build to build, and yet come out the same in each replay. */
function webHookSecret({ host }: AppConfig, name: string): (index: number) => string {
  return (index) => {
    let seed = [...`${name}/${index}/${host.now()}`].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) | 0, 7);
    return Array.from({ length: 20 }, () => {
      seed = (Math.imul(seed, 1103515245) + 12345) | 0;
      return secretAlphabet[(seed >>> 16) % secretAlphabet.length] ?? 'A';
    }).join('');
  };
}
