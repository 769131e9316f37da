import { misplacedOperator, withoutTexts } from './misplaced-operator.ts';
import type { ShellNotices } from './notices.ts';
import type { ShellResult } from './shell.ts';

/** The answer to a typed line that does not run at all: an operator out of place, or history expansion, which this terminal has not. */
export function refusedLine(script: string, { notAvailable }: ShellNotices): ShellResult | undefined {
  const misplaced = misplacedOperator(script);
  if (misplaced) return { stdout: '', stderr: `bash: syntax error near unexpected token \`${misplaced.token}'\n`, exitCode: 2 };
  const event = historyEvent(script);
  return event === undefined ? undefined : { stdout: '', stderr: `bash: ${event}: ${notAvailable}\n`, exitCode: 127 };
}

/** `!!`, `!oc`, `!-2`, `!?get`: a line of the history, where bash would put it in. */
function historyEvent(script: string): string | undefined {
  if (script.includes('<<')) return undefined;
  return /(?:^|[\s;|&])(![!\w?-][^\s;|&]*)/.exec(withoutTexts(script))?.[1];
}
