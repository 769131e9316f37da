import type { Build, BuildConfig, BuildRequest, BuildSource, BuildStrategy, ImageChangeTriggerStatus } from '../../../../api/build.ts';
import type { ImageStream } from '../../../../api/image.ts';
import type { ObjectReference } from '../../../../api/meta.ts';
import { badRequest, notFound, StatusError } from '../../../../api/status.ts';
import { splitImageStreamImage, splitImageStreamTag } from '../../../../imageutil/image-stream-tag-name.ts';
import { resolveLatestTaggedImage } from '../../../../imageutil/tag-references.ts';
import { timestamp } from '../../../clock.ts';
import type { RequestContext, RestStorage } from '../../rest-storage.ts';
import { defaultSource } from './default-source.ts';
import { withRequestOptions } from './request-options.ts';
import { inputOf } from './validation.ts';

const group = 'build.openshift.io';

/** `POST buildconfigs/NAME/instantiate`: the next build of a BuildConfig, with its images resolved. */
// openshift-apiserver pkg/build/apiserver/buildgenerator/generator.go Instantiate
export const instantiateBuildStorage: Omit<RestStorage, 'info' | 'subresources'> = {
  create: (context, object) => instantiate(context, object as BuildRequest),
};

/** `POST buildconfigs/NAME/instantiatebinary`: the same, of what was uploaded. */
// openshift-apiserver pkg/build/apiserver/registry/buildconfiginstantiate/rest.go BinaryInstantiateREST
export const instantiateBinaryStorage: Omit<RestStorage, 'info' | 'subresources'> = {
  create(context, { apiVersion, metadata, asFile }) {
    const triggeredBy = [{ message: 'Manually triggered' }];
    return instantiate(context, { apiVersion, kind: 'BuildRequest', metadata, triggeredBy }, asFile ? { asFile } : {});
  },
};

function instantiate(context: RequestContext, request: BuildRequest, binary?: BuildSource['binary']): Build {
  const name = request.metadata?.name || (context.request.name ?? '');
  const storage = context.storage(group, 'buildconfigs');
  const config = storage.get?.(context, name) as BuildConfig;
  checkPaused(config);
  checkLastVersion(config, request);
  const triggered = withTriggerStatus(config, request, context);
  const version = (config.status?.lastVersion ?? 0) + 1;
  const plain = buildOf(triggered, request, version, context);
  const given = { ...plain, spec: { ...plain.spec, source: defaultSource(sourceOf(plain.spec.source ?? {}, binary)) } };
  const build = withRequestOptions(given, request, `${config.metadata.namespace}/${config.metadata.name}`);
  storage.update?.(context, name, { ...triggered, status: { ...triggered.status, lastVersion: version } });
  return context.storage(group, 'builds').create?.(context, build) as Build;
}

/** What is uploaded takes the place of a repository; nothing uploaded is left over for the next build (setBuildSource). */
function sourceOf({ type: _, binary: __, ...source }: BuildSource, binary: BuildSource['binary']): BuildSource {
  if (!binary) return source;
  const { git: ___, dockerfile, ...kept } = source;
  return { ...kept, ...(dockerfile !== undefined && binary.asFile !== 'Dockerfile' && { dockerfile }), binary };
}

/** A paused BuildConfig makes no builds. */
export function checkPaused({ metadata }: BuildConfig): void {
  if (metadata.annotations?.['openshift.io/build-config.paused'] !== 'true') return;
  throw badRequest(`can't instantiate from BuildConfig ${metadata.namespace}/${metadata.name}: BuildConfig is paused`);
}

function checkLastVersion({ metadata, status }: BuildConfig, { lastVersion }: BuildRequest): void {
  const actual = status?.lastVersion ?? 0;
  if (lastVersion === undefined || lastVersion === actual) return;
  throw badRequest(
    `the LastVersion(${actual}) on build config ${metadata.namespace}/${metadata.name} does not match the build request LastVersion(${lastVersion})`,
  );
}

