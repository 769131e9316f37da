import { tryParseImageReference } from '../../../../imageutil/image-reference.ts';

/** The tag an image name means: `latest` where it has neither tag nor digest, undefined where it is pinned or no name at all. */
// kubernetes pkg/util/parsers ParseImageName
export function tagOf(image: string): string | undefined {
  const reference = tryParseImageReference(image);
  if (!reference) return undefined;
  return reference.tag || (reference.id === '' ? 'latest' : undefined);
}
