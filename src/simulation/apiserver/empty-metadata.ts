import type { ObjectMeta } from '../../api/meta.ts';

const omitted = ['labels', 'annotations', 'ownerReferences', 'finalizers'] as const;

/** Metadata without empty maps and lists, which the API never writes (`omitempty` of metav1.ObjectMeta). */
export function withoutEmptyMetadata<T extends Partial<ObjectMeta>>(metadata: T): T {
  const empty = omitted.filter((field) => field in metadata && Object.keys(metadata[field] ?? {}).length === 0);
  if (empty.length === 0) return metadata;
  return Object.fromEntries(Object.entries(metadata).filter(([field]) => !(empty as readonly string[]).includes(field))) as T;
}
