import type { DockerImage, TagReference } from '../../api/image.ts';

/** The resources of the image API that `new-app` talks to. */
export const imageResources = {
  imageStreams: { group: 'image.openshift.io', version: 'v1', resource: 'imagestreams' },
  imageStreamTags: { group: 'image.openshift.io', version: 'v1', resource: 'imagestreamtags' },
  imageStreamImages: { group: 'image.openshift.io', version: 'v1', resource: 'imagestreamimages' },
  imageStreamImports: { group: 'image.openshift.io', version: 'v1', resource: 'imagestreamimports' },
} as const;

/** Is a word in the comma-separated `tags` annotation of a tag? (oc pkg/helpers/image HasAnnotationTag) */
export const hasAnnotationTag = (tag: TagReference, word: string): boolean => (tag.annotations?.tags ?? '').split(',').includes(word);

/** The first characters of an image's configuration digest (oc pkg/helpers/image ShortDockerImageID). */
export function shortImageId({ Id: id }: DockerImage, length = 7): string {
  return id.slice(id.indexOf(':') + 1).slice(0, length);
}
