import type { GuidePage } from './guide-page.ts';
import type { CommandResult, OpenSession } from './guide-session.ts';
import { matchesOutput } from './match-output.ts';
import { type RunExchange, runPage } from './run-page.ts';

/** Runs the commands of every page. Gives one text for each command that answers otherwise than the page says: file, line, expected, actual. */
export async function checkGuides(pages: readonly GuidePage[], openSession: OpenSession): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const page of pages) {
    for (const run of await runPage(page, openSession)) if (!holds(run)) problems.push(describeMismatch(page, run));
  }
  return problems;
}

/** Standard output and error share one screen; which comes first is not the guide's to say. */
export function holds({ exchange, result: { stdout, stderr } }: RunExchange): boolean {
  return matchesOutput(exchange.output, stdout + stderr) || matchesOutput(exchange.output, stderr + stdout);
}

/** What a command shows on the screen. */
export function screen({ stdout, stderr }: CommandResult): string {
  return (stderr + stdout).trimEnd();
}

function describeMismatch(page: GuidePage, { block, exchange, result }: RunExchange): string {
  const at = `${page.file}:${block.line + exchange.line}`;
  return [`${at}: ${exchange.command}`, '  expected', indent(exchange.output), `  actual (exit code ${result.exitCode})`, indent(screen(result))].join('\n');
}

function indent(text: string): string {
  return (text === '' ? '(nothing)' : text).replace(/^/gm, '    ');
}
