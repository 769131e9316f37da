import { deepEqual } from '../../../../api/deep-equal.ts';
import {
  dockerRepositoryCheckAnnotation,
  type EmbeddedImage,
  type ImageImportSpec,
  type ImageImportStatus,
  type ImageStream,
  type ImageStreamImport,
  imageApiVersion,
  imageGroup,
  preferArchAnnotation,
  preferOsAnnotation,
  type RepositoryImportStatus,
} from '../../../../api/image.ts';
import type { KubeObject } from '../../../../api/meta.ts';
import type { ResourceInfo } from '../../../../api/resource.ts';
import { conflict, invalid, notFound, StatusError } from '../../../../api/status.ts';
import { makeDockerKeyring } from '../../../../imageutil/docker-keyring.ts';
import { exact, tryParseImageReference } from '../../../../imageutil/image-reference.ts';
import { specTag } from '../../../../imageutil/tag-references.ts';
import { timestamp } from '../../../clock.ts';
import type { RequestContext, RestStorage } from '../../rest-storage.ts';
import { decodeImportPolicy, decodeObjectReference, fieldsOf, listOf, textOf, withDefaultImportMode } from '../image-stream/decode.ts';
import { createImageStreamWithStatus, emptyImageStream, findImageStream, updateImageStream } from '../image-stream/image-stream.ts';
import { isLimitExceeded } from '../image-stream/limits.ts';
import { pullSecrets } from '../image-stream/pull-secrets.ts';
import { isWrongLogin } from './import-errors.ts';
import { type ImportOptions, type ImportSurroundings, importImage, importRepository, type RegistryPolicy } from './importer.ts';
import { ensureSpecTag, imageToStore, recordFailure, recordRefusal, recordSuccess, type TagImport } from './record-import.ts';
import { validateImageStreamImport } from './validation.ts';

const kind = { group: imageGroup, kind: 'ImageStreamImport' } as const;

/** Asks registries for images and, where told to, keeps them in a stream. (openshift-apiserver registry/imagestreamimport/rest.go) */
export const imageStreamImportStorage = (info: ResourceInfo): RestStorage => ({ info, create: createImport });

function createImport(context: RequestContext, object: KubeObject): ImageStreamImport {
  const request = decodeImport(context, object);
  const errors = validateImageStreamImport(request);
  if (errors.length > 0) throw invalid(kind, request.metadata.name, errors);
  const found = requireUnchanged(object, findImageStream(context, request.metadata.name));
  const stream = found ?? emptyImageStream(context, request.metadata.name);
  const imported = runImport(context, request, stream);
  if (!request.spec.import || context.dryRun) return withoutManifests(imported);
  const stored = storeImages(context, imported);
  const next = withDefaultImportMode(recordAll(stored, stream, timestamp(context.clock.now())), context.config.importMode);
  return withoutManifests({ ...stored, status: { ...stored.status, import: writeStream(context, found, stream, next) } });
}

/** A request made for one state of a stream must not meet another. */
function requireUnchanged({ metadata }: KubeObject, stream: ImageStream | undefined): ImageStream | undefined {
  const resource = { group: imageGroup, resource: 'imagestream' };
  if (!stream) {
    if (metadata.resourceVersion || metadata.uid) throw notFound({ group: imageGroup, resource: 'imagestreamimports' }, metadata.name);
    return undefined;
  }
  const { resourceVersion, uid } = stream.metadata;
  if (metadata.resourceVersion && metadata.resourceVersion !== resourceVersion) {
    throw conflict(resource, metadata.name, `the image stream was updated from "${metadata.resourceVersion}" to "${resourceVersion}"`);
  }
  if (metadata.uid && metadata.uid !== uid) throw notFound(resource, metadata.name);
  return stream;
}

function runImport(context: RequestContext, request: ImageStreamImport, stream: ImageStream): ImageStreamImport {
  const now = timestamp(context.clock.now());
  const around = { registries: context.registries, keyring: makeDockerKeyring(pullSecrets(context)), now, policy: registryPolicy(context) };
  const { images, repository } = request.spec;
  const results = images && importImages(images, stream, around);
  const repositoryResult = repository && importRepository(repository.from.name ?? '', optionsOf(repository.importPolicy), around);
  return { ...request, status: { ...(results && { images: results }), ...(repositoryResult && { repository: repositoryResult }) } };
}

