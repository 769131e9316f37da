import type { ImageStream, NamedTagEventList } from '../../../api/image.ts';
import { sortStatusTags } from '../../../imageutil/tag-order.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { ago } from './relative-time.ts';

const preferredWidth = 40;

/** Columns of image streams. (openshift-apiserver image/printers printImageStream) */
export const imageStreamTable: TableConvertor = {
  columns: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Image Repository', type: 'string', priority: 0 },
    { name: 'Tags', type: 'string', priority: 0 },
    { name: 'Updated', type: 'string', priority: 0 },
  ],
  cells(object, now) {
    const { metadata, spec, status } = object as ImageStream;
    const tags = status?.tags ?? [];
    const latest = tags
      .map(({ items }) => items?.[0]?.created ?? '')
      .sort()
      .at(-1);
    const repository = status?.publicDockerImageRepository || spec?.dockerImageRepository || status?.dockerImageRepository || '';
    return [metadata.name, repository, tagsUpToWidth(tags), latest ? ago(latest, now) : ''];
  },
};

/** As many tags as fit, the newest first; a little over is allowed where it makes the edge less ragged. (printTagsUpToWidth) */
export function tagsUpToWidth(tags: readonly NamedTagEventList[]): string {
  const sorted = sortStatusTags(tags);
  const shown = sorted.slice(0, countThatFits(sorted));
  const hidden = sorted.length - shown.length;
  return hidden > 0 ? `${shown.join(',')} + ${hidden} more...` : shown.join(',');
}

function countThatFits(tags: readonly string[]): number {
  const margin = preferredWidth / 4;
  let remaining = preferredWidth;
  for (const [index, tag] of tags.entries()) {
    remaining -= tag.length + 1;
    if (remaining >= 0) continue;
    if (index === 0) return 1;
    const leavesRoom = margin < remaining + tag.length && margin >= -remaining;
    if (!leavesRoom) return index;
  }
  return tags.length;
}
