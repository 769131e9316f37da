import type { Build } from '../../api/build.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { RegistryManifest } from '../../api/registry-transport.ts';
import { StatusError } from '../../api/status.ts';
import { digestOf } from '../../imageutil/digest.ts';
import { makeDockerKeyring } from '../../imageutil/docker-keyring.ts';
import { splitImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { timestamp } from '../clock.ts';
import { buildLabel } from '../controllers/build/build-controller.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { builds, imageStreamMappings } from '../controllers/targets.ts';
import { candidatesOf, pathOf, repositoryOf } from './image-name.ts';
import { podPullSecrets } from './pod-pull-secrets.ts';
import type { ClusterProcess, ProcessState } from './process.ts';

const buildTime = 1000;

/** The builder: puts a layer on the base image and leaves the result under the output tag. */
export const builderProcess: ClusterProcess = {
  runs: ({ metadata }) => metadata.labels?.[buildLabel] !== undefined,
  step(pod, context): ProcessState {
    const build = context.lister.get<Build>(builds, pod.metadata.namespace, pod.metadata.labels?.[buildLabel] ?? '');
    if (!build) return { exitCode: 1 };
    const startedAt = Date.parse(pod.status?.containerStatuses?.[0]?.state.running?.startedAt ?? timestamp(context.clock.now()));
    const left = startedAt + buildTime - context.clock.now();
    if (left > 0) return { running: true, againInMs: left, pace: 'prompt' };
    return { exitCode: pushImage(build, pod, context) ? 0 : 1 };
  },
};

/** Registers the image as the cluster's own registry does after a push. */
function pushImage(build: Build, pod: Pod, context: ControllerContext): boolean {
  const to = build.spec.output?.to;
  if (to?.kind !== 'ImageStreamTag') return true;
  const { name, tag } = splitImageStreamTag(to.name ?? '');
  const namespace = to.namespace || (build.metadata.namespace ?? '');
  const { manifest, config } = builtImage(build, pod, context);
  const digest = digestOf(manifest);
  const repository = (build.status.outputDockerImageReference ?? '').replace(/:[^:/]*$/, '');
  const mapping: KubeObject = {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamMapping',
    metadata: { name, namespace },
    image: {
      metadata: { name: digest, annotations: { 'openshift.io/image.managed': 'true' } },
      dockerImageReference: `${repository}@${digest}`,
      dockerImageManifest: manifest,
      dockerImageManifestMediaType: manifestType,
      dockerImageConfig: config,
    },
    tag,
  };
  try {
    context.client.create(imageStreamMappings, namespace, mapping);
    noteDigest(build, digest, context);
    return true;
  } catch (error) {
    if (error instanceof StatusError) return false;
    throw error;
  }
}

function noteDigest({ metadata }: Build, imageDigest: string, { client, lister }: ControllerContext): void {
  const build = lister.get<Build>(builds, metadata.namespace, metadata.name);
  if (build) client.update<Build>(builds, metadata.namespace, { ...build, status: { ...build.status, output: { to: { imageDigest } } } });
}

const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';
const layerType = 'application/vnd.docker.image.rootfs.diff.tar.gzip';

interface Layered {
  readonly config: { readonly digest: string };
  readonly layers: readonly unknown[];
}

function builtImage(build: Build, pod: Pod, context: ControllerContext): { readonly manifest: string; readonly config: string } {
  const base = baseOf(build, pod, context);
  const { namespace, name } = build.metadata;
  const layer = { mediaType: layerType, size: 1_048_576, digest: digestOf(`${namespace}/${name}`) };
  const config = JSON.stringify(configOf(build, base?.config, timestamp(context.clock.now())));
  const layers = [...(base?.layers ?? []), layer];
  const described = { mediaType: 'application/vnd.docker.container.image.v1+json', size: config.length, digest: digestOf(config) };
  return { config, manifest: JSON.stringify({ schemaVersion: 2, mediaType: manifestType, config: described, layers }) };
}

function configOf({ metadata, spec }: Build, base: string | undefined, created: string): unknown {
  const from = JSON.parse(base ?? '{"architecture":"amd64","os":"linux","config":{}}') as {
    readonly config?: { readonly Labels?: Readonly<Record<string, string>> };
  };
  const labels = {
    ...from.config?.Labels,
    'io.openshift.build.name': metadata.name,
    'io.openshift.build.namespace': metadata.namespace ?? '',
    ...(spec.source?.git && { 'io.openshift.build.source-location': spec.source.git.uri }),
  };
  return { ...from, created, config: { ...from.config, Labels: labels } };
}

function baseOf({ spec }: Build, pod: Pod, context: ControllerContext): { readonly layers: readonly unknown[]; readonly config?: string } | undefined {
  const { sourceStrategy, dockerStrategy, customStrategy } = spec.strategy;
  const from = (sourceStrategy ?? dockerStrategy ?? customStrategy)?.from?.name;
  const { registries } = context;
  for (const name of candidatesOf(from ?? '')) {
    const credentials = makeDockerKeyring(podPullSecrets(pod, context)).lookup(repositoryOf(name))[0];
    const place = { host: name.registry, repository: pathOf(name), ...(credentials && { credentials }) };
    const found = registries.getManifest({ ...place, reference: name.id || name.tag });
    const layered = found.ok ? layeredOf(found.value) : undefined;
    if (!layered) continue;
    const config = registries.getBlob({ ...place, reference: layered.config.digest });
    return { layers: layered.layers, ...(config.ok && { config: config.value }) };
  }
  return undefined;
}

function layeredOf({ raw }: RegistryManifest): Layered | undefined {
  const content = JSON.parse(raw) as Partial<Layered>;
  return content.layers && content.config ? { config: content.config, layers: content.layers } : undefined;
}
