import type { KubeObject } from '../../api/meta.ts';
import { exact } from '../../imageutil/image-reference.ts';
import { joinImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { type ImageRef, internalTag, pullSpec, suggestImageName } from './image-ref.ts';

/** The image stream behind an image: the one that exists, or one to be created (oc pkg/helpers/newapp/app/imageref.go ImageStream). */
export function imageStreamFor(ref: ImageRef): KubeObject {
  if (ref.stream) return ref.stream;
  const tags = ref.output || !ref.tagDirectly ? undefined : [tagReference(ref, { annotations: importedFrom(ref) })];
  const repository = ref.output || ref.tagDirectly ? undefined : exact({ ...ref.reference, tag: '', id: '' });
  return {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStream',
    metadata: { name: nameOf(ref), creationTimestamp: null },
    spec: { ...(repository !== undefined && { dockerImageRepository: repository }), lookupPolicy: { local: false }, ...(tags && { tags }) },
    status: { dockerImageRepository: '' },
  };
}

/** One tag for a stream that exists already (ImageStreamTag). */
export function imageStreamTagFor(ref: ImageRef): KubeObject {
  const namespace = ref.stream?.metadata.namespace;
  return {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamTag',
    metadata: {
      name: joinImageStreamTag(nameOf(ref), ref.reference.tag),
      ...(namespace !== undefined && { namespace }),
      annotations: importedFrom(ref),
      creationTimestamp: null,
    },
    tag: tagReference(ref, { annotations: null }),
    generation: 0,
    lookupPolicy: { local: false },
    image: {
      metadata: { creationTimestamp: null },
      dockerImageMetadata: null,
      dockerImageLayers: null,
    },
  };
}

const importedFrom = (ref: ImageRef) => ({ 'openshift.io/imported-from': exact(ref.reference) });

function tagReference(ref: ImageRef, { annotations }: { readonly annotations: Readonly<Record<string, string>> | null }) {
  return {
    name: internalTag(ref),
    annotations,
    from: { kind: 'DockerImage', name: pullSpec(ref) },
    generation: null,
    importPolicy: { ...(ref.insecure && { insecure: true }), ...(ref.importMode !== '' && { importMode: ref.importMode }) },
    referencePolicy: { type: '' },
  };
}

function nameOf(ref: ImageRef): string {
  const name = suggestImageName(ref);
  if (name === undefined) throw new OcError(`unable to suggest an ImageStream name for ${goQuote(exact(ref.reference))}`);
  return name;
}
