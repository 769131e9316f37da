/** One flag of a command, as pflag defines it. What it means is written in `help/<lang>.json`, not here. */
export interface FlagSpec<T = unknown> {
  readonly type: 'bool' | 'string' | 'int' | 'duration' | 'stringSlice' | 'stringArray' | 'stringToString';
  readonly shorthand?: string;
  readonly default: T;
  /** Value of the flag when it stands without one (`--dry-run` means `unchanged`, `--confirm` means `true`). */
  readonly noOptDefault?: string;
  /** Not shown in help. */
  readonly hidden?: boolean;
  /** pflag's text after "Flag --x has been deprecated, ". */
  readonly deprecated?: string;
  /** The same for its shorthand: the text after "Flag shorthand -x has been deprecated, ". */
  readonly shorthandDeprecated?: string;
  /** Values that Tab offers. */
  readonly values?: readonly string[];
}

export type FlagTable = Readonly<Record<string, FlagSpec>>;
export type FlagValues<F extends FlagTable> = { readonly [K in keyof F]: F[K]['default'] };

type Options<T> = Partial<Omit<FlagSpec<T>, 'type'>>;

export const boolean = (options: Options<boolean> = {}): FlagSpec<boolean> => ({ type: 'bool', default: false, noOptDefault: 'true', ...options });
export const string = (options: Options<string> = {}): FlagSpec<string> => ({ type: 'string', default: '', ...options });
export const int = (options: Options<number> = {}): FlagSpec<number> => ({ type: 'int', default: 0, ...options });
/** Milliseconds; typed as Go durations (`1m30s`). */
export const duration = (options: Options<number> = {}): FlagSpec<number> => ({ type: 'duration', default: 0, ...options });
/** Repeatable, and split at commas. */
export const stringSlice = (options: Options<readonly string[]> = {}): FlagSpec<readonly string[]> => ({ type: 'stringSlice', default: [], ...options });
/** Repeatable, never split. */
export const stringArray = (options: Options<readonly string[]> = {}): FlagSpec<readonly string[]> => ({ type: 'stringArray', default: [], ...options });
export const stringToString = (options: Options<Readonly<Record<string, string>>> = {}): FlagSpec<Readonly<Record<string, string>>> => ({
  type: 'stringToString',
  default: {},
  ...options,
});
