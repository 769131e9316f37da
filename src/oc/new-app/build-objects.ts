import type { KubeObject } from '../../api/meta.ts';
import type { EnvVar } from '../../api/pod.ts';
import { exact } from '../../imageutil/image-reference.ts';
import { joinImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import type { Strategy } from './app-config.ts';
import { type Environment, environmentList } from './environment.ts';
import { type GitUrl, isLocal } from './git-url.ts';
import { type ImageRef, objectReference, suggestImageName } from './image-ref.ts';
import type { SourceRepository } from './source-repository.ts';

/** A build on its way to a BuildConfig (oc pkg/helpers/newapp/app/app.go BuildRef). */
export interface BuildRef {
  readonly name: string;
  readonly strategy: Strategy;
  readonly input: ImageRef | undefined;
  /** Nothing where the image is not kept. */
  readonly output: ImageRef | undefined;
  readonly source: BuildSourceRef;
  readonly environment: Environment;
  /** Values of ARG lines, for Docker builds. */
  readonly buildArgs: readonly EnvVar[];
}

export interface BuildSourceRef {
  readonly url: GitUrl | undefined;
  readonly contextDir: string;
  readonly dockerfile: string | undefined;
  readonly binary: boolean;
  readonly requiresAuth: boolean;
}

/** Where a build takes its source from: a remote repository, a Dockerfile, or what is sent later (sourcelookup.go StrategyAndSourceForRepository). */
export function sourceRefOf({ url, contextDir, info, binary, requiresAuth }: SourceRepository): BuildSourceRef {
  const remote = url && !isLocal(url) ? url : undefined;
  const sendsLater = binary || (url !== undefined && remote === undefined);
  const dockerfile = url === undefined ? info?.dockerfile : undefined;
  return { url: remote, contextDir, dockerfile, binary: sendsLater, requiresAuth };
}

/** Secrets of web hooks; the real ones are random. */
export type WebHookSecret = (index: number) => string;

/** The BuildConfig of a build, with the triggers that `new-app` gives each (oc pkg/cli/newapp BuildRef BuildConfig). */
export function buildConfigFor(ref: BuildRef, secret: WebHookSecret): KubeObject {
  const webHooks = [
    { type: 'GitHub', github: { secret: secret(0) } },
    { type: 'Generic', generic: { secret: secret(1) } },
  ];
  const follows = ref.input && (ref.input.stream !== undefined || ref.input.asImageStream) ? [{ type: 'ImageChange', imageChange: {} }] : [];
  return {
    apiVersion: 'build.openshift.io/v1',
    kind: 'BuildConfig',
    metadata: { name: ref.name, creationTimestamp: null },
    spec: {
      triggers: ref.source.binary ? webHooks : [...webHooks, { type: 'ConfigChange' }, ...follows],
      source: sourceOf(ref.source),
      strategy: strategyOf(ref),
      output: ref.output ? { to: outputReference(ref.output) } : {},
      resources: {},
      postCommit: {},
      nodeSelector: null,
    },
    status: { lastVersion: 0 },
  };
}

/** Where the image goes (imageref.go BuildOutput). */
export function outputReference(output: ImageRef): { readonly kind: string; readonly name: string } {
  if (!output.asImageStream) return { kind: 'DockerImage', name: exact(output.reference) };
  return { kind: 'ImageStreamTag', name: joinImageStreamTag(suggestImageName(output) ?? '', output.reference.tag) };
}

function sourceOf({ url, contextDir, dockerfile, binary }: BuildSourceRef) {
  if (binary) return { type: 'Binary', binary: {}, ...(contextDir !== '' && { contextDir }) };
  const git = url && { uri: url.location, ...(url.fragment !== '' && { ref: url.fragment }) };
  if (git) return { type: 'Git', git, ...(dockerfile !== undefined && { dockerfile }), ...(contextDir !== '' && { contextDir }) };
  return dockerfile === undefined ? {} : { type: 'Dockerfile', dockerfile };
}

function strategyOf({ strategy, input, environment, buildArgs }: BuildRef) {
  const env = environmentList(environment);
  const settings = { ...(input && { from: objectReference(input) }), ...(env.length > 0 && { env }) };
  if (strategy === 'docker') return { type: 'Docker', dockerStrategy: { ...settings, ...(buildArgs.length > 0 && { buildArgs }) } };
  if (strategy === 'pipeline') return { type: 'JenkinsPipeline', jenkinsPipelineStrategy: env.length > 0 ? { env } : {} };
  return { type: 'Source', sourceStrategy: settings };
}
