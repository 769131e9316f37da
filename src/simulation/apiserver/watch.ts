import type { KubeObject } from '../../api/meta.ts';
import type { WatchEvent, WatchStream } from '../../api/request.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import type { ChangeRecord, Store } from '../store.ts';

export type ObjectEvent = WatchEvent<KubeObject> & { /** When it happened; undefined for what was there at the start. */ readonly time?: string };

/** What a watch looks at. */
export interface Watched {
  readonly store: Store;
  readonly info: ResourceInfo;
  readonly namespace: string | undefined;
  /** The request's resourceVersion. */
  readonly from: string | undefined;
  selects(object: KubeObject): boolean;
}

/** Events from the change log (apiserver pkg/storage/cacher): each call reads on where the one before ended, so a watch costs what happens and no more. */
export function watchChanges({ store, info, namespace, from, selects }: Watched): { next(): readonly ObjectEvent[] } {
  const isFromStart = from === undefined || from === '' || from === '0';
  let initial: readonly ObjectEvent[] = isFromStart
    ? store
        .list(info, namespace)
        .filter(selects)
        .map((object) => ({ type: 'ADDED', object }))
    : [];
  let at = isFromStart ? store.changes.length : firstAfter(store.changes, Number(from));
  const isOurs = ({ resource, object }: ChangeRecord) =>
    resource.resource === info.resource && resource.group === info.group && (namespace === undefined || object.metadata.namespace === namespace);
  return {
    next() {
      const events: ObjectEvent[] = [...initial];
      initial = [];
      for (; at < store.changes.length; at++) {
        const change = store.changes[at] as ChangeRecord;
        const event = isOurs(change) ? eventOf(change, selects) : undefined;
        if (event) events.push(event);
      }
      return events;
    },
  };
}

/** Objects come into the selection and leave it again (cacher.go convertToWatchEvent). */
function eventOf({ type, object, previous, resourceVersion, time }: ChangeRecord, selects: Watched['selects']): ObjectEvent | undefined {
  const is = type !== 'DELETED' && selects(object);
  const was = previous !== undefined && selects(previous);
  if (is) return { type: was ? 'MODIFIED' : 'ADDED', object, time };
  if (!was) return undefined;
  // what is gone is sent as it was last, with the version of its going
  return { type: 'DELETED', object: { ...previous, metadata: { ...previous.metadata, resourceVersion: String(resourceVersion) } }, time };
}

/** The log is in order of versions. */
function firstAfter(changes: readonly ChangeRecord[], resourceVersion: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as ChangeRecord).resourceVersion <= resourceVersion) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Events of a resource that is drawn from others', such as projects from namespaces: what differs from list to list. */
export function watchLists(store: Store, list: () => readonly KubeObject[], isFromStart: boolean): WatchStream<KubeObject> {
  let seen = new Map<string, KubeObject>();
  let version = -1;
  const next = (): readonly WatchEvent<KubeObject>[] => {
    if (store.resourceVersion === version) return [];
    version = store.resourceVersion;
    const now = new Map(list().map((object) => [keyOf(object), object]));
    const gone = [...seen].filter(([key]) => !now.has(key)).map(([, object]): WatchEvent<KubeObject> => ({ type: 'DELETED', object }));
    const changed = [...now].flatMap(([key, object]): WatchEvent<KubeObject>[] => {
      const old = seen.get(key);
      if (!old) return [{ type: 'ADDED', object }];
      return old.metadata.resourceVersion === object.metadata.resourceVersion ? [] : [{ type: 'MODIFIED', object }];
    });
    seen = now;
    return [...gone, ...changed];
  };
  if (!isFromStart) next();
  return { next };
}

const keyOf = ({ metadata }: KubeObject) => `${metadata.namespace ?? ''}/${metadata.name}`;
