import { deepEqual } from '../../../../api/deep-equal.ts';
import type { ImageStream, TagEvent, TagReference } from '../../../../api/image.ts';
import { specTag } from '../../../../imageutil/tag-references.ts';

/** Has a spec tag changed in a way that asks for a new look at its image? (strategy.go tagRefChanged) */
export function tagReferenceChanged(old: TagReference, next: TagReference, streamNamespace: string | undefined): boolean {
  if (!next.from || (!next.from.kind && !next.from.name)) return false;
  if ((old.from?.namespace || streamNamespace) !== (next.from.namespace || streamNamespace)) return true;
  if ((old.from?.name ?? '') !== (next.from.name ?? '')) return true;
  if ((old.reference ?? false) !== (next.reference ?? false)) return true;
  if (old.importPolicy.importMode !== next.importPolicy.importMode) return true;
  return old.generation !== null && next.generation === 0 && old.generation !== 0;
}

/** The generation of a new stream is 1, that of each of its tags too. */
export function withFirstGeneration(stream: ImageStream): ImageStream {
  const tags = stream.spec.tags?.map((tag) => ({ ...tag, generation: 1 }));
  return { ...stream, metadata: { ...stream.metadata, generation: 1 }, spec: tags ? { ...stream.spec, tags } : stream.spec };
}

/**
 * The generation moves when the spec changes; changed tags take it over. A writer sets a tag's generation to 0 to ask for a new import,
 * any other figure is put back. (strategy.go prepareForUpdate, updateSpecTagGenerationsForUpdate, ensureSpecTagGenerationsAreSet)
 */
export function withNextGeneration(stream: ImageStream, old: ImageStream): ImageStream {
  const kept = mapTags(stream, (tag) => {
    const before = specTag(old, tag.name);
    return tag.generation === 0 || !before ? tag : { ...tag, generation: before.generation };
  });
  const before = old.metadata.generation ?? 0;
  const generation = before === 0 || !deepEqual(old.spec, kept.spec) ? before + 1 : before;
  const numbered = mapTags(kept, (tag) => {
    const previous = specTag(old, tag.name);
    const isStale = !previous || tagReferenceChanged(previous, tag, stream.metadata.namespace) || !tag.generation;
    return isStale ? { ...tag, generation } : tag;
  });
  return { ...numbered, metadata: { ...numbered.metadata, generation } };
}

/** Gives status items without a generation the one they have seen. (strategy.go updateObservedGenerationForStatusUpdate) */
export function withObservedGenerations(stream: ImageStream, old: ImageStream): ImageStream {
  const tags = stream.status.tags?.map((list) => {
    const [newest, ...rest] = list.items ?? [];
    if (newest?.generation !== 0) return list;
    const before = old.status.tags?.find(({ tag }) => tag === list.tag)?.items?.[0];
    const asked = before && eventChanged(before, newest) ? specTag(stream, list.tag)?.generation : undefined;
    return { ...list, items: [{ ...newest, generation: asked ?? stream.metadata.generation ?? 0 }, ...rest] };
  });
  return tags ? { ...stream, status: { ...stream.status, tags } } : stream;
}

const eventChanged = (old: TagEvent, next: TagEvent) =>
  old.image !== next.image || old.dockerImageReference !== next.dockerImageReference || old.generation > next.generation;

function mapTags(stream: ImageStream, change: (tag: TagReference) => TagReference): ImageStream {
  const { tags } = stream.spec;
  return tags ? { ...stream, spec: { ...stream.spec, tags: tags.map(change) } } : stream;
}
