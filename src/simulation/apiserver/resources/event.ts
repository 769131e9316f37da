import type { Event } from '../../../api/core.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { RestStorage, TableConvertor } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageOf, column } from '../tables/human-time.ts';

const coreEvents = { group: '', resource: 'events' };

/** Events; both API groups show the same ones (kubernetes pkg/registry/core/event). */
export function eventStorage(info: ResourceInfo): RestStorage {
  const stored = { ...info, ...coreEvents, version: 'v1' };
  const storage = standardStorage<Event>(stored, { setDefaults: (event) => ({ eventTime: null, ...event }), selectableFields }, { table: eventTable });
  return { ...storage, info };
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
    const { metadata, involvedObject, type, reason, message, count, source, firstTimestamp, lastTimestamp, eventTime } = object as Event;
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
