import { localNames, parseName } from '../containers/image-names.ts';
import { findImage, type LocalImage, type LocalImages } from '../containers/local-images.ts';
import { exact } from '../imageutil/image-reference.ts';

/** The local image that a text names, and the full name it was found under ('' for an ID). */
export function localImage(images: LocalImages, text: string): { readonly image: LocalImage; readonly name: string } | undefined {
  const typed = text.replace(/^(containers-storage|docker-daemon):/, '');
  if (/^(sha256:)?[0-9a-f]{64}$/.test(typed)) return findImage(images, [], typed);
  const reference = parseName(typed);
  const byDigest = reference.id === '' ? [] : [exact({ ...reference, tag: '' })];
  return findImage(images, [...localNames(reference), ...byDigest], typed);
}