function withTriggerStatus(config: BuildConfig, { triggeredByImage, from }: BuildRequest, context: RequestContext): BuildConfig {
  const statuses = (config.spec.triggers ?? []).flatMap(({ imageChange }): readonly ImageChangeTriggerStatus[] => {
    const source = imageChange && (imageChange.from ?? inputOf(config.spec));
    if (!source) return [];
    const reference = { name: source.name ?? '', ...(source.namespace && { namespace: source.namespace }) };
    const isAsked = triggeredByImage !== undefined && from?.name === source.name && (from?.namespace ?? '') === (source.namespace ?? '');
    if (isAsked) return [{ from: reference, lastTriggerTime: timestamp(context.clock.now()), lastTriggeredImageID: triggeredByImage.name ?? '' }];
    const known = config.status?.imageChangeTriggers?.find((one) => one.from?.name === reference.name && one.from?.namespace === reference.namespace);
    return [{ ...known, from: reference, lastTriggeredImageID: resolveReference(source, config.metadata.namespace ?? '', context) }];
  });
  return { ...config, status: { lastVersion: config.status?.lastVersion ?? 0, ...(statuses.length > 0 && { imageChangeTriggers: statuses }) } };
}

function buildOf(config: BuildConfig, request: BuildRequest, version: number, context: RequestContext): Build {
  const { metadata, spec } = config;
  const { triggers: _, runPolicy, successfulBuildsHistoryLimit: __, failedBuildsHistoryLimit: ___, ...common } = spec;
  const time = timestamp(context.clock.now());
  return {
    apiVersion: `${group}/v1`,
    kind: 'Build',
    metadata: {
      name: `${metadata.name}-${version}`,
      annotations: { 'openshift.io/build-config.name': metadata.name, 'openshift.io/build.number': String(version), ...request.metadata?.annotations },
      labels: {
        ...metadata.labels,
        buildconfig: metadata.name,
        'openshift.io/build-config.name': metadata.name,
        'openshift.io/build.start-policy': runPolicy ?? 'Serial',
        ...request.metadata?.labels,
      },
      ownerReferences: [{ apiVersion: `${group}/v1`, controller: true, kind: 'BuildConfig', name: metadata.name, uid: metadata.uid ?? '' }],
    },
    spec: {
      ...common,
      ...(request.revision && { revision: request.revision }),
      serviceAccount: spec.serviceAccount ?? 'builder',
      strategy: withResolvedImage(spec.strategy, metadata.namespace ?? '', context),
      triggeredBy: request.triggeredBy ?? null,
    },
    status: {
      conditions: [{ lastTransitionTime: time, lastUpdateTime: time, status: 'True', type: 'New' }],
      config: { kind: 'BuildConfig', name: metadata.name, namespace: metadata.namespace ?? '' },
      output: {},
      phase: 'New',
    },
  };
}

function withResolvedImage(strategy: BuildStrategy, namespace: string, context: RequestContext): BuildStrategy {
  for (const name of ['sourceStrategy', 'dockerStrategy', 'customStrategy'] as const) {
    const from = strategy[name]?.from;
    if (from) return { ...strategy, [name]: { ...strategy[name], from: { kind: 'DockerImage', name: resolveReference(from, namespace, context) } } };
  }
  return strategy;
}

function resolveReference(from: ObjectReference, ownNamespace: string, { store }: RequestContext): string {
  const { kind = '', name = '' } = from;
  if (kind === 'DockerImage') return name;
  const namespace = from.namespace || ownNamespace;
  const streamName = kind === 'ImageStreamTag' ? splitImageStreamTag(name).name : splitImageStreamImage(name).name;
  const resource = { group: 'image.openshift.io', resource: 'imagestreams' };
  const stream = store.get(resource, namespace, streamName) as ImageStream | undefined;
  if (!stream) throw resolveError(from, namespace, notFound(resource, streamName).message);
  const image =
    kind === 'ImageStreamTag' ? resolveLatestTaggedImage(stream, splitImageStreamTag(name).tag) : eventReference(stream, splitImageStreamImage(name).id);
  if (image === undefined)
    throw resolveError(
      from,
      namespace,
      kind === 'ImageStreamTag' ? 'unable to find latest tagged image' : `unable to find corresponding tag for image "${name}"`,
    );
  return image;
}

const eventReference = ({ status }: ImageStream, id: string) =>
  status.tags?.flatMap(({ items }) => items ?? []).find(({ image }) => image === id || image.startsWith(`sha256:${id}`))?.dockerImageReference;

function resolveError({ kind = '', name = '' }: ObjectReference, namespace: string, why: string): StatusError {
  const message = `Error resolving ${kind} ${name} in namespace ${namespace}: ${why}`;
  const details = { kind, name, causes: [{ field: 'from', message }] };
  return new StatusError({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason: 'Invalid', details, code: 422 });
}
