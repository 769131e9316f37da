import { imageReference, tryParseImageReference } from '../../imageutil/image-reference.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { AppConfig } from './app-config.ts';
import { type BuildRef, sourceRefOf } from './build-objects.ts';
import type { ComponentInput } from './component-input.ts';
import { environmentList } from './environment.ts';
import { nameFromGitUrl } from './git-url.ts';
import { type ImageRef, imageRefOfMatch, outputImageRef, suggestImageName } from './image-ref.ts';
import { lastExposedPorts, type SourceRepository } from './source-repository.ts';
import type { WorkloadRef } from './workload-objects.ts';

/** One component with all that is made for it (oc pkg/helpers/newapp/app/pipeline.go Pipeline). */
export interface Pipeline {
  readonly component: ComponentInput;
  readonly name: string;
  /** What a build starts from. */
  readonly inputImage: ImageRef | undefined;
  readonly image: ImageRef | undefined;
  readonly build: BuildRef | undefined;
  readonly deployment: WorkloadRef | undefined;
  readonly deploymentConfig: WorkloadRef | undefined;
}

/** Pipelines by group: components joined by `+` share one DeploymentConfig. (cmd/newapp.go buildPipelines) */
export function buildPipelines(config: AppConfig, components: readonly ComponentInput[]): readonly Pipeline[] {
  const unique = uniqueNames(config.options.name);
  return groupsOf(components).flatMap((group) => joinDeploymentConfigs(group.map((component) => pipelineOf(config, component, unique))));
}

function pipelineOf(config: AppConfig, component: ComponentInput, unique: UniqueName): Pipeline {
  const { options } = config;
  const made = component.expectToBuild && component.uses ? buildPipeline(config, component, component.uses, unique) : imagePipeline(component, unique);
  if (!options.deploy || made.image === undefined) return made;
  const { name } = made;
  const workload = { name, images: [made.image], env: environmentList(config.environment), labels: options.labels, asTest: options.asTest };
  return options.asDeploymentConfig ? { ...made, deploymentConfig: workload } : { ...made, deployment: workload };
}

function imagePipeline(component: ComponentInput, unique: UniqueName): Pipeline {
  if (!component.match) throw new OcError(`can't include ${goQuote(component.value)}`);
  const image = imageRefOfMatch(component.match);
  const name = unique(() => suggestImageName(image));
  return {
    component,
    name,
    inputImage: undefined,
    image: { ...image, objectName: name },
    build: undefined,
    deployment: undefined,
    deploymentConfig: undefined,
  };
}

function buildPipeline({ options, buildEnvironment }: AppConfig, component: ComponentInput, repository: SourceRepository, unique: UniqueName): Pipeline {
  const matched = component.match && imageRefOfMatch(component.match);
  const input = matched && withExposedPorts(matched, repository);
  const wanted = options.to === '' ? undefined : outputImageRef(outputReferenceOf(options.to), !options.toDocker, input);
  const name = unique(() => (repository.url ? nameFromGitUrl(repository.url) : undefined) ?? suggestImageName(wanted) ?? suggestImageName(input));
  const image = wanted ?? outputImageRef(imageReference({ name, tag: 'latest' }), !options.toDocker, input);
  const build = {
    name,
    strategy: repository.strategy,
    input,
    output: options.noOutput ? undefined : image,
    source: sourceRefOf(repository),
    environment: buildEnvironment,
    buildArgs: options.buildArgs,
  };
  return { component, name, inputImage: input, image, build, deployment: undefined, deploymentConfig: undefined };
}

function outputReferenceOf(to: string) {
  const reference = tryParseImageReference(to);
  if (!reference) throw new OcError(`invalid output image reference: ${to}`);
  return reference.tag === '' ? { ...reference, tag: 'latest' } : reference;
}

/** A Dockerfile's EXPOSE lines count for the image that comes of it. */
function withExposedPorts(image: ImageRef, { strategy, info }: SourceRepository): ImageRef {
  const ports = strategy === 'docker' && info?.dockerfile !== undefined ? lastExposedPorts(info.dockerfile) : [];
  if (ports.length === 0 || !image.info) return image;
  const exposed = Object.fromEntries(ports.map((port) => [port, {}]));
  return { ...image, info: { ...image.info, Config: { ...image.info.Config, ExposedPorts: exposed } } };
}

function groupsOf(components: readonly ComponentInput[]): readonly (readonly ComponentInput[])[] {
  const groups = new Map<number, ComponentInput[]>();
  for (const component of [...components].sort((a, b) => a.groupId - b.groupId)) {
    const group = groups.get(component.groupId) ?? [];
    groups.set(component.groupId, [...group, component]);
  }
  return [...groups.values()];
}

function joinDeploymentConfigs(pipelines: readonly Pipeline[]): readonly Pipeline[] {
  const [first, ...more] = pipelines;
  if (!first?.deploymentConfig || more.length === 0) return pipelines;
  const images = pipelines.flatMap(({ deploymentConfig }) => deploymentConfig?.images ?? []);
  const deploymentConfig = { ...first.deploymentConfig, images };
  return pipelines.map((pipeline) => ({ ...pipeline, deploymentConfig }));
}

/** Makes a name that no other pipeline of the run has. */
type UniqueName = (suggest: () => string | undefined) => string;

/** (uniquenamegenerator.go) */
function uniqueNames(typed: string): UniqueName {
  const taken = new Map<string, number>();
  return (suggest) => {
    const suggested = typed || suggest();
    if (suggested === undefined) throw new OcError('you must specify a name for your app');
    if (suggested.length < 2) throw new OcError(`invalid name: ${suggested}`);
    const parametrized = suggested.includes('${') || suggested.includes('$(');
    const name = parametrized
      ? suggested
      : suggested
          .toLowerCase()
          .replace(/[^-a-z0-9]/g, '')
          .replace(/^-+/, '')
          .slice(0, 253);
    const before = taken.get(name);
    taken.set(name, before === undefined ? 0 : before + 1);
    return before === undefined ? name : `${name}-${before + 1}`;
  };
}
