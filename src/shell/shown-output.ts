import type { parse } from 'just-bash';
import type { ShellResult } from './shell.ts';

/** Takes what is printed while a line runs: all of it, in pieces. */
export type OnOutput = (stream: 'stdout' | 'stderr', text: string) => void;

type Printed = Pick<ShellResult, 'stdout' | 'stderr'>;

/** What a terminal has been shown of a line that is still running. */
export interface ShownOutput {
  /** Told where the line is read: are its programs all that prints, one after the other, straight to the terminal? */
  setDirect(isDirect: boolean): void;
  /** All that the running program has printed so far. */
  show(printed: Printed): void;
  /** A program has ended. */
  ended(printed: Printed): void;
  /** Runs `work`, whose programs print for another one to read. */
  captured<T>(work: () => Promise<T>): Promise<T>;
  /** The line has ended: shows what is left. Gives all of the output: just-bash forgets what a program printed that was stopped. */
  finish<T extends Printed>(result: T): T;
}

/** just-bash gives a line's output when the line has ended; what `oc` prints is shown before that, where it will be the beginning of it: as time passes, and in the order of the programs. */
export function shownOutput(onOutput: OnOutput | undefined): ShownOutput {
  let isDirect = false;
  let captures = 0;
  let before: Printed = nothing;
  let known: Printed = nothing;
  const isSilent = () => !isDirect || captures > 0;
  const emit = emitNew(onOutput);
  return {
    setDirect(value) {
      isDirect = value;
    },
    show(printed) {
      if (isSilent()) return;
      known = joined(before, printed);
      emit(known);
    },
    ended(printed) {
      if (isSilent()) return;
      before = joined(before, printed);
      known = before;
      emit(known);
    },
    async captured(work) {
      captures += 1;
      try {
        return await work();
      } finally {
        captures -= 1;
      }
    },
    finish(result) {
      const isForgotten = result.stdout === '' && known.stdout !== '';
      const whole = isForgotten ? { ...result, stdout: known.stdout, stderr: known.stderr + result.stderr } : result;
      emit(whole);
      return whole;
    },
  };
}

/** Hands on what was not there the last time. */
function emitNew(onOutput: OnOutput | undefined): (next: Printed) => void {
  let shown: Printed = nothing;
  return (next) => {
    for (const stream of ['stdout', 'stderr'] as const) {
      const text = next[stream].slice(sharedLength(shown[stream], next[stream]));
      if (text !== '') onOutput?.(stream, text);
    }
    shown = next;
  };
}

const nothing: Printed = { stdout: '', stderr: '' };

const joined = (left: Printed, right: Printed): Printed => ({ stdout: left.stdout + right.stdout, stderr: left.stderr + right.stderr });

function sharedLength(left: string, right: string): number {
  if (right.startsWith(left)) return left.length;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}

type Script = ReturnType<typeof parse>;

/** Do only programs that tell what they print run here, each straight to the terminal? Pipes, redirections and whatever else prints make that unknown. */
export function printsDirectly(script: Script, env: ReadonlyMap<string, string>): boolean {
  const commands = script.statements.flatMap(({ pipelines }) =>
    pipelines.map(({ commands: piped, timed }) => (piped.length === 1 && !timed ? piped[0] : undefined)),
  );
  return script.statements.every(({ background }) => !background) && commands.every((command) => command?.type === 'SimpleCommand' && isDirect(command, env));
}

type SimpleCommand = Extract<Script['statements'][number]['pipelines'][number]['commands'][number], { readonly type: 'SimpleCommand' }>;

// beside `oc`, those that print nothing, and those that hand on what `oc` prints
const direct = /^(?:oc|sleep|watch|cd(?! -(?: |$))|export (?=\w+=)\S*|true|false|:|timeout(?: -\S+)* \S+ oc|)(?: |$)/;

function isDirect({ assignments, name, args, redirections }: SimpleCommand, env: ReadonlyMap<string, string>): boolean {
  const words = [name, ...args].map((word) => (word?.parts ?? []).map((part) => ('value' in part ? String(part.value) : '')).join(''));
  const [first = '', ...rest] = words;
  const isOurs = redirections.length === 0 && direct.test([env.get(`BASH_ALIAS_${first}`) ?? first, ...rest].join(' '));
  return isOurs && !/"type":"(?:Command|Process)Substitution"/.test(JSON.stringify([assignments, name, args]));
}
