import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import type { Evidence, Predicate } from '../evidence.ts';
import { digestsOf } from './registry-images.ts';
import { streamTag } from './stream-tags.ts';

/** Has the registry by now another image under this name than the tag? An image that only a login shows counts as another one. */
export const tagIsBehind =
  (stream: string, tag: string, source: string): Predicate =>
  (evidence) => {
    const digests = digestsByName(evidence, source);
    return streamTag(stream, tag).exists(evidence) && !digests.some((digest) => streamTag(stream, tag).holdsDigest(digest)(evidence));
  };

function digestsByName(evidence: Evidence, source: string): readonly string[] {
  const reference = tryParseImageReference(source);
  if (!reference) return [];
  const { registry: host, namespace, name, tag } = reference;
  const repository = namespace === '' ? name : `${namespace}/${name}`;
  return digestsOf(evidence, { host, repository, tag: tag === '' ? 'latest' : tag });
}
