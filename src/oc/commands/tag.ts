import { type ImageStream, imageApiVersion, imageGroup, type TagReference } from '../../api/image.ts';
import { StatusError } from '../../api/status.ts';
import { exact, nameString } from '../../imageutil/image-reference.ts';
import { joinImageStreamTag, splitImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { specTag, withSpecTag } from '../../imageutil/tag-references.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, type FlagValues, string } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { checkResourceName, isNotFound } from '../resource-arguments.ts';
import { resolveTagSource, type TagSource } from './tag-source.ts';

const flags = {
  alias: boolean(),
  delete: boolean({ shorthand: 'd' }),
  'import-mode': string({ values: ['Legacy', 'PreserveOriginal'] }),
  insecure: boolean(),
  reference: boolean(),
  'reference-policy': string({ default: 'source', values: ['source', 'local'] }),
  scheduled: boolean(),
  source: string({ values: ['imagestreamtag', 'istag', 'imagestreamimage', 'isimage', 'docker'] }),
} as const;

type TagFlags = FlagValues<typeof flags>;

/** `oc tag` (oc pkg/cli/tag/tag.go). */
export const tag = defineCommand({
  path: 'tag',
  use: 'tag [--source=SOURCETYPE] SOURCE DEST [DEST ...]',
  flags,
  examples: [
    'oc tag openshift/ruby:2.0 yourproject/ruby:tip',
    'oc tag openshift/ruby@sha256:6b646fa6bf5e5e4c7fa41056c27910e679c03ebe7f93e361e6515a9da7e258cc yourproject/ruby:tip',
    'oc tag --source=docker openshift/origin-control-plane:latest yourproject/ruby:tip',
    'oc tag --source=docker openshift/origin-control-plane:latest yourproject/ruby:tip --reference-policy=local',
    'oc tag --source=docker openshift/origin-control-plane:latest yourproject/ruby:tip --import-mode=PreserveOriginal',
    'oc tag openshift/origin-control-plane:latest -d',
  ],
  arguments: ['imagestreamtag'],
  run({ args, flags: typed, oc }) {
    if (args.length === 0 && !typed.delete) {
      throw new UsageError('you must specify a source and at least one destination or one or more tags to delete', { showHelpHint: true });
    }
    const source = typed.delete ? undefined : resolveTagSource(oc, args[0] ?? '', { kind: typed.source, alias: typed.alias });
    const destinations = (typed.delete ? args : args.slice(1)).map((text) => parseDestination(oc, text));
    validate(oc, typed, source, destinations);
    for (const destination of destinations) {
      if (source) tagOne(oc, typed, source, destination);
      else deleteOne(oc, destination);
    }
  },
});

interface Destination {
  readonly namespace: string;
  /** As it was typed, without its project. */
  readonly nameAndTag: string;
}

// oc pkg/cli/tag parseStreamName
function parseDestination(oc: OcContext, text: string): Destination {
  if (!text.includes('/')) return { namespace: oc.namespace, nameAndTag: text };
  const [namespace = '', nameAndTag = '', ...more] = text.split('/');
  if (more.length > 0) throw new OcError(`invalid image stream ${goQuote(text)}`);
  if (namespace === '') throw new OcError(`invalid namespace "" for image stream ${goQuote(text)}`);
  if (nameAndTag === '') throw new OcError(`invalid name "" for image stream ${goQuote(text)}`);
  return { namespace, nameAndTag };
}

function validate(oc: OcContext, typed: TagFlags, source: TagSource | undefined, destinations: readonly Destination[]): void {
  const importsLater = typed.scheduled || typed.insecure;
  if (typed.delete && typed.alias) throw new OcError('--alias and --delete may not be both specified');
  if (!['source', 'local'].includes(typed['reference-policy'])) throw new OcError("reference policy must be set to 'source' or 'local'");
  if (typed.delete) checkDeletion(typed, importsLater);
  if (destinations.length === 0) throw new OcError('at least a destination is required');
  if (source?.kind !== 'DockerImage' && importsLater) throw new OcError('only container images can have importing flags set');
  if (source && typed.alias) {
    if (importsLater) throw new OcError('cannot set a container image tag as an alias and also set import flags');
    if (crossesStreams(oc, source, destinations)) throw new OcError('cannot set alias across different Image Streams');
  }
  if (!['', 'Legacy', 'PreserveOriginal'].includes(typed['import-mode'])) throw new OcError('valid ImportMode values are Legacy or PreserveOriginal');
}

function checkDeletion(typed: TagFlags, importsLater: boolean): void {
  if (typed.source !== '') throw new OcError('cannot specify a source kind when deleting');
  if (importsLater) throw new OcError('cannot set flags for importing images when deleting a tag');
  if (typed['import-mode'] !== '') throw new OcError('cannot specify an import mode when deleting');
}

// oc pkg/cli/tag isCrossImageStream
function crossesStreams(oc: OcContext, { reference }: TagSource, destinations: readonly Destination[]): boolean {
  return destinations.some(({ namespace, nameAndTag }) => namespace !== oc.namespace || splitOrRefuse(nameAndTag).name !== reference.name);
}

function splitOrRefuse(nameAndTag: string): { readonly name: string; readonly tag: string } {
  const { name, tag: tagName, ok } = splitImageStreamTag(nameAndTag);
  if (!ok) throw new OcError(`${goQuote(nameAndTag)} must be of the form <stream_name>:<tag>`);
  return { name, tag: tagName };
}

const streams = { group: imageGroup, version: 'v1', resource: 'imagestreams' } as const;
const streamTags = { group: imageGroup, version: 'v1', resource: 'imagestreamtags' } as const;

function deleteOne(oc: OcContext, { namespace, nameAndTag }: Destination): void {
  const { name, tag: tagName } = splitOrRefuse(nameAndTag);
  const done = `Deleted tag ${namespace}/${nameAndTag}.\n`;
  if (answersElseLegacy(() => oc.client.delete(streamTags, namespace, joinImageStreamTag(name, tagName)), ['MethodNotAllowed', 'Forbidden'])) {
    oc.out(done);
    return;
  }
  const stream = findStream(oc, namespace, name);
  if (!stream) {
    oc.out(`Image stream ${goQuote(name)} does not exist.\n`);
    return;
  }
  if (!specTag(stream, tagName)) throw new OcError(`destination tag ${namespace}/${nameAndTag} does not exist.\n`);
  oc.client.update(streams, namespace, withSpecTag(stream, tagName, undefined));
  oc.out(done);
}

function tagOne(oc: OcContext, typed: TagFlags, source: TagSource, destination: Destination): void {
  const { namespace, nameAndTag } = destination;
  const { name, tag: tagName } = splitOrRefuse(nameAndTag);
  checkTagName(tagName);
  const reference = tagReference(oc, typed, source, namespace, tagName);
  const object = {
    apiVersion: imageApiVersion,
    kind: 'ImageStreamTag',
    metadata: { name: nameAndTag, namespace, creationTimestamp: null },
    tag: reference,
    generation: 0,
    lookupPolicy: { local: false },
    image: { metadata: { creationTimestamp: null }, dockerImageMetadata: null },
  };
  const isDone =
    answersElseLegacy(() => oc.client.update(streamTags, namespace, object), ['MethodNotAllowed', 'Forbidden', 'NotFound']) ||
    answersElseLegacy(() => oc.client.create(streamTags, namespace, object), ['MethodNotAllowed', 'Forbidden']);
  if (!isDone) tagThroughStream(oc, namespace, name, reference);
  oc.out(`${messageFor(oc, typed, source, destination)}\n`);
}

/** True where the server took it; false where it refused in a way that an older server would, so that the stream itself must be written. */
function answersElseLegacy(call: () => unknown, refusals: readonly string[]): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (error instanceof StatusError && refusals.includes(error.status.reason ?? '')) return false;
    throw error;
  }
}

