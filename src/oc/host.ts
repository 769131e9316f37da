import type { RegistryTransport } from '../api/registry-transport.ts';
import type { Transport } from '../api/request.ts';
import type { OcTexts } from './help-texts.ts';

/** Files as `oc` sees them. Paths are absolute, or relative to `cwd`. Missing files reject with an Error whose message is the system's (`no such file or directory`). */
export interface FileAccess {
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  isDirectory(path: string): Promise<boolean>;
  /** Names in a directory, sorted. */
  list(path: string): Promise<readonly string[]>;
  /** Makes a directory and its parents. */
  makeDirectory(path: string): Promise<void>;
}

/** Everything around one run of `oc`: the workstation it is typed on, and the network. */
export interface OcHost {
  readonly api: Transport;
  /** URL at which `api` answers; no other server can be reached. Any URL reaches it where this is missing. */
  readonly server?: string;
  /** Registries as this workstation reaches them. */
  readonly registries: RegistryTransport;
  /** The cluster's OAuth server: a token for a user and password, or undefined. */
  requestToken(user: string, password: string): string | undefined;
  /** Virtual time, milliseconds since 1970. */
  now(): number;
  /** Waits: virtual time passes and the cluster works meanwhile. */
  sleep(milliseconds: number): Promise<void>;
  /** When something may happen next, or time runs out; undefined where nothing is left to happen. Without it nobody knows. */
  nextDue?(): number | undefined;
  /** Takes output as soon as it is known to stand; the whole of it still comes with the result. */
  show?(output: Pick<OcResult, 'stdout' | 'stderr'>): void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly files: FileAccess;
  /** Opens an editor on a file and resolves when it is closed; undefined where there is none. */
  edit?(path: string): Promise<void>;
  /** Ctrl-C. */
  readonly signal?: AbortSignal;
  /** Help and our own notices, in the reader's language. */
  readonly texts: OcTexts;
}

export interface OcResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}
