import {
  type ImageImportSpec,
  type ImageStream,
  type ImageStreamImport,
  type ImportMode,
  imageApiVersion,
  imageGroup,
  insecureRepositoryAnnotation,
  type TagReference,
} from '../../api/image.ts';
import { followTagReference, specTag } from '../../imageutil/tag-references.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { isNotFound } from '../resource-arguments.ts';

/** What `oc import-image` was told, read and checked. */
export interface ImageImportOptions {
  readonly name: string;
  /** Empty with `--all`. */
  readonly tag: string;
  /** The argument as it was typed: what is imported where `--from` is missing. */
  readonly target: string;
  readonly from: string;
  readonly all: boolean;
  readonly confirm: boolean;
  readonly dryRun: boolean;
  readonly scheduled: boolean;
  /** Undefined where the flag was not typed. */
  readonly insecure: boolean | undefined;
  readonly referencePolicy: TagReference['referencePolicy']['type'];
  readonly importMode: ImportMode;
}

/** The import to ask for, and the stream as the client thinks of it. */
export interface ImageImportRequest {
  readonly stream: ImageStream;
  readonly import: ImageStreamImport;
}

/** Decides what is imported from where into which tags (oc pkg/cli/importimage createImageImport). */
export function createImageImport(oc: OcContext, options: ImageImportOptions): ImageImportRequest {
  const found = findStream(oc, options.name);
  if (!found) {
    if (!options.confirm) throw new OcError(`no image stream named ${goQuote(options.name)} exists, pass --confirm to create and import`);
    return importNewStream(oc, options);
  }
  return options.all ? importAll(oc, options, found) : importTag(oc, options, found);
}

