import type { KubeObject } from '../../api/meta.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { checkResourceName, isNotFound } from '../resource-arguments.ts';

/** A ServiceAccount as `oc secrets` changes it. */
export interface ServiceAccount extends KubeObject {
  readonly secrets?: readonly { readonly name: string }[];
  readonly imagePullSecrets?: readonly { readonly name: string }[];
}

export const serviceAccounts = { group: '', version: 'v1', resource: 'serviceaccounts' } as const;

interface SecretArguments {
  readonly account: ServiceAccount;
  /** Names without a type before them, sorted. */
  readonly secrets: readonly string[];
  /** Some of the secrets that were named do not exist. */
  readonly hasNotFound: boolean;
}

/** Looks up the account and the secrets that were named (oc pkg/cli/secrets/secrets.go). */
export function readSecretArguments(oc: OcContext, args: readonly string[], { allowMissing }: { readonly allowMissing: boolean }): SecretArguments {
  const [target = '', ...names] = args;
  const account = oc.client.get<ServiceAccount>(serviceAccounts, oc.namespace, accountName(target));
  const found: string[] = [];
  let hasNotFound = false;
  for (const name of names) {
    const exists = secretExists(oc, bareName(name));
    if (!exists) oc.err(`secret ${JSON.stringify(name)} not found\n`);
    hasNotFound ||= !exists;
    if (exists || allowMissing) found.push(bareName(name));
  }
  if (found.length === 0) throw new OcError('No valid secrets found');
  return { account, secrets: [...new Set(found)].sort(), hasNotFound };
}

/** Refuses arguments that cannot mean an account and its secrets, before anything is asked for. */
export function checkSecretArguments(args: readonly string[]): void {
  if (args.length < 2) throw new OcError('must have service account name and at least one secret name');
  const [target = '', ...names] = args;
  if (target === '') throw new OcError('service account name must be present');
  const other = names.find((name) => name.includes('/') && !/^secrets?\//.test(name));
  if (other !== undefined) throw new OcError(`expected resource of type secret, got ${JSON.stringify(other)}`);
}

const bareName = (name: string) => name.split('/')[1] ?? name;

function accountName(target: string): string {
  const name = /^(?:sa|serviceaccounts?)\//.test(target) ? bareName(target) : target;
  checkResourceName(name);
  return name;
}

function secretExists(oc: OcContext, name: string): boolean {
  checkResourceName(name);
  try {
    oc.client.get({ group: '', version: 'v1', resource: 'secrets' }, oc.namespace, name);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
