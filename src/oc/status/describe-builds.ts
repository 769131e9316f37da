import type { Build, BuildConfig, BuildSource } from '../../api/build.ts';
import { spokenDuration } from '../../api/human-duration.ts';
import { imageReference, imageReferenceString } from '../../imageutil/image-reference.ts';
import { splitImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import type { Namer } from './resource-name.ts';
import type { GraphNode } from './status-graph.ts';
import type { ImagePipeline } from './views.ts';

export interface DescribeOptions {
  readonly name: Namer;
  /** The project in which plain names are enough. */
  readonly namespace: string;
  readonly now: number;
}

/** `istag/app:1 <- bc/app source builds …` (oc pkg/helpers/describe/projectstatus.go describeImageInPipeline). */
export function describeImage(pipeline: ImagePipeline, options: DescribeOptions): string {
  const image = pipeline.image && describeImageTag(pipeline.image, options);
  const build = pipeline.build && describeBuild(pipeline, pipeline.build.object, options);
  if (image !== undefined && build !== undefined) return `${image} <- ${build}`;
  return image ?? build ?? '<unknown>';
}

/** A build that nobody deploys, and the image it makes. */
export function describeStandaloneBuild(pipeline: ImagePipeline, options: DescribeOptions): readonly string[] {
  if (!pipeline.build) return ['<unknown>'];
  const lines = [describeBuild(pipeline, pipeline.build.object, options)];
  return pipeline.image ? [...lines, `-> ${describeImageTag(pipeline.image, options)}`] : lines;
}

function describeImageTag(image: GraphNode, { name, namespace }: DescribeOptions): string {
  if (image.kind === 'ImageStreamTag' && image.namespace === namespace) return name(image);
  return imageSpec(image);
}

function imageSpec({ kind, namespace, name }: GraphNode): string {
  if (kind === 'DockerImageReference') return name;
  if (kind !== 'ImageStreamTag') return `${namespace}/${name}`;
  const parts = splitImageStreamTag(name);
  return imageReferenceString(imageReference({ namespace, name: parts.name, tag: parts.tag }));
}

function describeBuild(pipeline: ImagePipeline, { metadata, spec }: BuildConfig, options: DescribeOptions): string {
  const { strategy } = spec;
  const bc = `bc/${metadata.name}`;
  if (strategy.jenkinsPipelineStrategy) return `${bc} is a Jenkins Pipeline`;
  const type = strategy.dockerStrategy ? 'docker' : strategy.sourceStrategy ? 'source' : strategy.customStrategy ? 'custom' : undefined;
  if (type === undefined) return `${bc} unrecognized build`;
  const source = describeSource(spec.source);
  if (source === undefined) return `${bc} unconfigured ${type} build`;
  const base = pipeline.baseImage ? ` on ${describeImageTag(pipeline.baseImage, options)}` : '';
  const from = pipeline.baseBuilds.length > 0 ? ` (from ${pipeline.baseBuilds.map((name) => `bc/${name}`).join(', ')})` : '';
  const scheduled = from === '' && pipeline.scheduledImport ? ' (import scheduled)' : '';
  return `${bc} ${type} builds ${source}${base}${from}${scheduled}`;
}

function describeSource(source: BuildSource | undefined): string | undefined {
  if (source?.git) return source.git.ref ? `${source.git.uri}#${source.git.ref}` : source.git.uri;
  if (source?.dockerfile !== undefined) return 'Dockerfile';
  if (source?.binary) return 'uploaded code';
  return source?.images?.length ? 'contents in other images' : undefined;
}

/** How the builds of a pipeline went (describeAdditionalBuildDetail). */
export function describeBuilds(pipeline: ImagePipeline, includeSuccess: boolean, options: DescribeOptions): readonly string[] {
  const { build, builds } = pipeline;
  if (!build) return [];
  const phase = (node: GraphNode<Build>) => describePhase(node.object, build.name, pipeline, options.now);
  const finished = finishedBuilds(pipeline, includeSuccess).map(phase);
  const active = builds.active.map(phase);
  const [newest] = builds.active;
  const lines = newest && timestampOf(newest.object) < lastTime(pipeline) ? [...finished, ...active] : [...active, ...finished];
  return lines.length === 0 && !builds.lastSuccessful ? ['not built yet'] : lines;
}

function finishedBuilds({ builds }: ImagePipeline, includeSuccess: boolean): readonly GraphNode<Build>[] {
  const { lastSuccessful, lastUnsuccessful, active } = builds;
  const failedLater = timeOf(lastSuccessful) < timeOf(lastUnsuccessful);
  const both = failedLater ? [lastUnsuccessful, lastSuccessful] : [lastSuccessful, lastUnsuccessful];
  const shown = includeSuccess || active.length > 0 ? both : failedLater ? [lastUnsuccessful] : [];
  return shown.filter((node) => node !== undefined);
}

const timeOf = (node: GraphNode<Build> | undefined): number => (node ? timestampOf(node.object) : Number.NEGATIVE_INFINITY);
const lastTime = ({ builds }: ImagePipeline): number => Math.max(timeOf(builds.lastSuccessful), timeOf(builds.lastUnsuccessful));

const timestampOf = ({ metadata, status }: Build): number =>
  Date.parse(status.completionTimestamp ?? status.startTimestamp ?? metadata.creationTimestamp ?? '');

function describePhase({ metadata, spec, status }: Build, config: string, { destinationResolved }: ImagePipeline, now: number): string {
  const age = spokenDuration(now - timestampOf({ metadata, spec, status } as Build)).toLowerCase();
  const number = metadata.name.startsWith(`${config}-`) ? metadata.name.slice(config.length + 1) : '';
  const name = /^\d+$/.test(number) ? `build #${Number(number)}` : `build/${metadata.name}`;
  const cannotPush = spec.output?.to && !destinationResolved ? " (can't push to image)" : '';
  const revision = describeRevision(spec.revision);
  const words: Readonly<Record<string, string>> = { Complete: 'succeeded', Error: 'stopped with an error', Failed: 'failed' };
  const word = words[status.phase];
  return word === undefined ? `${name} ${status.phase.toLowerCase()} for ${age}${revision}${cannotPush}` : `${name} ${word} ${age} ago${revision}${cannotPush}`;
}

interface GitRevision {
  readonly commit?: string;
  readonly message?: string;
  readonly author?: { readonly name?: string; readonly email?: string };
  readonly committer?: { readonly name?: string; readonly email?: string };
}

function describeRevision(revision: Readonly<Record<string, unknown>> | undefined): string {
  const git = revision?.git as GitRevision | undefined;
  if (!git) return '';
  const author = describeUser(git.author) || describeUser(git.committer);
  return ` - ${(git.commit ?? '').slice(0, 7)}: ${(git.message ?? '').split('\n')[0]}${author === '' ? '' : ` (${author})`}`;
}

function describeUser(user: GitRevision['author']): string {
  const { name = '', email = '' } = user ?? {};
  return name === '' || email === '' ? name || email : `${name} <${email}>`;
}
