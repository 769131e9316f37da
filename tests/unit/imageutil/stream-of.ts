import type { ImageStream, TagEvent, TagReference } from '../../../src/api/image.ts';

const repository = 'registry:5000/ns/stream';

/** An image stream for tests: spec tags by name, and histories by tag, newest first. */
export function streamOf(
  tags: Readonly<Record<string, Partial<TagReference>>>,
  history: Readonly<Record<string, readonly Partial<TagEvent>[]>> = {},
  metadata: Partial<ImageStream['metadata']> = {},
): ImageStream {
  return {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStream',
    metadata: { name: 'stream', namespace: 'ns', generation: 1, ...metadata },
    spec: {
      lookupPolicy: { local: false },
      tags: Object.entries(tags)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, tag]) => ({
          name,
          annotations: null,
          generation: 1,
          importPolicy: { importMode: 'Legacy' },
          referencePolicy: { type: 'Source' },
          ...tag,
        })),
    },
    status: {
      dockerImageRepository: repository,
      tags: Object.entries(history).map(([tag, events]) => ({ tag, items: events.map(eventOf) })),
    },
  };
}

/** A tag event with everything it needs. */
export const eventOf = (event: Partial<TagEvent>): TagEvent => ({
  created: '2026-01-01T00:00:00Z',
  dockerImageReference: `${repository}@${event.image ?? ''}`,
  image: '',
  generation: 1,
  ...event,
});

/** The images of a tag's history, newest first, as `image#generation`. */
export const historyOf = (stream: ImageStream, tag: string): readonly string[] =>
  (stream.status.tags?.find((list) => list.tag === tag)?.items ?? []).map(
    ({ image, generation, dockerImageReference }) => `${image || dockerImageReference}#${generation}`,
  );
