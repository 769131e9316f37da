import { shortDuration } from '../../api/human-duration.ts';
import type { KubeObject, ObjectReference, Timestamp } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import type { DescribedText } from './described-text.ts';
import type { DescribeContext } from './describer.ts';
import { instantOf } from './go-time.ts';

interface Event extends KubeObject {
  readonly involvedObject?: ObjectReference;
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly count?: number;
  readonly eventTime?: Timestamp | null;
  readonly firstTimestamp?: Timestamp | null;
  readonly lastTimestamp?: Timestamp | null;
  readonly series?: { readonly count: number; readonly lastObservedTime: Timestamp };
  readonly source?: { readonly component?: string };
  readonly reportingComponent?: string;
}

const events = { group: '', version: 'v1', resource: 'events' };

/** The `Events:` block of a description; nothing where events are not shown or may not be read. */
export function writeEventsOf(text: DescribedText, object: KubeObject, context: DescribeContext, { before = '' }: { readonly before?: string } = {}): void {
  const found = searchEvents([object], context);
  if (!found) return;
  if (before !== '') text.write(0, before);
  writeEvents(text, found, context.now);
}

/** Events about these objects, or undefined where they are not wanted or cannot be had. */
// k8s.io/kubectl pkg/describe searchEvents
export function searchEvents(objects: readonly KubeObject[], { client, showEvents }: DescribeContext): readonly Event[] | undefined {
  if (!showEvents) return undefined;
  try {
    return objects.flatMap((object) => {
      const listed = client.list<Event>(events, object.metadata.namespace ?? 'default', { fieldSelector: selectorFor(object) });
      return listed.items.filter((event) => isAbout(event, object));
    });
  } catch (error) {
    if (error instanceof StatusError) return undefined;
    throw error;
  }
}

function selectorFor({ kind, metadata }: KubeObject): string {
  const namespace = metadata.namespace === undefined ? '' : `,involvedObject.namespace=${metadata.namespace}`;
  return `involvedObject.name=${metadata.name}${namespace},involvedObject.kind=${kind},involvedObject.uid=${metadata.uid ?? ''}`;
}

const isAbout = ({ involvedObject: about }: Event, { kind, metadata }: KubeObject) =>
  about?.name === metadata.name && about.kind === kind && (about.uid === undefined || about.uid === metadata.uid);

/** The block itself, oldest event first. */
// k8s.io/kubectl pkg/describe DescribeEvents
export function writeEvents(text: DescribedText, found: readonly Event[], now: number): void {
  if (found.length === 0) {
    text.write(0, 'Events:\t<none>\n');
    return;
  }
  text.flush();
  text.write(0, 'Events:\n  Type\tReason\tAge\tFrom\tMessage\n');
  text.write(1, '----\t------\t----\t----\t-------\n');
  const sorted = [...found].sort((a, b) => instantOf(a.firstTimestamp ?? a.eventTime) - instantOf(b.firstTimestamp ?? b.eventTime));
  for (const event of sorted) {
    const source = event.source?.component || event.reportingComponent || '';
    text.write(1, `${event.type ?? ''}\t${event.reason ?? ''}\t${ageOf(event, now)}\t${source}\t${(event.message ?? '').trim()}\n`);
  }
}

function ageOf({ series, count = 0, eventTime, firstTimestamp, lastTimestamp }: Event, now: number): string {
  const first = since(eventTime ?? firstTimestamp, now);
  if (series) return `${since(series.lastObservedTime, now)} (x${series.count} over ${first})`;
  return count > 1 ? `${since(lastTimestamp, now)} (x${count} over ${first})` : first;
}

const since = (time: Timestamp | null | undefined, now: number) => (time ? shortDuration(now - instantOf(time)) : '<unknown>');
