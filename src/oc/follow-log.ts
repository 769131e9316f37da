import type { Pod } from '../api/pod.ts';
import type { OcContext } from './command.ts';
import { passTime, sayIdle } from './pass-time.ts';

const pods = { group: '', version: 'v1', resource: 'pods' } as const;

/** Options of a log, as its subresource takes them. */
export type LogQuery = Readonly<Record<string, string>>;

/** What a container has written; '' for an answer that is no text. */
export function readLog(oc: OcContext, { namespace, name }: Pod['metadata'], query: LogQuery): string {
  const { body } = oc.client.request({ verb: 'get', ...pods, subresource: 'log', ...(namespace !== undefined && { namespace }), name, query });
  return typeof body === 'string' ? body : '';
}

/** Prints what a container writes from now on, until its pod has ended or nothing is left to happen. */
export async function followLog(oc: OcContext, { metadata }: Pick<Pod, 'metadata'>, { tailLines: _, ...query }: LogQuery): Promise<void> {
  let known = readLog(oc, metadata, query);
  for (;;) {
    const pod = oc.client.find<Pod>(pods, metadata.namespace, metadata.name);
    const isThere = pod !== undefined && pod.metadata.uid === metadata.uid;
    const text = isThere ? readLog(oc, metadata, query) : known;
    // a container that has started anew writes another log
    if (!text.startsWith(known)) return;
    if (text !== known) oc.out(text.slice(known.length));
    known = text;
    if (!isThere || ['Succeeded', 'Failed'].includes(pod.status?.phase ?? '')) return;
    const passed = await passTime(oc);
    if (passed === 'idle') sayIdle(oc);
    if (passed !== 'passed') return;
  }
}

/** The pod of that name once it has started, as the logs of builds wait for theirs; undefined where that does not come about. */
export async function startedPod(oc: OcContext, namespace: string | undefined, name: string, isOver: () => boolean): Promise<Pod | undefined> {
  for (;;) {
    const pod = oc.client.find<Pod>(pods, namespace, name);
    if (pod && (pod.status?.phase ?? 'Pending') !== 'Pending') return pod;
    if (isOver() || (await passTime(oc)) !== 'passed') return undefined;
  }
}
