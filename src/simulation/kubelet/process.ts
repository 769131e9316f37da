import type { Container, Pod } from '../../api/pod.ts';
import type { ControllerContext } from '../controllers/controller.ts';

/** How a container that runs stands: still at work (look again after a while, or when something changes), or over with an exit code. */
export type ProcessState = { readonly exitCode: number } | { readonly running: true; readonly againInMs?: number; readonly pace?: 'prompt' | 'background' };

/** A program that acts on the cluster from inside a pod, as the deployer and the builder do. */
export interface ClusterProcess {
  /** Does this pod run the program? */
  runs(pod: Pod): boolean;
  step(pod: Pod, context: ControllerContext): ProcessState;
}

const servesForever: ProcessState = { running: true };
const shortestRun = 1000;

/** What a container without a program of the cluster's own does. A server runs on; a command whose end can be told ends, and so does whatever is to run once. */
export function processState(pod: Pod, container: Container, runningForMs: number): ProcessState {
  const isInit = pod.spec.initContainers?.some(({ name }) => name === container.name) ?? false;
  const isJob = pod.metadata.ownerReferences?.some(({ kind, controller }) => controller && kind === 'Job') ?? false;
  const command = [...(container.command ?? []), ...(container.args ?? [])];
  const outcome = outcomeOf(command) ?? (isJob || isInit ? { exitCode: 0, afterMs: shortestRun } : undefined);
  if (!outcome) return servesForever;
  const left = outcome.afterMs - runningForMs;
  return left > 0 ? { running: true, againInMs: left, pace: outcome.afterMs > longestWait ? 'background' : 'prompt' } : { exitCode: outcome.exitCode };
}

const longestWait = 5000;
const quick = new Set(['true', 'date', 'echo', 'printf', 'env', 'printenv', 'hostname', 'id', 'whoami', 'ls', 'cat', 'uname', 'pwd']);

interface Outcome {
  readonly exitCode: number;
  readonly afterMs: number;
}

/** The end of a command whose end can be told from its text. */
function outcomeOf(command: readonly string[]): Outcome | undefined {
  const words = wordsOf(command);
  const program = (words[0] ?? '').replace(/^.*\//, '');
  if (quick.has(program)) return { exitCode: 0, afterMs: shortestRun };
  if (program === 'false') return { exitCode: 1, afterMs: shortestRun };
  if (program === 'exit') return { exitCode: Number(words[1] ?? 0) || 0, afterMs: shortestRun };
  if (program === 'sleep' && /^\d+(\.\d+)?s?$/.test(words[1] ?? ''))
    return { exitCode: 0, afterMs: Math.max(shortestRun, Number.parseFloat(words[1] ?? '0') * 1000) };
  return undefined;
}

/** The words of a command; of `sh -c TEXT`, those of the text's last command. */
function wordsOf(command: readonly string[]): readonly string[] {
  const [shell = '', option, text] = command;
  const isShell = /(^|\/)(ba|da|)sh$/.test(shell) && option === '-c' && text !== undefined;
  if (!isShell) return command;
  const last =
    text
      .split(/;|&&|\n/)
      .map((part) => part.trim())
      .filter(Boolean)
      .at(-1) ?? '';
  return last.split(/\s+/);
}