function registryPolicy({ store }: RequestContext): RegistryPolicy {
  const config = store.get({ group: 'config.openshift.io', resource: 'images' }, undefined, 'cluster');
  const { blockedRegistries, insecureRegistries } = fieldsOf(fieldsOf(config?.spec).registrySources);
  return { blocked: listOf(blockedRegistries).map(String), insecure: listOf(insecureRegistries).map(String) };
}

/** A wrong login is tried once more without any: what is public needs none. A second refusal is told in the words of the first. */
function importImages(images: readonly ImageImportSpec[], stream: ImageStream, around: ImportSurroundings): readonly ImageImportStatus[] {
  const attempt = (surroundings: ImportSurroundings) => images.map((image) => importOne(image, stream, surroundings));
  const first = attempt(around);
  if (!first.some(({ status }) => isWrongLogin(status))) return first;
  const second = attempt({ ...around, keyring: makeDockerKeyring([]) });
  return second.map((result, index) => (result.status.reason === 'Unauthorized' ? { ...result, status: (first[index] as ImageImportStatus).status } : result));
}

function importOne({ from, to, importPolicy }: ImageImportSpec, stream: ImageStream, around: ImportSurroundings): ImageImportStatus {
  const name = from.name ?? '';
  const annotations = specTag(stream, to?.name ?? tryParseImageReference(name)?.tag ?? '')?.annotations;
  const preferArch = annotations?.[preferArchAnnotation];
  const preferOs = annotations?.[preferOsAnnotation];
  return importImage(name, { ...optionsOf(importPolicy), ...(preferArch && { preferArch }), ...(preferOs && { preferOs }) }, around);
}

const optionsOf = (policy: ImageImportSpec['importPolicy']): ImportOptions => ({
  insecure: policy?.insecure ?? false,
  importMode: policy?.importMode ?? 'Legacy',
});

/** Images that go into a tag are kept, each once; the answer then carries them as they are kept. (createImages) */
function storeImages(context: RequestContext, request: ImageStreamImport): ImageStreamImport {
  const store = (image: EmbeddedImage) => storeImage(context, image);
  const keep = (result: ImageImportStatus): ImageImportStatus => {
    if (!result.image || result.status.status !== 'Success') return result;
    const manifests = result.manifests?.map(store);
    return { ...result, image: store(result.image), ...(manifests && { manifests }) };
  };
  const { images, repository } = request.status;
  const kept = images?.map((result, index) => (request.spec.images?.[index]?.to ? keep(result) : result));
  const keptRepository: RepositoryImportStatus | undefined = repository && {
    ...repository,
    ...(repository.images && { images: repository.images.map(keep) }),
  };
  return { ...request, status: { ...(kept && { images: kept }), ...(keptRepository && { repository: keptRepository }) } };
}

/** An image that is already there stays as it is; the answer shows it as if it were new. (imagecreater.go Create) */
function storeImage(context: RequestContext, image: EmbeddedImage): EmbeddedImage {
  const images = context.storage(imageGroup, 'images');
  const name = image.metadata.name ?? '';
  const known = context.store.get(images.info, undefined, name);
  const answered = known
    ? { ...imageToStore(image), metadata: { ...image.metadata, uid: context.identity.uid(), creationTimestamp: timestamp(context.clock.now()) } }
    : (images.create?.({ ...context, namespace: undefined }, imageToStore(image)) as KubeObject);
  const { apiVersion: _, kind: __, ...embedded } = answered as KubeObject;
  return embedded as EmbeddedImage;
}

/** Every result in its tag: what the repository gave first, then image after image. */
function recordAll({ spec, status }: ImageStreamImport, stream: ImageStream, now: string): ImageStream {
  const fromRepository = (status.repository?.images ?? []).reduce((current, result) => {
    const from = tryParseImageReference(spec.repository?.from.name ?? '');
    const tag = result.tag ?? '';
    if (!from || !spec.repository) return current;
    if (!result.image || result.status.status !== 'Success') return recordFailure(current, tag, result, now);
    return recordSuccess(current, tagImport(tag, exact({ ...from, id: '', tag }), spec.repository), result.image, now);
  }, stream);
  return (spec.images ?? []).reduce((current, image, index) => {
    const result = status.images?.[index];
    if (!image.to || !result) return current;
    const wanted = tagImport(image.to.name ?? '', image.from.name ?? '', image);
    if (!result.image || result.status.status !== 'Success') return ensureSpecTag(recordFailure(current, wanted.tag, result, now), wanted);
    return recordSuccess(current, wanted, result.image, now);
  }, fromRepository);
}

