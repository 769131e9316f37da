import type { KubeObject } from '../../api/meta.ts';
import type { Predicate } from '../evidence.ts';
import { newestImages } from './image-streams.ts';

interface Image extends KubeObject {
  readonly dockerImageMetadata?: { readonly Config?: { readonly Labels?: Readonly<Record<string, string>> } };
}

const resource = { group: 'image.openshift.io', resource: 'images' };

/** Has the image that the tag points to now this label? It tells one build from another. */
export const tagHasLabel =
  (stream: string, tag: string, label: string, value: string): Predicate =>
  (evidence) => {
    const [digest = ''] = newestImages(evidence, stream, tag);
    const image = evidence.state.get(resource, undefined, digest) as Image | undefined;
    return image?.dockerImageMetadata?.Config?.Labels?.[label] === value;
  };
