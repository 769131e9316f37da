import type { KubeObject } from '../api/meta.ts';
import { boolean } from './flags.ts';
import type { FlagIndex } from './parse-flags.ts';
import { parseFlags } from './parse-flags.ts';

/** `--record`: notes the command line on what it changes, for `oc rollout history`. */
export const recordFlag = boolean({ hidden: true, deprecated: '--record will be removed in the future' });

const annotation = 'kubernetes.io/change-cause';

/** The command line as `--record` notes it: the words first, then the flags in full (k8s.io/cli-runtime pkg/genericclioptions parseCommandArguments). */
export function changeCauseOf(index: FlagIndex, argv: readonly string[]): string {
  const { args, typed } = parseFlags(index, argv);
  return ['oc', ...args, ...typed.map(({ name, text }) => `--${name}=${text}`)].join(' ');
}

/** The object with the cause of its change, where there is one to note. */
export function withChangeCause<T extends KubeObject>(object: T, cause: string | undefined): T {
  if (cause === undefined) return object;
  return { ...object, metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, [annotation]: cause } } };
}

/** The patch that notes the cause on an object that was changed already; undefined where it stands there (MakeRecordMergePatch). */
export function changeCausePatch({ metadata }: KubeObject, cause: string | undefined): object | undefined {
  if (cause === undefined || metadata.annotations?.[annotation] === cause) return undefined;
  return { metadata: { annotations: { [annotation]: cause } } };
}
