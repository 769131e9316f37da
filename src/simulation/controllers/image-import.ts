import type { ApiClient } from '../../api/client.ts';
import {
  dockerRepositoryCheckAnnotation,
  type ImageImportSpec,
  type ImageStream,
  type ImageStreamImport,
  imageApiVersion,
  imageGroup,
  insecureRepositoryAnnotation,
  type TagReference,
} from '../../api/image.ts';
import { StatusError } from '../../api/status.ts';
import { latestObservedTagGeneration } from '../../imageutil/tag-events.ts';
import type { Controller } from './controller.ts';

const imageStreams = { group: imageGroup, resource: 'imagestreams' } as const;
const imageStreamImports = { group: imageGroup, version: 'v1', resource: 'imagestreamimports' } as const;

/** Imports spec tags that ask for something newer than their status has seen. (openshift-controller-manager image/controller/imagestream_controller.go) */
export const imageImportController: Controller = {
  name: 'openshift.io/image-import',
  user: 'system:serviceaccount:openshift-infra:image-import-controller',
  watches: [{ resource: imageStreams, keys: ({ type, object }) => (type === 'DELETED' ? [] : [`${object.metadata.namespace}/${object.metadata.name}`]) }],
  reconcile(key, { client, lister }) {
    const [namespace, name = ''] = key.split('/');
    const stream = lister.get<ImageStream>(imageStreams, namespace, name);
    return stream && importStream(stream, client) === 'conflict' ? { requeueAfterMs: 100, pace: 'prompt' } : undefined;
  },
};

/** Asks the API for what the stream lacks. A refusal is the stream's business: it is noted there, and the next change brings the key back. (handleImageStream) */
export function importStream(stream: ImageStream, client: ApiClient): 'done' | 'conflict' {
  const request = importRequest(stream);
  if (!request) return 'done';
  try {
    client.create(imageStreamImports, stream.metadata.namespace, request);
    return 'done';
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return error.status.reason === 'Conflict' ? 'conflict' : 'done';
  }
}

/** Can this controller import the tag at all? (tagImportable) */
export const isTagImportable = ({ from, reference }: TagReference): boolean => from?.kind === 'DockerImage' && !reference;

function importRequest(stream: ImageStream): ImageStreamImport | undefined {
  const need = importNeed(stream);
  if (need === 'none') return undefined;
  const wanted = (stream.spec.tags ?? []).filter((tag) => isTagImportable(tag) && (need === 'whole' || tagNeedsImport(stream, tag, true)));
  const images = wanted.map(
    ({ name, from, importPolicy, referencePolicy }): ImageImportSpec => ({
      from: { kind: 'DockerImage', name: from?.name ?? '' },
      to: { name },
      importPolicy,
      referencePolicy,
    }),
  );
  const repository = need === 'whole' ? stream.spec.dockerImageRepository : undefined;
  if (images.length === 0 && !repository) return undefined;
  const { name, namespace, resourceVersion, uid } = stream.metadata;
  const insecure = stream.metadata.annotations?.[insecureRepositoryAnnotation] === 'true';
  return {
    apiVersion: imageApiVersion,
    kind: 'ImageStreamImport',
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...(resourceVersion !== undefined && { resourceVersion }),
      ...(uid !== undefined && { uid }),
    },
    spec: {
      import: true,
      ...(images.length > 0 && { images }),
      ...(repository && { repository: { from: { kind: 'DockerImage', name: repository }, ...(insecure && { importPolicy: { insecure } }) } }),
    },
    status: {},
  };
}

/** A stream that was never checked is imported as a whole where it follows a repository, otherwise tag by tag. (needsImport) */
function importNeed(stream: ImageStream): 'none' | 'tags' | 'whole' {
  const tags = stream.spec.tags ?? [];
  if (!stream.metadata.annotations?.[dockerRepositoryCheckAnnotation]) {
    if (stream.spec.dockerImageRepository) return 'whole';
    if (tags.some(isTagImportable)) return 'tags';
  }
  return tags.some((tag) => tagNeedsImport(stream, tag, false)) ? 'tags' : 'none';
}

function tagNeedsImport(stream: ImageStream, tag: TagReference, whenGenerationIsMissing: boolean): boolean {
  if (!isTagImportable(tag)) return false;
  if (tag.generation === null) return whenGenerationIsMissing;
  return tag.generation > latestObservedTagGeneration(stream, tag.name);
}
