import { dockerRepositoryCheckAnnotation, type ImageStream, imageGroup, type TagReference } from '../../api/image.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import { statusTag } from '../../imageutil/tag-events.ts';
import type { Controller } from './controller.ts';
import { importStream, isTagImportable } from './image-import.ts';

const imageStreams = { group: imageGroup, resource: 'imagestreams' } as const;

/** Imports scheduled tags again and again, counted from the stream's last check. (openshift-controller-manager image/controller/scheduled_image_controller.go) */
export function scheduledImportController(intervalSeconds: number): Controller {
  const interval = intervalSeconds * 1000;
  return {
    name: 'openshift.io/image-import-scheduled',
    user: 'system:serviceaccount:openshift-infra:image-import-controller',
    watches: [{ resource: imageStreams, keys: ({ type, object }) => (type === 'DELETED' ? [] : [`${object.metadata.namespace}/${object.metadata.name}`]) }],
    reconcile(key, { client, lister, clock }) {
      const [namespace, name = ''] = key.split('/');
      const find = () => lister.get<ImageStream>(imageStreams, namespace, name);
      const stream = find();
      if (!stream || !needsScheduling(stream)) return undefined;
      if (isDue(clock.now() - lastCheck(stream), interval)) importStream(withScheduledTagsReset(stream), client);
      const elapsed = clock.now() - lastCheck(find() ?? stream);
      return { requeueAfterMs: interval - (elapsed % interval), pace: 'background' };
    },
  };
}

/** How late a round may begin, where time moved on in one step. */
const lateness = 5000;

const isDue = (elapsed: number, interval: number) => elapsed >= interval && elapsed % interval < Math.min(lateness, interval);

const lastCheck = ({ metadata }: ImageStream) => Date.parse(metadata.annotations?.[dockerRepositoryCheckAnnotation] ?? metadata.creationTimestamp ?? '') || 0;

/** Has the stream any tag that is to follow its source? (needsScheduling) */
const needsScheduling = (stream: ImageStream) => (stream.spec.tags ?? []).some((tag) => isScheduled(stream, tag));

/** A digest never means anything else: it is tried until it was imported once. */
function isScheduled(stream: ImageStream, tag: TagReference): boolean {
  if (!isTagImportable(tag) || !tag.importPolicy.scheduled) return false;
  const reference = tryParseImageReference(tag.from?.name ?? '');
  return reference !== undefined && (reference.id === '' || !isImported(stream, tag));
}

const isImported = (stream: ImageStream, { name, generation }: TagReference) =>
  generation !== null && statusTag(stream, name)?.items?.[0]?.generation === generation;

/** The stream as if its scheduled tags had just been asked for. (resetScheduledTags) */
function withScheduledTagsReset(stream: ImageStream): ImageStream {
  const next = (stream.metadata.generation ?? 0) + 1;
  const tags = (stream.spec.tags ?? []).map((tag) => (isScheduled(stream, tag) ? { ...tag, generation: next } : tag));
  return { ...stream, spec: { ...stream.spec, tags } };
}
