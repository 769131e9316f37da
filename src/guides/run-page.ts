import { type ConsoleBlock, isConsole } from './fenced-blocks.ts';
import type { GuidePage } from './guide-page.ts';
import type { CommandResult, GuideSession, OpenSession, SessionStart } from './guide-session.ts';
import type { Exchange } from './transcript.ts';

/** A command of a page, and what it gave when it was run. */
export interface RunExchange {
  readonly block: ConsoleBlock;
  readonly exchange: Exchange;
  readonly result: CommandResult;
}

/**
 * Runs a page as one session; `scenario="…"` in a fence begins another. A block with a `title` is a file: it lies in the home folder when
 * the commands after it run. Skipped blocks are left out.
 */
export async function runPage(page: GuidePage, openSession: OpenSession): Promise<readonly RunExchange[]> {
  const results: RunExchange[] = [];
  const files = new Map<string, string>();
  let session: GuideSession | undefined;
  let user = '';
  for (const block of page.blocks) {
    if (block.skip !== undefined) continue; // `check-blocks.ts` asks for a reason.
    if (!isConsole(block)) {
      if (block.title !== undefined) files.set(block.title, `${block.text}\n`);
      continue;
    }
    if (!session || block.scenario !== undefined) {
      const start = startOf(block);
      session = await openSession(start);
      user = start.user;
    }
    await layOut(files, session);
    await meanwhile(block, session, page.file);
    for (const exchange of block.exchanges) results.push({ block, exchange, result: await session.run(exchange.command, otherUser(exchange, user)) });
  }
  return results;
}

const promptPattern = /^\[(?<user>\w+)@\w+ (?<project>[\w-]+)\]/;

function startOf({ scenario, exchanges }: ConsoleBlock): SessionStart {
  const { user = 'developer', project = 'demo' } = promptPattern.exec(exchanges[0]?.prompt ?? '')?.groups ?? {};
  return { ...(scenario !== undefined && { scenario }), user, project };
}

/** `[admin@workstation ~]$` in the session of somebody else: that user types. */
function otherUser({ prompt }: Exchange, user: string): string | undefined {
  const typing = /^\[(\w+)@/.exec(prompt)?.[1];
  return typing === user ? undefined : typing;
}

async function layOut(files: Map<string, string>, session: GuideSession): Promise<void> {
  for (const [path, text] of files) await session.writeFile(path, text);
  files.clear();
}

async function meanwhile({ push, pass, line }: ConsoleBlock, session: GuideSession, file: string): Promise<void> {
  const [reference, variant] = push?.split(' ') ?? [];
  try {
    if (reference !== undefined) await session.take({ push: reference, variant: variant ?? '' });
    if (pass !== undefined) await session.take({ pass });
  } catch (error) {
    throw new Error(`${file}:${line - 1}: ${(error as Error).message}`);
  }
}
