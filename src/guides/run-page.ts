import type { ConsoleBlock, GuidePage } from './guide-page.ts';
import type { CommandResult, GuideSession, OpenSession, SessionStart } from './guide-session.ts';
import type { Exchange } from './transcript.ts';

/** A command of a page, and what it gave when it was run. */
export interface RunExchange {
  readonly block: ConsoleBlock;
  readonly exchange: Exchange;
  readonly result: CommandResult;
}

/** Runs the console blocks of a page as one session; `scenario="…"` in a fence begins another. Skipped blocks are left out. */
export async function runPage(page: GuidePage, openSession: OpenSession): Promise<readonly RunExchange[]> {
  const results: RunExchange[] = [];
  let session: GuideSession | undefined;
  for (const block of page.consoleBlocks) {
    if (block.skip !== undefined) continue;
    if (!session || block.scenario !== undefined) session = await openSession(startOf(block));
    for (const exchange of block.exchanges) results.push({ block, exchange, result: await session.run(exchange.command) });
  }
  return results;
}

function startOf({ scenario, exchanges }: ConsoleBlock): SessionStart {
  const [, user = 'developer', project = 'demo'] = /^\[(\w+)@\w+ ([\w-]+)\]/.exec(exchanges[0]?.prompt ?? '') ?? [];
  return { ...(scenario !== undefined && { scenario }), user, project };
}
