import type { WatchEvent, WatchStream } from '../api/request.ts';
import type { OcContext } from './command.ts';
import { passTime, sayIdle } from './pass-time.ts';

/** Hands on what happens until Ctrl-C, a time limit (0 for none), or nothing is left to happen. */
export async function followEvents<T>(oc: OcContext, stream: WatchStream<T>, show: (event: WatchEvent<T>) => void, limitMs: number): Promise<void> {
  const until = limitMs > 0 ? oc.host.now() + limitMs : Number.POSITIVE_INFINITY;
  for (;;) {
    for (const event of stream.next()) show(event);
    const passed = await passTime(oc, until);
    if (passed === 'idle') sayIdle(oc);
    if (passed !== 'passed') return;
  }
}
