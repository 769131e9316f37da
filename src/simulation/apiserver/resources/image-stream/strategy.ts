import { type ImageStream, imageGroup } from '../../../../api/image.ts';
import { type FieldError, invalid } from '../../../../api/status.ts';
import { imageReference, imageReferenceString } from '../../../../imageutil/image-reference.ts';
import { timestamp } from '../../../clock.ts';
import { forbiddenField } from '../../object-meta-validation.ts';
import type { RequestContext, Strategy } from '../../rest-storage.ts';
import { decodeImageStream, withDefaultImportMode } from './decode.ts';
import { withFirstGeneration, withNextGeneration, withObservedGenerations } from './generations.ts';
import { exceededLimits } from './limits.ts';
import { recordTagChanges, type TagChanges } from './record-tag-changes.ts';
import { verifyTags } from './tag-verifier.ts';
import { validateImageStream, validateImageStreamName, validateStatusReferences } from './validation.ts';

/** How people write image streams: spec and metadata are theirs, status is the server's. (openshift-apiserver registry/imagestream/strategy.go) */
export const imageStreamStrategy: Strategy<ImageStream> = {
  setDefaults: decodeImageStream,
  validateName: validateImageStreamName,
  requiresResourceVersion: true,
  prepareForCreate: (stream, context) => prepareForCreate({ ...stream, status: { dockerImageRepository: '' } }, context),
  prepareForUpdate: (next, old, context) => prepareForUpdate({ ...next, status: old.status }, old, context),
  validate: (stream, context) => validate(stream, undefined, context),
  validateUpdate: (next, old, context) => validate(next, old, context),
  status: {
    prepareForUpdate: (next, old, context) => prepareForStatusUpdate(next, old, context),
    validateUpdate: (next, old, context) => validateStatus(next, old, context),
  },
  decorate: (stream, { config }) => (isNamed(stream, config.externalRegistryHostname) ? stream : withRepositories(stream, { config })),
  selectableFields: ({ spec, status }) => ({
    'spec.dockerImageRepository': spec.dockerImageRepository ?? '',
    'status.dockerImageRepository': status.dockerImageRepository,
  }),
};

/** How the server itself writes them, for imports and for tags as resources of their own: status goes along. (InternalStrategy) */
export const internalImageStreamStrategy: Strategy<ImageStream> = { ...imageStreamStrategy, prepareForCreate, prepareForUpdate };

function prepareForCreate(stream: ImageStream, context: RequestContext): ImageStream {
  const completed = withFirstGeneration(withRepositories(withDefaultImportMode(stream, context.config.importMode), context));
  return tagChanges(completed, undefined, context).stream;
}

function prepareForUpdate(next: ImageStream, old: ImageStream, context: RequestContext): ImageStream {
  const completed = withRepositories(withDefaultImportMode(withoutEmptyTags(next), context.config.importMode), context);
  return tagChanges(withNextGeneration(completed, old), old, context).stream;
}

/** Status updates keep the tags and the repository of the spec. (StatusStrategy.PrepareForUpdate) */
function prepareForStatusUpdate(next: ImageStream, old: ImageStream, context: RequestContext): ImageStream {
  const decoded = decodeImageStream(next);
  const { tags: _, dockerImageRepository: __, ...spec } = decoded.spec;
  const { tags, dockerImageRepository } = old.spec;
  const kept = { ...decoded, spec: { ...spec, ...(dockerImageRepository !== undefined && { dockerImageRepository }), ...(tags && { tags }) } };
  return withRepositories(withObservedGenerations(kept, old), context);
}

function validate(stream: ImageStream, old: ImageStream | undefined, context: RequestContext): readonly FieldError[] {
  const refusal = tagsOrLimitsRefused(stream, old, context);
  const refused: readonly FieldError[] = refusal === undefined ? [] : [{ field: '[]', reason: 'InternalError', message: `Internal error: ${refusal}` }];
  return [...refused, ...validateImageStream(stream)];
}

function validateStatus(next: ImageStream, old: ImageStream, context: RequestContext): readonly FieldError[] {
  const exceeded = exceededLimits(next, context);
  return [...(exceeded === undefined ? [] : [forbiddenField('imageStream', exceeded)]), ...validateStatusReferences(next, old)];
}

// strategy.go validateTagsAndLimits
function tagsOrLimitsRefused(stream: ImageStream, old: ImageStream | undefined, context: RequestContext): string | undefined {
  const errors = [...verifyTags(stream, old, context), ...tagChanges(stream, old, context).errors];
  if (errors.length > 0) return invalid({ group: '', kind: 'imagestreams' }, stream.metadata.name, errors).message;
  return exceededLimits(stream, context);
}

/** Preparing a stream already recorded its changes; recording them once more only finds the errors again. */
function tagChanges(stream: ImageStream, old: ImageStream | undefined, context: RequestContext): TagChanges {
  return recordTagChanges(stream, old, {
    now: timestamp(context.clock.now()),
    internalRegistryHostname: context.config.internalRegistryHostname,
    findStream: (namespace, name) => context.store.get({ group: imageGroup, resource: 'imagestreams' }, namespace, name) as ImageStream | undefined,
  });
}

/** Does the stream say where it is outside as the cluster does now? */
const isNamed = ({ status }: ImageStream, external = '') =>
  external === '' ? status.publicDockerImageRepository === undefined : status.publicDockerImageRepository?.startsWith(`${external}/`) === true;

/** Where the cluster's own registry keeps the stream, inside and, if it has a route, outside. */
function withRepositories(stream: ImageStream, { config }: Pick<RequestContext, 'config'>): ImageStream {
  const { name, namespace = '' } = stream.metadata;
  const at = (registry: string) => imageReferenceString(imageReference({ registry, namespace, name }));
  const { publicDockerImageRepository: _, ...status } = stream.status;
  return {
    ...stream,
    status: {
      ...status,
      dockerImageRepository: at(config.internalRegistryHostname),
      ...(config.externalRegistryHostname !== undefined && { publicDockerImageRepository: at(config.externalRegistryHostname) }),
    },
  };
}

function withoutEmptyTags(stream: ImageStream): ImageStream {
  const tags = stream.status.tags?.filter(({ items, conditions }) => items?.length || conditions?.length);
  const { tags: _, ...status } = stream.status;
  return { ...stream, status: tags?.length ? { ...status, tags } : status };
}
