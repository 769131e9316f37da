import type { CallOptions } from '../api/client.ts';
import type { KubeObject } from '../api/meta.ts';
import type { ResourceInfo } from '../api/resource.ts';
import type { Invocation, OcContext } from './command.ts';
import { dryRunFlag, dryRunStrategy } from './dry-run.ts';
import { OcError, UsageError } from './errors.ts';
import { fieldValidation, validateFlag } from './field-validation.ts';
import { boolean, type FlagTable, string } from './flags.ts';
import { goQuote } from './go-quote.ts';
import { withLastApplied } from './last-applied.ts';
import type { PrintSettings } from './printers/output-format.ts';
import { printFlags, printTypedResult } from './printers/print-flags.ts';

/** Flags that every `oc create KIND NAME` takes. */
export const createFlags = {
  ...printFlags,
  'dry-run': dryRunFlag,
  'field-manager': string({ default: 'kubectl-create' }),
  'save-config': boolean(),
  validate: validateFlag,
} as const satisfies FlagTable;

/** Flags of the create commands that OpenShift added. */
export const openshiftCreateFlags = { ...printFlags, 'dry-run': dryRunFlag, 'save-config': boolean() } as const satisfies FlagTable;

export interface CreateSettings extends PrintSettings {
  readonly 'dry-run': string;
  readonly 'field-manager'?: string;
  readonly 'save-config': boolean;
  readonly validate?: string;
}

/** The one NAME; what stands after `--` is not counted (k8s.io/kubectl pkg/cmd/create NameFromCommandArgs). */
export function nameArgument({ args, dashAt }: Pick<Invocation<FlagTable>, 'args' | 'dashAt'>): string {
  const count = dashAt < 0 ? args.length : dashAt;
  const [name] = args;
  if (count !== 1 || name === undefined) throw new UsageError(`exactly one NAME is required, got ${count}`, { showHelpHint: true });
  return name;
}

/** Fails as cobra does where flags that must be there are not. */
export function requireFlags<F extends FlagTable>({ changed }: Pick<Invocation<F>, 'changed'>, names: readonly (keyof F & string)[]): void {
  const missing = names.filter((name) => !changed(name)).map(goQuote);
  if (missing.length > 0) throw new OcError(`required flag(s) ${missing.join(', ')} not set`);
}

/** What stands before the server's refusal, with a colon; or a wording of its own. */
export type CreateFailure = string | ((message: string) => string);

export type CreateTarget = Pick<ResourceInfo, 'group' | 'version' | 'resource'>;

/** Creates one object, or only says what it would be, and prints it (the Run of kubectl's create commands). */
export async function createAndPrint(
  oc: OcContext,
  target: CreateTarget,
  object: KubeObject,
  settings: CreateSettings,
  failure?: CreateFailure,
  operation = 'created',
): Promise<void> {
  const dryRun = dryRunStrategy(oc, settings['dry-run']);
  const asked = settings['save-config'] ? withLastApplied(object) : object;
  const manager = settings['field-manager'];
  const options = {
    ...(manager !== undefined && { fieldManager: manager }),
    ...(settings.validate !== undefined && { fieldValidation: fieldValidation(settings.validate) }),
  };
  // OpenShift's own create commands, which have no --validate, announce a server dry run and then create all the same
  const asksServer = dryRun === 'server' && settings.validate !== undefined;
  const made = dryRun === 'client' ? asked : createOn(oc, target, asked, { ...options, dryRun: asksServer }, failure);
  await printTypedResult(oc, made, operation, settings, dryRun);
}

function createOn(oc: OcContext, target: CreateTarget, object: KubeObject, options: CallOptions, failure: CreateFailure | undefined): KubeObject {
  try {
    return oc.client.create(target, namespaceFor(oc, target, object), object, options);
  } catch (error) {
    if (failure === undefined) throw error;
    const { message } = error as Error;
    throw new OcError(typeof failure === 'string' ? `${failure}: ${message}` : failure(message));
  }
}

/** Nothing for objects that belong to no namespace. */
function namespaceFor({ discovery, namespace }: OcContext, { group, resource }: CreateTarget, { metadata }: KubeObject): string | undefined {
  const info = discovery.find((each) => each.group === group && each.resource === resource);
  return info?.namespaced === false ? undefined : (metadata.namespace ?? namespace);
}

/** A namespace that was typed is written into the object, as kubectl does. */
export const explicitNamespace = ({ namespaceIsExplicit, namespace }: OcContext) => (namespaceIsExplicit ? { namespace } : {});
