import type { DockerImage, ImageStream } from '../../api/image.ts';
import type { ObjectReference } from '../../api/meta.ts';
import { exact, type ImageReference, imageReference, tryParseImageReference } from '../../imageutil/image-reference.ts';
import { joinImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { latestTaggedImage } from '../../imageutil/tag-events.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { ComponentMatch } from './component-match.ts';

/** An image as generated objects refer to it (oc pkg/helpers/newapp/app/imageref.go ImageRef). */
export interface ImageRef {
  readonly reference: ImageReference;
  readonly asImageStream: boolean;
  /** A build will put it there. */
  readonly output: boolean;
  readonly insecure: boolean;
  /** The server can import the one tag. */
  readonly tagDirectly: boolean;
  /** Name of the image stream that is made for it. */
  readonly objectName: string;
  readonly importMode: string;
  /** The image stream that exists already. */
  readonly stream?: ImageStream | undefined;
  readonly info?: DockerImage | undefined;
}

const newImageRef: Omit<ImageRef, 'reference'> = { asImageStream: false, output: false, insecure: false, tagDirectly: false, objectName: '', importMode: '' };

/** (imagestreamlookup.go InputImageFromMatch) */
export function imageRefOfMatch(match: ComponentMatch): ImageRef {
  const { imageStream, dockerImage, directTag = false, importMode = '', insecure = false, localOnly = false } = match;
  if (imageStream) {
    const reference = streamReference(imageStream, match.imageTag ?? '');
    return { ...newImageRef, reference, stream: imageStream, tagDirectly: directTag, asImageStream: true, info: dockerImage, importMode };
  }
  const reference = tryParseImageReference(match.value);
  if (!reference) throw new OcError(`can't include ${goQuote(match.value)}: invalid reference format`);
  if (!dockerImage) return { ...newImageRef, reference };
  return { ...newImageRef, reference, tagDirectly: directTag, asImageStream: !localOnly, info: dockerImage, insecure, importMode };
}

/** What a build named `name` puts out. */
export const outputImageRef = (reference: ImageReference, asImageStream: boolean, input: ImageRef | undefined): ImageRef => ({
  ...newImageRef,
  reference,
  asImageStream,
  output: true,
  info: input?.info,
  importMode: input?.importMode ?? '',
});

function streamReference(stream: ImageStream, tag: string): ImageReference {
  const pullSpec = stream.status.dockerImageRepository || latestTaggedImage(stream, tag)?.dockerImageReference || '';
  const reference = tryParseImageReference(pullSpec) ?? imageReference({ name: stream.metadata.name });
  return { ...reference, tag: tag || reference.tag || 'latest' };
}

/** The name it would give to objects; undefined where it has none. */
export function suggestImageName(ref: ImageRef | undefined): string | undefined {
  const name = ref && (ref.stream?.metadata.name ?? (ref.objectName || ref.reference.name));
  const valid = name
    ?.replace(/[^a-zA-Z0-9-]/g, '-')
    .slice(0, 253)
    .replace(/^-+|-+$/g, '');
  return valid || undefined;
}

export const internalTag = (ref: ImageRef): string => ref.reference.tag || 'latest';

export const pullSpec = (ref: ImageRef): string => exact(ref.reference);

/** How triggers and builds refer to it. */
export function objectReference(ref: ImageRef): ObjectReference {
  const { stream } = ref;
  if (stream) return { kind: 'ImageStreamTag', name: joinImageStreamTag(stream.metadata.name, ref.reference.tag), namespace: stream.metadata.namespace ?? '' };
  if (ref.asImageStream) return { kind: 'ImageStreamTag', name: joinImageStreamTag(suggestImageName(ref) ?? '', internalTag(ref)) };
  return { kind: 'DockerImage', name: pullSpec(ref) };
}

/** The tag of an image stream that would be made for it. */
export function trackedTag(ref: ImageRef | undefined): string | undefined {
  if (!ref || ref.stream || !ref.asImageStream) return undefined;
  return objectReference(ref).name;
}
