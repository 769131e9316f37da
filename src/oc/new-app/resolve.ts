import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { AppConfig, GenerationOptions } from './app-config.ts';
import { type ComponentInput, type Lookup, newComponentInput, noLookup, ReferenceBuilder, useRepository } from './component-input.ts';
import { isBuilderMatch } from './component-match.ts';
import { throwIfAny } from './errors.ts';
import { missingImageSearcher } from './image-searcher.ts';
import { firstMatchResolver, highestScoreResolver, perfectMatchResolver, type WeightedSearcher, weightedSearch } from './resolvers.ts';
import { binaryRepository, detectSource, dockerfileRepository, lastBaseImage, type SourceRepository } from './source-repository.ts';

export interface ResolvedComponents {
  readonly components: readonly ComponentInput[];
  readonly repositories: readonly SourceRepository[];
}

/** From words to components that are found, and to the source they build (oc pkg/helpers/newapp/cmd/resolve.go Resolve). */
export async function resolveComponents(config: AppConfig): Promise<ResolvedComponents> {
  const { options } = config;
  const builder = await collectComponents(config);
  throwIfAny(builder.errors);
  const { repositories } = builder;
  for (const repository of repositories) {
    if (options.contextDir !== '') repository.contextDir = options.contextDir;
    if (options.strategy !== '') repository.strategy = options.strategy;
  }
  checkStrategy(options, builder);
  await resolveAll(builder.components);
  throwIfAny(partialMatchErrors(builder.components));
  const components = [...inferBuildTypes(builder.components, options)];
  ensureSource(
    components.filter((component) => component.expectToBuild && !component.uses),
    repositories.filter(({ inUse }) => !inUse),
    options,
  );
  const added = addMissingComponents(
    config,
    builder,
    repositories.filter(({ inUse }) => !inUse),
  );
  await resolveAll(added);
  return { components: [...components, ...added], repositories };
}

/** Words as components, each knowing where it may be found (AddComponentInputsToRefBuilder). */
export async function collectComponents(config: AppConfig): Promise<ReferenceBuilder> {
  const { searchers, options, arguments: typed } = config;
  const builder = new ReferenceBuilder();
  for (const location of typed.sources) builder.addRepository(location, options.strategy === '' ? 'source' : options.strategy).contextDir = options.contextDir;
  if (options.dockerfile !== '') addDockerfile(builder, options);
  const errors: Error[] = [];
  for (const repository of builder.repositories) await detectSource(repository, config.host, options.strategy).catch((error: Error) => errors.push(error));
  throwIfAny(errors);
  const { images, imageStreams, templates, templateFiles } = searchers;
  const missing = searchers.allowMissingImages ? [{ searcher: missingImageSearcher, weight: 100 }] : [];
  builder.addComponents(typed.images, () => places([{ searcher: images, weight: 0 }, ...missing], images));
  builder.addComponents(typed.imageStreams, () => places([{ searcher: imageStreams, weight: 0 }], imageStreams));
  builder.addComponents(typed.templates, () => ({ resolver: highestScoreResolver(templates), searcher: templates }));
  builder.addComponents(typed.templateFiles, () => ({ resolver: firstMatchResolver(templateFiles), searcher: templateFiles }));
  builder.addComponents(typed.components, (expectToBuild) => anyPlace(config, expectToBuild, missing));
  builder.addGroups(typed.groups);
  return builder;
}

const places = (weighted: readonly WeightedSearcher[], searcher: Lookup['searcher']): Lookup => ({ resolver: perfectMatchResolver(weighted), searcher });

function anyPlace({ searchers }: AppConfig, expectToBuild: boolean, missing: readonly WeightedSearcher[]): Lookup {
  const { imageStreams, templates, templateFiles, images } = searchers;
  const local = [imageStreams, ...(expectToBuild ? [] : [templates, templateFiles])].map((searcher) => ({ searcher, weight: 0 }));
  const listed = [...local.filter(({ searcher }) => searcher !== templateFiles), { searcher: images, weight: 1 }];
  return { resolver: perfectMatchResolver([...local, { searcher: images, weight: 2 }, ...missing]), searcher: weightedSearch(listed) };
}

function addDockerfile(builder: ReferenceBuilder, { strategy, dockerfile }: GenerationOptions): void {
  if (strategy !== '' && strategy !== 'docker') throw new OcError("when directly referencing a Dockerfile, the strategy must must be 'docker'");
  const [only, ...more] = builder.repositories;
  if (more.length > 0) throw new OcError('--dockerfile cannot be used with multiple source repositories');
  const made = dockerfileRepository(dockerfile);
  if (!only) builder.repositories.push(made);
  else Object.assign(only, { info: made.info, strategy: 'docker' });
}

function checkStrategy({ strategy, binary }: GenerationOptions, { components, repositories }: ReferenceBuilder): void {
  if (strategy !== '' && repositories.length === 0 && !binary) {
    throw new OcError('--strategy is specified and none of the arguments provided could be classified as a source code location');
  }
  if (binary && (repositories.length > 0 || components.some(({ uses }) => uses))) {
    throw new OcError('specifying binary builds and source repositories at the same time is not allowed');
  }
}