const tagImport = (tag: string, from: string, { importPolicy, referencePolicy }: Pick<ImageImportSpec, 'importPolicy' | 'referencePolicy'>): TagImport => ({
  tag,
  from,
  importPolicy: importPolicy ?? {},
  referencePolicy: referencePolicy ?? { type: 'Source' },
});

function writeStream(context: RequestContext, found: ImageStream | undefined, original: ImageStream, next: ImageStream): ImageStream {
  const now = timestamp(context.clock.now());
  const isChecked = original.metadata.annotations?.[dockerRepositoryCheckAnnotation] !== undefined;
  if (found && isChecked && deepEqual(original, next)) return original;
  const annotations = { ...next.metadata.annotations, [dockerRepositoryCheckAnnotation]: now };
  const checked = { ...next, metadata: { ...next.metadata, annotations } };
  try {
    return found ? updateImageStream(context, checked) : createImageStreamWithStatus(context, checked);
  } catch (error) {
    if (found && error instanceof StatusError && isLimitExceeded(error.message)) {
      updateImageStream(context, recordRefusal(original, next, error.status.reason ?? '', error.message, now));
    }
    throw error;
  }
}

/** Raw manifests are shown only to those who ask for them. */
function withoutManifests({ spec, status, ...rest }: ImageStreamImport): ImageStreamImport {
  const strip = (result: ImageImportStatus, include: boolean | undefined): ImageImportStatus => {
    if (include || !result.image) return result;
    const { dockerImageManifest: _, dockerImageConfig: __, apiVersion: ___, kind: ____, ...image } = result.image as KubeObject;
    return { ...result, image: image as unknown as EmbeddedImage };
  };
  const images = status.images?.map((result, index) => strip(result, spec.images?.[index]?.includeManifest));
  const listed = status.repository?.images?.map((result) => strip(result, spec.repository?.includeManifest));
  const repository = status.repository && { ...status.repository, ...(listed && { images: listed }) };
  return { ...rest, spec, status: { ...status, ...(images && { images }), ...(repository && { repository }) } } as ImageStreamImport;
}

/** The request with its defaults; whatever was sent as status is dropped. */
function decodeImport(context: RequestContext, object: KubeObject): ImageStreamImport {
  const spec = fieldsOf(object.spec);
  const images = listOf(spec.images).map((image) => decodeSource(context, image, true));
  const repository = spec.repository ? decodeSource(context, spec.repository, false) : undefined;
  const { namespace, identity, clock } = context;
  const { name, resourceVersion: _, ...metadata } = object.metadata;
  return {
    apiVersion: imageApiVersion,
    kind: 'ImageStreamImport',
    metadata: { ...metadata, name, ...(namespace !== undefined && { namespace }), uid: identity.uid(), creationTimestamp: timestamp(clock.now()) },
    spec: { import: spec.import === true, ...(repository && { repository }), ...(images.length > 0 && { images }) },
    status: {},
  };
}

/** A tag that is named in the source is the target where none is given. (image/v1 SetDefaults_ImageImportSpec) */
function decodeSource(context: RequestContext, input: unknown, withTarget: boolean): ImageImportSpec {
  const fields = fieldsOf(input);
  const from = decodeObjectReference(fields.from);
  const policy = decodeImportPolicy(fields.importPolicy);
  const ownTag = withTarget && !fields.to ? tryParseImageReference(from.name ?? '')?.tag : undefined;
  const to = fields.to ? { name: textOf(fieldsOf(fields.to).name) } : ownTag ? { name: ownTag } : undefined;
  return {
    from,
    ...(withTarget && to && { to }),
    importPolicy: { ...policy, importMode: policy.importMode ?? context.config.importMode },
    referencePolicy: { type: (textOf(fieldsOf(fields.referencePolicy).type) || 'Source') as 'Source' | 'Local' },
    ...(fields.includeManifest === true && { includeManifest: true }),
  };
}
