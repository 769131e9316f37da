import { spokenDuration } from '../api/human-duration.ts';
import { instantOf } from '../oc/describers/go-time.ts';
import { configOf, idOf, sizeOf } from './container-image.ts';
import { splitName } from './image-names.ts';
import type { LocalImage } from './local-images.ts';

/** One line of `images`: a name of an image. The fields are those of `--format`. */
export interface ImageRow {
  readonly Repository: string;
  readonly Tag: string;
  readonly ID: string;
  readonly Digest: string;
  readonly CreatedSince: string;
  readonly CreatedAt: string;
  readonly Size: string;
}

/** A row for each name of each image. */
export function imageRows(
  images: readonly LocalImage[],
  now: number,
  { spaced, truncated }: { readonly spaced: boolean; readonly truncated: boolean },
): readonly ImageRow[] {
  return images.flatMap((image) => {
    const { created } = configOf(image);
    const names = image.names.length > 0 ? image.names : ['<none>:<none>'];
    return names.map((name) => {
      const { repository, tag } = splitName(name);
      return {
        Repository: repository,
        Tag: tag,
        ID: truncated ? idOf(image).slice(0, 12) : `sha256:${idOf(image)}`,
        Digest: image.manifest.digest,
        CreatedSince: `${spokenDuration(now - instantOf(created))} ago`,
        CreatedAt: created,
        Size: sizeText(sizeOf(image), spaced),
      };
    });
  });
}

/** Decimal units with three digits: `123 MB` (docker/go-units HumanSizeWithPrecision). */
export function sizeText(bytes: number, spaced: boolean): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${Number(size.toPrecision(3))}${spaced ? ' ' : ''}${units[unit]}`;
}

/** `reference=custom-server*` and `dangling=true`. */
export function matchesFilters(row: ImageRow, filters: readonly string[]): boolean {
  return filters.every((filter) => {
    const [key = '', ...rest] = filter.split('=');
    const value = rest.join('=');
    if (key === 'dangling') return (row.Repository === '<none>') === (value === 'true');
    if (key === 'reference') return matchesReference(row, value);
    return true;
  });
}

function matchesReference({ Repository, Tag }: ImageRow, pattern: string): boolean {
  const expression = new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
  const parts = Repository.split('/');
  const tails = parts.map((_, index) => parts.slice(index).join('/'));
  return tails.some((tail) => expression.test(tail) || expression.test(`${tail}:${Tag}`));
}