async function resolveAll(components: readonly ComponentInput[]): Promise<void> {
  const errors: Error[] = [];
  for (const component of components) {
    try {
      component.match = await component.resolver(component.value);
      component.value = component.match.value;
    } catch (error) {
      errors.push(error as Error);
    }
  }
  throwIfAny(errors);
}

function partialMatchErrors(components: readonly ComponentInput[]): readonly Error[] {
  const partial = components.filter(({ match }) => match !== undefined && match.score !== 0);
  return partial.map(({ from, match }) => {
    const found = goQuote(match?.name ?? '');
    return new OcError(`component ${goQuote(from)} had only a partial match of ${found} - if this is the value you want to use, specify it explicitly`);
  });
}

function inferBuildTypes(components: readonly ComponentInput[], options: GenerationOptions): readonly ComponentInput[] {
  const { strategy, expectToBuild, binary, name } = options;
  const errors: Error[] = [];
  for (const component of components) {
    const match = component.match;
    if (!match) continue;
    if (strategy !== '' && component.uses) component.uses.strategy = strategy;
    if (expectToBuild || (isBuilderMatch(match) && strategy !== 'docker')) component.expectToBuild = true;
    if (component.expectToBuild && match.template) errors.push(new OcError(templateWithSource));
  }
  if (components.length === 0 && binary && strategy === 'source')
    throw new OcError('you must provide a builder image when using the source strategy with a binary build');
  throwIfAny(errors);
  if (components.length > 0 || !binary) return components;
  if (name === '') throw new OcError("you must provide a --name when you don't specify a source repository or base image");
  return [newComponentInput('--binary', name, noLookup, true)];
}

const templateWithSource =
  'template with source code explicitly attached is not supported - you must either specify the template and source code separately or attach ' +
  "an image to the source code using the '[image]~[code]' form";

/** Gives builders their source (EnsureHasSource). */
function ensureSource(components: readonly ComponentInput[], repositories: readonly SourceRepository[], options: GenerationOptions): void {
  const [repository, ...more] = repositories;
  if (components.length === 0) return;
  if (more.length > 0) throw new OcError(whichSource(components, repositories));
  for (const component of components) {
    if (repository) useRepository(component, repository);
    else if (options.binary) useRepository(component, binaryRepository(binaryStrategy(component, options)));
    else if (options.expectToBuild) {
      throw new OcError('you must specify at least one source repository URL, provide a Dockerfile, or indicate you wish to use binary builds');
    } else component.expectToBuild = false;
  }
}

function whichSource(components: readonly ComponentInput[], repositories: readonly SourceRepository[]): string {
  const [component, ...more] = components;
  const locations = repositories.map(({ location }) => location);
  if (component && more.length === 0) {
    const suggestions = locations.map((location) => `${component.value}~${location}\n`).join('');
    return `there are multiple code locations provided - use one of the following suggestions to declare which code goes with the image:\n${suggestions}`;
  }
  const values = components.map(({ value }) => value).join(',');
  return (
    `the following images require source code: ${values}\n and the following repositories are not used: ${locations.join(',')}\n` +
    "Use '[image]~[repo]' to declare which code goes with which image"
  );
}

function binaryStrategy({ match }: ComponentInput, { strategy }: GenerationOptions): 'source' | 'docker' {
  const builder = match !== undefined && isBuilderMatch(match);
  return strategy === 'docker' || (strategy === '' && !builder) ? 'docker' : 'source';
}

/** Repositories that nobody builds yet get the image they ask for (AddMissingComponentsToRefBuilder). */
function addMissingComponents(config: AppConfig, builder: ReferenceBuilder, repositories: readonly SourceRepository[]): readonly ComponentInput[] {
  return repositories.flatMap((repository) => {
    const added = builder.addComponents([imageFor(repository, config.options)], () => buildPlaces(config));
    for (const component of added) {
      component.expectToBuild = true;
      useRepository(component, repository);
    }
    return added;
  });
}

function buildPlaces({ searchers }: AppConfig): Lookup {
  const { imageStreams, images } = searchers;
  return places(
    [
      { searcher: imageStreams, weight: 0 },
      { searcher: images, weight: 1 },
    ],
    imageStreams,
  );
}

function imageFor(repository: SourceRepository, { strategy }: GenerationOptions): string {
  const { info, location } = repository;
  if (!info) throw new OcError(`source not detected for repository ${goQuote(location)}`);
  if (info.dockerfile !== undefined && (strategy === '' || strategy === 'docker')) {
    const base = lastBaseImage(info.dockerfile);
    if (base === '') throw new OcError(`the Dockerfile in the repository ${goQuote(info.path)} has no FROM instruction`);
    repository.strategy = 'docker';
    return base;
  }
  const [platform] = info.platforms;
  if (platform !== undefined) return platform;
  throw new OcError(
    `no language was detected for repository at ${goQuote(location)}; please specify a builder image to use with your repository: [builder-image]~${location}`,
  );
}
