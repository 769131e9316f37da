import { endsWithOperator, misplacedOperator } from './misplaced-operator.ts';
import type { Program } from './oc-command.ts';

/** `bash -c SCRIPT` names the script's line in what it complains about, as a bash without a person before it does. */
export const bash: Program = async (args, { origCommand }) => {
  const script = args[0] === '-c' ? args[1] : undefined;
  const refusal = script === undefined ? undefined : refusalOf(script);
  if (refusal !== undefined) return { stdout: '', stderr: refusal, exitCode: 2 };
  const result = (await origCommand?.([...args])) ?? { stdout: '', stderr: '', exitCode: 0 };
  return script === undefined ? result : { ...result, stderr: withLines(result.stderr, script) };
};

function refusalOf(script: string): string | undefined {
  const misplaced = misplacedOperator(script);
  if (misplaced) return `${unexpectedToken(misplaced.token, misplaced.line, script)}\n`;
  return endsWithOperator(script) ? unexpectedEnd(script) : undefined;
}

const unexpectedEnd = (script: string) => `bash: -c: line ${linesOf(script).length + 1}: syntax error: unexpected end of file\n`;

function unexpectedToken(token: string, line: number, script: string): string {
  return `bash: -c: line ${line}: syntax error near unexpected token \`${token}'\nbash: -c: line ${line}: \`${linesOf(script)[line - 1] ?? ''}'`;
}

/** What bash says of a script that it cannot read has the line itself below it; what it says while running has only the number. */
export function withLines(stderr: string, script: string): string {
  return stderr
    .split('\n')
    .map((line) => syntaxError(line, script) ?? runtimeError(line, script) ?? line)
    .join('\n');
}

function syntaxError(line: string, script: string): string | undefined {
  const unclosed = /^bash: (?:line (\d+)|syntax error: Parse error at \d+:\d+): (unexpected EOF while looking for matching )[`'](.)'/.exec(line);
  if (unclosed) return `bash: -c: line ${unclosed[3] === ')' ? linesOf(script).length + 1 : (unclosed[1] ?? 1)}: ${unclosed[2]}\`${unclosed[3]}'`;
  const [, number, what] = /^bash: syntax error: Parse error at (\d+):\d+: (.*)/.exec(line) ?? [];
  if (number === undefined || what === undefined) return undefined;
  if (/^Expected \S+, got EOF/.test(what)) return unexpectedEnd(script).trimEnd();
  return unexpectedToken(tokenOf(what, linesOf(script)[Number(number) - 1] ?? ''), Number(number), script);
}

function tokenOf(what: string, line: string): string {
  if (what === 'Expected redirection target') return /[<>]\s*(\|\|?|&&?|;;?|[<>]{1,2}|[()])/.exec(line.replace(/[<>]{2}|<>|>\|/g, '>'))?.[1] ?? 'newline';
  return /unexpected token `(.*)'$/.exec(what)?.[1] ?? /got [A-Z_]+ ?'?([^']*)'?$/.exec(what)?.[1] ?? 'newline';
}

const linesOf = (script: string) => script.replace(/\n$/, '').split('\n');

// an end that the terminal put to the script, told in other words later on
const ends = /execution aborted|interrupted|too many|maximum|limit exceeded|max[A-Z]\w+/;

function runtimeError(line: string, script: string): string | undefined {
  const [, what] = /^bash: (?!(?:-c: )?line \d+: )(.*)/.exec(line) ?? [];
  if (what === undefined || ends.test(what)) return undefined;
  return `bash: line ${lineOf(what, script)}: ${what}`;
}

/** bash notes a command's line once it has read the word after the command's name: beyond a backslash that is the next line. */
function lineOf(what: string, script: string): number {
  const name = what.split(': ').slice(0, -1).at(-1) ?? '';
  const found = Math.max(script.indexOf(name), 0);
  const start = /[<>]\s*$/.test(script.slice(0, found)) ? startOfCommand(script, found) : found;
  const [upToNextWord = ''] = /^[^\s\\]*(?:[ \t]|\\\n)*/.exec(script.slice(start)) ?? [];
  return script.slice(0, start + upToNextWord.length).split('\n').length;
}

function startOfCommand(script: string, index: number): number {
  const [command = ''] = /(?:\\\n|[^\n;|&])*$/.exec(script.slice(0, index)) ?? [];
  return index - command.trimStart().length;
}
