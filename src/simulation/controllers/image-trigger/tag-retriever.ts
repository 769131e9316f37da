import type { ImageStream } from '../../../api/image.ts';
import { splitImageStreamTag } from '../../../imageutil/image-stream-tag-name.ts';
import { resolveLatestTaggedImage } from '../../../imageutil/tag-references.ts';
import type { Lister } from '../controller.ts';
import { imageStreams } from '../targets.ts';

/** The pull spec that an image stream tag stands for now; undefined where it has no image. */
export type TagRetriever = (namespace: string, name: string) => string | undefined;

// openshift-controller-manager pkg/image/controller/trigger/image_trigger_controller.go tagRetriever.ImageStreamTag
export const tagRetriever =
  (lister: Lister): TagRetriever =>
  (namespace, nameAndTag) => {
    const { name, tag, ok } = splitImageStreamTag(nameAndTag);
    const stream = ok ? lister.get<ImageStream>(imageStreams, namespace, name) : undefined;
    return stream && resolveLatestTaggedImage(stream, tag);
  };
