import type { ShellNotices } from './notices.ts';
import type { ShellResult } from './shell.ts';
import { toldUnloaded } from './unloaded-code.ts';

/** The result in bash's own words where just-bash has others, and with the reason where a line was stopped. */
export function inBashWords(printed: ShellResult, stopped: string | undefined, notices: ShellNotices): ShellResult {
  const result = toldUnloaded(printed, notices);
  const stderr = rewordings(notices).reduce((text, [theirs, ours]) => text.replace(theirs, ours), result.stderr);
  if (stopped === undefined) return { ...result, stderr };
  return { ...result, stderr: stopped === '' ? stderr : `${stderr}bash: ${stopped}\n`, exitCode: stopped === '' ? 130 : 126 };
}

function rewordings({ tooManyCommands, tooMuchOutput }: ShellNotices): readonly (readonly [RegExp, string])[] {
  return [
    [/^bash: (?:syntax error: )?Parse error at \d+:\d+: ((?:syntax error|unexpected EOF)[^\n]*)/gm, 'bash: $1'],
    [/^bash: syntax error: Parse error at \d+:\d+: Expected redirection target/gm, "bash: syntax error near unexpected token `newline'"],
    [/^bash: syntax error: Parse error at \d+:\d+: Expected \S+, got EOF/gm, 'bash: syntax error: unexpected end of file'],
    [/^bash: syntax error: Parse error at \d+:\d+: Expected \S+, got [A-Z_]+ ?'?([^'\n]*)'?/gm, "bash: syntax error near unexpected token `$1'"],
    [/^bash: syntax error: Parse error at \d+:\d+: /gm, 'bash: syntax error: '],
    [/^bash: line \d+: unexpected EOF/gm, 'bash: unexpected EOF'],
    [/^bash: (?:[^\n]*: )?too many (?:commands executed|iterations|loop iterations)[^\n]*/gim, `bash: ${tooManyCommands}`],
    [/^bash: [^\n]*(?:too many iterations|maximum iterations|maxLoopIterations|maxCommandCount)[^\n]*/gim, `bash: ${tooManyCommands}`],
    [/^(?:bash: )?[^\n]*(?:output size limit exceeded|maxOutputSize)[^\n]*/gim, `bash: ${tooMuchOutput}`],
    [/^(?:bash|oc|sleep|watch|timeout): (?:execution aborted|interrupted)\n/gm, ''],
  ];
}
