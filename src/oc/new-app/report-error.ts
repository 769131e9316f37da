import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { messageForError } from '../print-error.ts';
import type { ClassifiedArguments } from './classify-arguments.ts';
import { MultipleMatchesError, NoInputsError, NoMatchError, NoTagsFoundError, PartialMatchError } from './errors.ts';

/** What differs between `new-app` and `new-build` in what they say. */
export interface ReportStyle {
  /** `oc new-app` */
  readonly commandPath: string;
  readonly noInput: string;
  readonly noMatch: string;
}

interface ErrorGroup {
  readonly errors: readonly Error[];
  readonly suggestion: string;
  readonly classification: string;
}

/** Failures in groups, each with what the argument was taken for and what to do about it (oc pkg/cli/newapp/newapp.go HandleError). */
export function reportError(error: unknown, style: ReportStyle, { classifications }: Pick<ClassifiedArguments, 'classifications'>): OcError {
  const groups = new Map<string, ErrorGroup>();
  for (const each of error instanceof AggregateError ? (error.errors as readonly Error[]) : [error as Error]) {
    const { key, ...group } = groupOf(each, style, classifications);
    groups.set(key, { ...group, errors: [...(groups.get(key)?.errors ?? []), ...group.errors] });
  }
  return new OcError([...groups.values()].map(groupText).join(''));
}

function groupText({ errors, classification, suggestion }: ErrorGroup): string {
  const said = errors.map((error) => `error: ${messageForError(error)}\n`).join('');
  const classified = classification === '' ? '' : `\n${classification}`;
  if (suggestion === '') return said + classified;
  return `${said}${classified}${classification === '' ? '\n' : '\n\n'}${suggestion}`;
}

function groupOf(error: Error, style: ReportStyle, classifications: ClassifiedArguments['classifications']): ErrorGroup & { readonly key: string } {
  if (error instanceof NoInputsError) return { key: '', errors: [new OcError(usageError(style.noInput, style))], suggestion: '', classification: '' };
  if (!isMatchError(error)) return { key: '', errors: [error], suggestion: '', classification: '' };
  const { text: classification = '', gitError } = classifications.get(error.value) ?? {};
  const others = error instanceof NoMatchError && gitError !== undefined ? [...error.others, new OcError(gitError)] : error.others;
  return { key: error.constructor.name, errors: [...others, error], suggestion: suggestionFor(error, style), classification };
}

type MatchError = NoMatchError | PartialMatchError | NoTagsFoundError | MultipleMatchesError;

const isMatchError = (error: Error): error is MatchError =>
  error instanceof NoMatchError || error instanceof PartialMatchError || error instanceof NoTagsFoundError || error instanceof MultipleMatchesError;

function suggestionFor(error: MatchError, style: ReportStyle): string {
  if (error instanceof NoMatchError) return style.noMatch;
  if (error instanceof NoTagsFoundError) {
    return `The image stream ${goQuote(error.match.name)} exists, but it has no tags.\n\n  Use --allow-missing-imagestream-tags to use this image stream\n\n`;
  }
  const shown = (error instanceof MultipleMatchesError ? error.matches.slice(0, 5) : [error.match]).map(
    ({ description, argument }) => `* ${description}\n  Use ${argument} to specify this image or template\n\n`,
  );
  const value = goQuote(error.value);
  if (error instanceof PartialMatchError) {
    return `The argument ${value} only partially matched the following container image, OpenShift image stream, or template:\n\n${shown.join('')}`;
  }
  const more = error.matches.length > 5 ? `To view a full list of matches, use 'oc new-app -S ${error.value}'` : '';
  return `The argument ${value} could apply to the following container images, OpenShift image streams, or templates:\n\n${shown.join('')}${more}`;
}

const usageError = (text: string, { commandPath }: ReportStyle): string => `${text}\nSee '${commandPath} -h' for help and examples`;

/** How `new-app` speaks. */
export const newAppStyle: ReportStyle = {
  commandPath: 'oc new-app',
  noInput: `You must specify one or more images, image streams, templates, or source code locations to create an application.

To list all local templates and image streams, use:

  oc new-app -L

To search templates, image streams, and container images that match the arguments provided, use:

  oc new-app -S php
  oc new-app -S --template=rails
  oc new-app -S --image-stream=mysql
  oc new-app -S --image=registry.access.redhat.com/ubi8/python-38

For details on how to use the results from those searches to provide images, image streams, templates, or source code locations as inputs into 'oc new-app', use:

  oc help new-app

`,
  noMatch: `The 'oc new-app' command will match arguments to the following types:

  1. Images tagged into image streams in the current project or the 'openshift' project
     - if you don't specify a tag, we'll add ':latest'
  2. Images in the container storage, on remote registries, or on the local container engine
  3. Templates in the current project or the 'openshift' project
  4. Git repository URLs or local paths that point to Git repositories

--allow-missing-images can be used to point to an image that does not exist yet.

See 'oc new-app -h' for examples.`,
};

/** How `new-build` speaks. */
export const newBuildStyle: ReportStyle = {
  commandPath: 'oc new-build',
  noInput: `You must specify one or more images, image streams, or source code locations to create a build.

To build from an existing image stream tag or container image, provide the name of the image and
the source code location:

  oc new-build centos/nodejs-8-centos7~https://github.com/sclorg/nodejs-ex.git

If you only specify the source repository location (local or remote), the command will look at
the repo to determine the type, and then look for a matching image on your server or on the
default container image registry.

  oc new-build https://github.com/sclorg/nodejs-ex.git

will look for an image called "nodejs" in your current project, the 'openshift' project, or
on the configured container registries.
`,
  noMatch: `The 'oc new-build' command will match arguments to the following types:

  1. Images tagged into image streams in the current project or the 'openshift' project
     - if you don't specify a tag, we'll add ':latest'
  2. Images in the container registry, on remote registries, or on the local container engine
  3. Git repository URLs or local paths that point to Git repositories

--allow-missing-images can be used to force the use of an image that was not matched

See 'oc new-build -h' for examples.`,
};
