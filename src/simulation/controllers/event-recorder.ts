import type { ApiClient } from '../../api/client.ts';
import type { Event } from '../../api/core.ts';
import { type Clock, timestamp } from '../clock.ts';
import type { RecordedEvent } from './controller.ts';

interface Recorder {
  readonly client: ApiClient;
  readonly clock: Clock;
  readonly component: string;
  /** Names of the events recorded so far, by what they say. */
  readonly events: Map<string, string>;
}

const eventsResource = { group: '', version: 'v1', resource: 'events' };

/** Writes an event, or counts one that was written before (client-go tools/record). */
export function recordEvent(recorded: RecordedEvent, { client, clock, component, events }: Recorder): void {
  const { regarding, type, reason, message } = recorded;
  const namespace = regarding.namespace ?? 'default';
  const key = JSON.stringify([component, regarding.kind, namespace, regarding.name, regarding.uid ?? '', regarding.fieldPath ?? '', type, reason, message]);
  const now = clock.now();
  const known = events.get(key);
  const previous = known === undefined ? undefined : client.find<Event>(eventsResource, namespace, known);
  if (previous) {
    client.update(eventsResource, namespace, { ...previous, count: (previous.count ?? 1) + 1, lastTimestamp: timestamp(now) });
    return;
  }
  const name = `${regarding.name}.${(BigInt(now) * 1_000_000n + BigInt(events.size)).toString(16)}`;
  events.set(key, name);
  if (client.find({ group: '', version: 'v1', resource: 'namespaces' }, undefined, namespace)?.metadata.deletionTimestamp !== undefined) return;
  client.create<Event>(eventsResource, namespace, newEvent(recorded, { name, namespace, component, time: timestamp(now) }));
}

function newEvent(
  { regarding, type, reason, message }: RecordedEvent,
  { name, namespace, component, time }: { name: string; namespace: string; component: string; time: string },
): Event {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace },
    involvedObject: regarding,
    reason,
    message,
    type,
    source: { component },
    firstTimestamp: time,
    lastTimestamp: time,
    eventTime: null,
    count: 1,
    reportingComponent: component,
    reportingInstance: '',
  };
}
