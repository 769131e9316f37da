import type { KubeObject } from '../../api/meta.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { pipelineObjects } from './accept-objects.ts';
import type { AppConfig } from './app-config.ts';
import { circularReference } from './circular-references.ts';
import type { ComponentInput } from './component-input.ts';
import { isBuilderMatch } from './component-match.ts';
import { describePipeline } from './describe-pipeline.ts';
import { NoInputsError, throwIfAny } from './errors.ts';
import { buildPipelines, type Pipeline } from './pipeline.ts';
import { resolveComponents } from './resolve.ts';
import { withServices } from './services.ts';
import { templateObjects } from './templates.ts';

export interface GeneratedApp {
  readonly objects: readonly KubeObject[];
  /** The name of the whole; '' where there is none. */
  readonly name: string;
}

/** Finds what was asked for, reports it, and makes the objects (oc pkg/helpers/newapp/cmd/newapp.go Run). */
export async function generateApp(config: AppConfig): Promise<GeneratedApp> {
  const { options } = config;
  checkImportMode(options.importMode);
  const { components, repositories } = await resolveComponents(config);
  if (components.length === 0 && repositories.length === 0) throw new NoInputsError();
  checkBuilders(config, components);
  const images = components.filter(({ match, scratch }) => scratch || (match !== undefined && match.template === undefined));
  checkNames(config, components, images);
  const pipelines = buildPipelines(config, images.map(withImportMode(options.importMode || 'Legacy')));
  for (const pipeline of pipelines) config.report(describePipeline(pipeline, config));
  checkBuildArgs(config, pipelines);
  const made = withServices(pipelineObjects(config, pipelines));
  const templates = await templateObjects(
    config,
    components.filter(({ match }) => match?.template !== undefined),
  );
  checkCircles(config, made, templates.objects);
  const workload = pipelines.map(({ deployment, deploymentConfig }) => deployment ?? deploymentConfig).find((each) => each !== undefined);
  const build = made.find(({ kind }) => kind === 'BuildConfig');
  return {
    objects: withSecrets(config, [...made, ...templates.objects]),
    name: options.name || templates.name || workload?.name || build?.metadata.name || '',
  };
}

function checkBuildArgs({ options, warn }: AppConfig, pipelines: readonly Pipeline[]): void {
  if (options.buildArgs.length === 0) return;
  const builds = pipelines.filter(({ build }) => build?.strategy === 'docker').length;
  if (builds === 0) throw new OcError("Cannot use '--build-arg' without a Docker build");
  if (builds > 1) warn('--> WARNING: Applying --build-arg to multiple Docker builds.\n');
}

function checkImportMode(mode: string): void {
  if (!['', 'Legacy', 'PreserveOriginal'].includes(mode)) throw new OcError('valid ImportMode values are Legacy or PreserveOriginal');
}

const withImportMode =
  (importMode: string) =>
  (component: ComponentInput): ComponentInput =>
    component.match ? { ...component, match: { ...component.match, importMode } } : component;

/** An image that only happens to match may not become a source builder unasked (validateBuilders). */
function checkBuilders({ options }: AppConfig, components: readonly ComponentInput[]): void {
  if (options.strategy !== '') return;
  const doubtful = components.filter(({ expectToBuild, match, uses }) => expectToBuild && match && uses?.strategy === 'source' && !isBuilderMatch(match));
  throwIfAny(
    doubtful.map(({ match, uses }) => {
      const what = `the image match ${goQuote(match?.name ?? '')} for source repository ${goQuote(uses?.location ?? '')}`;
      return new OcError(
        `${what} does not appear to be a source-to-image builder.\n\n- to attempt to use this image as a source builder, pass "--strategy=source"\n` +
          '- to use it as a base image for a Docker build, pass "--strategy=docker"',
      );
    }),
  );
}

function checkNames({ options }: AppConfig, components: readonly ComponentInput[], images: readonly ComponentInput[]): void {
  const { name, to } = options;
  const fits = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= 58;
  if (name !== '' && !fits && !/\$[{(]/.test(name)) {
    throw new OcError(
      `invalid name: ${name}. Must be an a lower case alphanumeric (a-z, and 0-9) string with a maximum length of 58 characters, ` +
        "where the first character is a letter (a-z), and the '-' character is allowed anywhere except the first or last character.",
    );
  }
  const groups = new Set(images.map(({ groupId }) => groupId));
  if (groups.size > 1 && name !== '') throw new OcError('only one component or source repository can be used when specifying a name');
  if (components.filter(({ uses }) => uses).length > 1 && to !== '') {
    throw new OcError('only one component with source can be used when specifying an output image reference');
  }
}

function checkCircles(config: AppConfig, made: readonly KubeObject[], templates: readonly KubeObject[]): void {
  const { name, to, expectToBuild } = config.options;
  const inTemplate = circularReference(config, templates);
  if (inTemplate !== undefined) config.warn(`--> WARNING: ${inTemplate}\n${name === '' ? ', override artifact names with --name' : ''}`);
  const reason = circularReference(config, made);
  if (reason === undefined) return;
  if (expectToBuild ? to === '' : name === '')
    throw new OcError(`${reason}, ${expectToBuild ? 'set a different tag with --to' : 'override artifact names with --name'}`);
  config.warn(`--> WARNING: ${reason}\n`);
}

const isDns1123Subdomain = (name: string): boolean => name.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name);

/** Gives the first build the secrets it needs to fetch and to push. */
function withSecrets({ options }: AppConfig, objects: readonly KubeObject[]): readonly KubeObject[] {
  const { sourceSecret, pushSecret } = options;
  if (sourceSecret !== '' && !isDns1123Subdomain(sourceSecret)) throw new OcError(`source secret name ${goQuote(sourceSecret)} is invalid`);
  if (pushSecret !== '' && !isDns1123Subdomain(pushSecret)) throw new OcError(`push secret name ${goQuote(pushSecret)} is invalid`);
  if (sourceSecret === '' && pushSecret === '') return objects;
  const first = objects.findIndex(({ kind }) => kind === 'BuildConfig');
  return objects.map((object, index) => {
    if (index !== first) return object;
    const spec = object.spec as { readonly source: object; readonly output: object };
    const source = sourceSecret === '' ? spec.source : { ...spec.source, sourceSecret: { name: sourceSecret } };
    const output = pushSecret === '' ? spec.output : { ...spec.output, pushSecret: { name: pushSecret } };
    return { ...object, spec: { ...spec, source, output } };
  });
}