const tagPattern = /^\w[\w.-]{0,127}$/;

function checkTagName(name: string): void {
  if (tagPattern.test(name)) return;
  throw new OcError(
    `invalid tag ${goQuote(name)} format, tags must start with an alphanumeric character followed by alphanumeric, '.' or '-' characters, and have a maximum of 128 characters`,
  );
}

function tagReference(oc: OcContext, typed: TagFlags, { kind, reference }: TagSource, destNamespace: string, tagName: string): TagReference {
  const isDocker = kind === 'DockerImage';
  const namespace = isDocker ? '' : reference.namespace || (destNamespace === oc.namespace ? '' : oc.namespace);
  return {
    name: tagName,
    annotations: null,
    from: { kind, ...(namespace !== '' && { namespace }), name: isDocker ? exact(reference) : nameString(reference) },
    ...(typed.reference && { reference: true }),
    generation: isDocker ? 0 : null,
    importPolicy: {
      ...(typed.insecure && { insecure: true }),
      ...(typed.scheduled && { scheduled: true }),
      importMode: typed['import-mode'] === 'PreserveOriginal' ? 'PreserveOriginal' : 'Legacy',
    },
    referencePolicy: { type: typed['reference-policy'] === 'local' ? 'Local' : 'Source' },
  };
}

function messageFor(oc: OcContext, typed: TagFlags, { reference }: TagSource, { namespace, nameAndTag }: Destination): string {
  const isHere = namespace === oc.namespace;
  const where = isHere ? nameAndTag : `${namespace}/${nameAndTag}`;
  const what = exact(reference);
  if (typed.alias) return `Tag ${where} set up to track ${what}.`;
  if (typed.scheduled) return isHere ? `Tag ${where} set to import ${what} periodically.` : `Tag ${where} set to ${what} periodically.`;
  return `Tag ${where} set to ${what}.`;
}

function findStream(oc: OcContext, namespace: string, name: string): ImageStream | undefined {
  checkResourceName(name);
  try {
    return oc.client.get<ImageStream>(streams, namespace, name);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function tagThroughStream(oc: OcContext, namespace: string, name: string, reference: TagReference): void {
  const stream = findStream(oc, namespace, name);
  if (stream) {
    oc.client.update(streams, namespace, withSpecTag(stream, reference.name, reference));
    return;
  }
  const made = {
    apiVersion: imageApiVersion,
    kind: 'ImageStream',
    metadata: { name },
    spec: { lookupPolicy: { local: false }, tags: [reference] },
    status: { dockerImageRepository: '' },
  };
  oc.client.create(streams, namespace, made);
}
