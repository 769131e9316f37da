import type { ApiClient } from '../api/client.ts';
import type { Credentials } from '../api/request.ts';
import type { ResourceInfo } from '../api/resource.ts';
import type { FlagTable, FlagValues } from './flags.ts';
import type { OcHost } from './host.ts';
import type { Kubeconfig } from './kubeconfig.ts';

/** What a command works with while it runs. */
export interface OcContext {
  readonly host: OcHost;
  /** Speaks as the current context's user; its warnings go to stderr. */
  readonly client: ApiClient;
  /** `-n`, else the current context's project, else `default`. */
  readonly namespace: string;
  /** True where the namespace was typed (`-n`). */
  readonly namespaceIsExplicit: boolean;
  readonly kubeconfig: Kubeconfig;
  saveKubeconfig(next: Kubeconfig): Promise<void>;
  /** Resources the server offers, in discovery's order. */
  readonly discovery: readonly ResourceInfo[];
  /** URL of the API server that `client` talks to; '' without one. */
  readonly server: string;
  /** How `client` says who it is. */
  readonly credentials: Credentials;
  /** `--request-timeout` in milliseconds; 0 for none. */
  readonly requestTimeoutMs: number;
  /** Name of the kubeconfig context in use. */
  readonly contextName: string;
  /** Appends to standard output and standard error. Nothing is added: give the line end. */
  out(text: string): void;
  err(text: string): void;
}

export interface Invocation<F extends FlagTable> {
  readonly args: readonly string[];
  readonly flags: FlagValues<F>;
  /** Was the flag typed? (pflag Changed) */
  changed(flag: keyof F & string): boolean;
  /** Index into `args` at which `--` stood; -1 without one (cobra ArgsLenAtDash). */
  readonly dashAt: number;
  /** What `--record` notes; undefined without it. */
  readonly changeCause: string | undefined;
  readonly oc: OcContext;
}

/** One command as a table. From it come parsing, errors, help, completion, the reference page and the fuzzing. */
export interface Command<F extends FlagTable = FlagTable> {
  /** Path without `oc`: `tag`, `set triggers`. */
  readonly path: string;
  /** The usage line without `oc`: `tag [--source=SOURCETYPE] SOURCE DEST [DEST ...]`. */
  readonly use: string;
  readonly aliases?: readonly string[];
  readonly flags: F;
  /** Commands of the examples in help, in the order of their comments. */
  readonly examples?: readonly string[];
  /** What an argument may be, for Tab: a kind of thing, or words. */
  readonly arguments?: readonly ArgumentKind[];
  /** Returns the exit code; nothing means 0. Throws UsageError, StatusError or OcError. */
  run(invocation: Invocation<F>): Promise<number | undefined | void> | number | undefined | void;
}

/** What Tab offers at an argument's place; the last one repeats. */
export type ArgumentKind =
  | 'resource' // is, imagestreams, deployment/…
  | 'name' // of the resource typed before
  | 'imagestream'
  | 'imagestreamtag'
  | 'serviceaccount'
  | 'secret'
  | 'project'
  | 'file'
  | { readonly words: readonly string[] };

export const defineCommand = <const F extends FlagTable>(command: Command<F>): Command<F> => command;
