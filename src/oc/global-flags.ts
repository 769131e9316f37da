import { boolean, duration, type FlagTable, int, string, stringArray } from './flags.ts';

/** Flags that every command takes (`oc options`). Those without an effect here are accepted all the same. */
export const globalFlags = {
  as: string(),
  'as-group': stringArray(),
  'as-uid': string(),
  'cache-dir': string(),
  'certificate-authority': string(),
  'client-certificate': string(),
  'client-key': string(),
  cluster: string(),
  context: string(),
  'disable-compression': boolean(),
  'insecure-skip-tls-verify': boolean(),
  kubeconfig: string(),
  'log-flush-frequency': duration({ default: 5000 }),
  loglevel: int(),
  'match-server-version': boolean(),
  namespace: string({ shorthand: 'n' }),
  profile: string({ default: 'none' }),
  'profile-output': string({ default: 'profile.pprof' }),
  'request-timeout': string({ default: '0' }),
  server: string({ shorthand: 's' }),
  'tls-server-name': string(),
  token: string(),
  user: string(),
  v: int({ shorthand: 'v' }),
  vmodule: string(),
  'warnings-as-errors': boolean(),
} as const satisfies FlagTable;

/** cobra adds it to every command; `-h` wherever no flag of the command has that letter. */
export const helpFlag = { help: boolean({ shorthand: 'h' }) } as const satisfies FlagTable;