function findStream({ client, namespace }: OcContext, name: string): ImageStream | undefined {
  try {
    return client.get<ImageStream>({ group: imageGroup, version: 'v1', resource: 'imagestreams' }, namespace, name);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function importNewStream(oc: OcContext, options: ImageImportOptions): ImageImportRequest {
  const { name, all, referencePolicy } = options;
  const from = options.from === '' ? options.target : options.from;
  const newTag = {
    name: '',
    annotations: null,
    from: { kind: 'DockerImage', name: from },
    generation: null,
    importPolicy: {},
    referencePolicy: { type: referencePolicy },
  };
  const stream: ImageStream = {
    apiVersion: imageApiVersion,
    kind: 'ImageStream',
    metadata: { name, creationTimestamp: null },
    spec: { lookupPolicy: { local: false }, ...(all ? { dockerImageRepository: from } : { tags: [newTag] }) },
    status: { dockerImageRepository: '' },
  };
  return { stream, import: all ? repositoryImport(oc, options, stream, from) : tagsImport(oc, options, stream, [[options.tag, from]]) };
}

function importAll(oc: OcContext, options: ImageImportOptions, stream: ImageStream): ImageImportRequest {
  const current = stream.spec.dockerImageRepository ?? '';
  const from = options.from === '' ? current : options.from;
  if (from === '') {
    const external = (stream.spec.tags ?? []).filter((tag) => tag.from?.kind === 'DockerImage');
    if (external.length === 0) throw new OcError('image stream does not have tags pointing to external container images');
    return {
      stream,
      import: tagsImport(
        oc,
        options,
        stream,
        external.map((tag) => [tag.name, tag.from?.name ?? '']),
      ),
    };
  }
  if (from === current) return { stream, import: repositoryImport(oc, options, stream, from) };
  if (!options.confirm) {
    throw new OcError(
      current === ''
        ? 'the image stream does not currently import an entire Docker repository, pass --confirm to update'
        : `the image stream has a different import spec ${goQuote(current)}, pass --confirm to update`,
    );
  }
  const changed = { ...stream, spec: { ...stream.spec, dockerImageRepository: from } };
  return { stream: changed, import: repositoryImport(oc, options, changed, from) };
}

function importTag(oc: OcContext, options: ImageImportOptions, stream: ImageStream): ImageImportRequest {
  const followed = followTagReference(stream, options.tag);
  if (!followed.ok && followed.reason !== 'not-found') throw new OcError(unfollowable(options.tag, followed.reason));
  const { tag, reference } = followed.ok ? existingTag(options, followed) : newTag(options, stream);
  const tags = stream.spec.tags ?? [];
  const isKnown = tags.some(({ name }) => name === tag);
  const next = isKnown ? tags.map((each) => (each.name === tag ? reference : each)) : [...tags, reference];
  const changed = { ...stream, spec: { ...stream.spec, tags: next } };
  return { stream: changed, import: tagsImport(oc, options, changed, [[tag, reference.from?.name ?? '']]) };
}

interface ChosenTag {
  readonly tag: string;
  readonly reference: TagReference;
}

function unfollowable(tag: string, reason: 'circular' | 'cross-stream' | 'invalid'): string {
  if (reason === 'circular') return `tag ${goQuote(tag)} on the image stream is a reference to same tag`;
  if (reason === 'cross-stream') return `tag ${goQuote(tag)} points to an imagestreamtag from another ImageStream`;
  return `tag ${goQuote(tag)} points to an invalid imagestreamtag`;
}

function newTag({ tag, from: typed }: ImageImportOptions, stream: ImageStream): ChosenTag {
  const from = typed === '' && tag === 'latest' ? (stream.spec.dockerImageRepository ?? '') : typed;
  if (from === '') {
    throw new OcError(
      `the tag ${goQuote(tag)} does not exist on the image stream - choose an existing tag to import or use the 'tag' command to create a new tag`,
    );
  }
  // the client leaves the rest for the server to fill in
  const reference = {
    name: '',
    annotations: null,
    from: { kind: 'DockerImage', name: from },
    generation: null,
    importPolicy: {},
    referencePolicy: { type: '' },
  };
  return { tag, reference: reference as unknown as TagReference };
}

interface FollowedTag {
  readonly tag: string;
  readonly reference: TagReference;
  readonly multiple: boolean;
}

function existingTag({ tag, from }: ImageImportOptions, { tag: finalTag, reference, multiple }: FollowedTag): ChosenTag {
  const source = reference.from;
  const useTag = `use the 'tag' command if you want to change the source to ${goQuote(from)}`;
  if (!source) throw new OcError(`tag ${goQuote(tag)} already exists - you must ${useTag}`);
  const name = source.name ?? '';
  if (source.kind !== 'DockerImage') throw new OcError(`tag ${goQuote(tag)} points to existing ${source.kind} ${goQuote(name)}, it cannot be re-imported`);
  if (from !== '' && from !== name) {
    throw new OcError(
      multiple
        ? `the tag ${goQuote(tag)} points to the tag ${goQuote(finalTag)} which points to ${goQuote(name)} - ${useTag}`
        : `the tag ${goQuote(tag)} points to ${goQuote(name)} - ${useTag}`,
    );
  }
  return { tag: multiple ? finalTag : tag, reference: { ...reference, generation: 0 } };
}

const importObject = (
  { namespace }: OcContext,
  { dryRun }: ImageImportOptions,
  { metadata }: ImageStream,
  spec: Omit<ImageStreamImport['spec'], 'import'>,
): ImageStreamImport => ({
  apiVersion: imageApiVersion,
  kind: 'ImageStreamImport',
  metadata: {
    name: metadata.name,
    namespace,
    creationTimestamp: null,
    ...(metadata.resourceVersion !== undefined && { resourceVersion: metadata.resourceVersion }),
  },
  spec: { import: !dryRun, ...spec },
  status: {},
});

/** The flag wins over the stream's annotation. */
const isInsecure = ({ insecure }: ImageImportOptions, { metadata }: ImageStream) => insecure ?? metadata.annotations?.[insecureRepositoryAnnotation] === 'true';

function repositoryImport(oc: OcContext, options: ImageImportOptions, stream: ImageStream, from: string): ImageStreamImport {
  const { scheduled, importMode, referencePolicy } = options;
  const insecure = isInsecure(options, stream);
  return importObject(oc, options, stream, {
    repository: {
      from: { kind: 'DockerImage', name: from },
      importPolicy: { ...(insecure && { insecure }), ...(scheduled && { scheduled }), importMode },
      referencePolicy: { type: referencePolicy },
    },
  });
}

type TagAndSource = readonly [tag: string, from: string];

function tagsImport(oc: OcContext, options: ImageImportOptions, stream: ImageStream, tags: readonly TagAndSource[]): ImageStreamImport {
  const images = tags.map(([tag, from]): ImageImportSpec => {
    const old = specTag(stream, tag)?.importPolicy;
    const insecure = isInsecure(options, stream) || old?.insecure === true;
    const scheduled = options.scheduled || old?.scheduled === true;
    return {
      from: { kind: 'DockerImage', name: from },
      to: { name: tag },
      importPolicy: { ...(insecure && { insecure }), ...(scheduled && { scheduled }), importMode: options.importMode },
      referencePolicy: { type: options.referencePolicy },
    };
  });
  return importObject(oc, options, stream, { images });
}
