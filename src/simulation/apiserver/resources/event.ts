import type { Event } from '../../../api/core.ts';
import type { KubeObject, ObjectReference } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { RestStorage, TableConvertor } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageOf, column } from '../tables/human-time.ts';

const coreEvents = { group: '', resource: 'events' };

/** Events; both API groups show the same ones, each in its own words (kubernetes pkg/registry/core/event). */
export function eventStorage(info: ResourceInfo): RestStorage {
  const storage = standardStorage<Event>({ ...info, ...coreEvents, version: 'v1' }, { setDefaults, selectableFields }, { table: eventTable });
  return info.group === '' ? storage : inNewWords(info, storage);
}

const setDefaults = (event: Event): Event => ({ ...event, eventTime: event.eventTime ?? null, involvedObject: event.involvedObject ?? {} });

/** events.k8s.io over the core group's storage. */
function inNewWords(info: ResourceInfo, storage: RestStorage): RestStorage {
  return {
    info,
    table: eventTable,
    get: (context, name) => toNew(storage.get?.(context, name) as Event),
    list(context, options) {
      const list = storage.list?.(context, options);
      return {
        apiVersion: 'events.k8s.io/v1',
        kind: 'EventList',
        metadata: { resourceVersion: list?.metadata.resourceVersion ?? '' },
        items: (list?.items ?? []).map((event) => toNew(event as Event)),
      };
    },
    create: (context, event) => toNew(storage.create?.(context, toCore(event as NewEvent)) as Event),
    update: (context, name, event) => toNew(storage.update?.(context, name, toCore(event as NewEvent)) as Event),
    delete: (context, name) => storage.delete?.(context, name) as KubeObject,
  };
}

interface NewEvent extends KubeObject {
  readonly regarding?: ObjectReference;
  readonly note?: string;
  readonly reportingController?: string;
  readonly deprecatedCount?: number;
  readonly deprecatedFirstTimestamp?: string | null;
  readonly deprecatedLastTimestamp?: string | null;
  readonly deprecatedSource?: Event['source'];
}

function toNew({ involvedObject, message, reportingComponent, count, firstTimestamp, lastTimestamp, source, ...rest }: Event): NewEvent {
  return {
    ...rest,
    apiVersion: 'events.k8s.io/v1',
    regarding: involvedObject,
    note: message,
    reportingController: reportingComponent,
    deprecatedCount: count,
    deprecatedFirstTimestamp: firstTimestamp,
    deprecatedLastTimestamp: lastTimestamp,
    deprecatedSource: source,
  } as NewEvent;
}

function toCore(event: NewEvent): Event {
  const { regarding, note, reportingController, deprecatedCount, deprecatedFirstTimestamp, deprecatedLastTimestamp, deprecatedSource, ...rest } = event;
  return {
    ...rest,
    apiVersion: 'v1',
    involvedObject: regarding ?? {},
    message: note,
    reportingComponent: reportingController,
    count: deprecatedCount,
    firstTimestamp: deprecatedFirstTimestamp,
    lastTimestamp: deprecatedLastTimestamp,
    source: deprecatedSource,
  } as Event;
}

function selectableFields({ involvedObject, reason, type, source, reportingComponent }: Event): Readonly<Record<string, string>> {
  return {
    'involvedObject.kind': involvedObject.kind ?? '',
    'involvedObject.namespace': involvedObject.namespace ?? '',
    'involvedObject.name': involvedObject.name ?? '',
    'involvedObject.uid': involvedObject.uid ?? '',
    'involvedObject.apiVersion': involvedObject.apiVersion ?? '',
    'involvedObject.resourceVersion': involvedObject.resourceVersion ?? '',
    'involvedObject.fieldPath': involvedObject.fieldPath ?? '',
    reason: reason ?? '',
    reportingComponent: reportingComponent ?? '',
    source: source?.component ?? '',
    type: type ?? '',
  };
}

// kubernetes pkg/printers/internalversion printEvent
const eventTable: TableConvertor = {
  columns: [
    column('Last Seen'),
    column('Type'),
    column('Reason'),
    column('Object'),
    column('Subobject', 'string', 1),
    column('Source', 'string', 1),
    column('Message'),
    column('First Seen', 'string', 1),
    column('Count', 'integer', 1),
    { name: 'Name', type: 'string', format: 'name', priority: 1 },
  ],
  cells: (object: KubeObject, now) => {
    const core = object.apiVersion === 'v1' ? (object as Event) : toCore(object as NewEvent);
    const { metadata, involvedObject, type, reason, message, count, source, firstTimestamp, lastTimestamp, eventTime } = core;
    const kind = involvedObject.kind?.toLowerCase() ?? '';
    return [
      ageOf(lastTimestamp ?? firstTimestamp ?? eventTime, now),
      type ?? '',
      reason ?? '',
      involvedObject.name ? `${kind}/${involvedObject.name}` : kind,
      involvedObject.fieldPath ?? '',
      [source?.component, source?.host].filter(Boolean).join(', '),
      (message ?? '').trim(),
      ageOf(firstTimestamp ?? eventTime, now),
      count ?? 1,
      metadata.name,
    ];
  },
};
