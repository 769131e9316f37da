import { specTag } from '../../imageutil/tag-references.ts';
import { OcError } from '../errors.ts';
import type { AppConfig } from './app-config.ts';
import { byScore, type ComponentMatch } from './component-match.ts';
import { NoInputsError, throwIfAny } from './errors.ts';
import { hasAnnotationTag } from './image-streams.ts';
import { collectComponents } from './resolve.ts';

/** What `--search` and `--list` find (oc pkg/helpers/newapp/cmd/newapp.go RunQuery). */
export async function queryComponents(
  config: AppConfig,
  { asList, asSearch }: { readonly asList: boolean; readonly asSearch: boolean },
): Promise<readonly ComponentMatch[]> {
  const typed = config.arguments;
  const hasArguments = [typed.components, typed.imageStreams, typed.images, typed.templates, typed.templateFiles].some((each) => each.length > 0);
  if (asList && asSearch) throw new OcError("--list and --search can't be used together");
  if (asList && hasArguments) throw new OcError("--list can't be used with arguments");
  const builder = await collectComponents(asList ? { ...config, arguments: { ...typed, components: ['*'] } } : config);
  throwIfAny(builder.errors);
  if (builder.components.length === 0) throw new NoInputsError();
  throwIfAny(misplacedFlags(config, builder.repositories.length > 0));
  const matches: ComponentMatch[] = [];
  const errors: Error[] = [];
  for (const component of builder.components) {
    const found = await component.searcher.search(false, component.value);
    matches.push(...found.matches);
    errors.push(...found.errors);
  }
  throwIfAny(errors);
  return matches;
}

function misplacedFlags({ environment, buildEnvironment, parameters }: AppConfig, hasSource: boolean): readonly Error[] {
  const misplaced = [hasSource && 'source code', environment.size > 0 && '--env', buildEnvironment.size > 0 && '--build-env', parameters.size > 0 && '--param'];
  return misplaced.filter((what) => what !== false).map((what) => new OcError(`--search can't be used with ${what}`));
}

/** The matches in three lists (oc pkg/cli/newapp/newapp.go printHumanReadableQueryResult). */
export function describeMatches(matches: readonly ComponentMatch[]): string {
  if (matches.length === 0) throw new OcError('no matches found');
  const sorted = byScore(matches);
  const sections = [
    { heading: 'Templates (oc new-app --template=<template>)', lines: sorted.flatMap(templateLines) },
    { heading: 'Image streams (oc new-app --image-stream=<image-stream> [--code=<source>])', lines: sorted.flatMap(imageStreamLines) },
    { heading: 'container images (oc new-app --image=<image> [--code=<source>])', lines: sorted.flatMap(imageLines) },
  ];
  const shown = sections.filter(({ lines }) => lines.length > 0);
  return shown.map(({ heading, lines }) => `${[heading, '-----', ...lines, ''].join('\n')}\n`).join('');
}

function templateLines({ template }: ComponentMatch): readonly string[] {
  if (!template) return [];
  const { name, namespace, annotations } = template.metadata;
  return [name, `  Project: ${namespace}`, ...indented(annotations?.description)];
}

function imageStreamLines({ imageStream }: ComponentMatch): readonly string[] {
  if (!imageStream) return [];
  const { name, namespace, annotations } = imageStream.metadata;
  const visible = (imageStream.status.tags ?? [])
    .map(({ tag }) => tag)
    .filter((tag) => {
      const reference = specTag(imageStream, tag);
      return !reference || !hasAnnotationTag(reference, 'hidden');
    });
  const tracks = imageStream.spec.dockerImageRepository;
  const tags = (imageStream.status.tags ?? []).length > 0 ? [...visible].sort().join(', ') : '<none>';
  return [name, `  Project: ${namespace}`, ...(tracks ? [`  Tracks:  ${tracks}`] : []), `  Tags:    ${tags}`, ...indented(annotations?.description)];
}

function imageLines({ template, imageStream, dockerImage, name, imageTag, registry }: ComponentMatch): readonly string[] {
  if (template || imageStream || !dockerImage) return [];
  const colon = name.indexOf(':');
  const [shown, tag] = colon < 0 ? [name, imageTag ?? ''] : [name.slice(0, colon), name.slice(colon + 1)];
  const comment = typeof dockerImage.Comment === 'string' ? dockerImage.Comment : undefined;
  return [shown, `  Registry: ${registry ?? ''}`, `  Tags:     ${tag}`, ...indented(comment)];
}

const indented = (text: string | undefined): readonly string[] => (text ? [`  ${text}`] : []);
