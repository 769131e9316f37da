import type { KubeObject } from '../../api/meta.ts';
import type { OcContext } from '../command.ts';
import { boolean, type FlagTable, string } from '../flags.ts';
import { inGoOrder } from './go-field-order.ts';
import { printJsonAsItStands } from './json.ts';
import { objectName } from './name.ts';
import { createPrinter, type PrintSettings } from './output-format.ts';

/** The flags of commands that print what they made or changed (cli-runtime genericclioptions PrintFlags). */
export const printFlags = {
  'allow-missing-template-keys': boolean({ default: true }),
  output: string({ shorthand: 'o', values: ['json', 'yaml', 'name', 'jsonpath=', 'go-template='] }),
  'show-managed-fields': boolean(),
  template: string(),
} as const satisfies FlagTable;

/** What follows the operation where nothing was written. */
export const dryRunSuffix = (dryRun: DryRun): string => (dryRun === 'client' ? ' (dry run)' : dryRun === 'server' ? ' (server dry run)' : '');

export type DryRun = 'none' | 'client' | 'server';

/** Prints one object the way `-o` wants it; without it `imagestream.image.openshift.io/app created`. */
export async function printResult(oc: OcContext, object: KubeObject, operation: string, settings: PrintSettings, dryRun: DryRun = 'none'): Promise<void> {
  if (settings.output === '' && !settings.template) oc.out(`${objectName(object)} ${operation}${dryRunSuffix(dryRun)}\n`);
  else oc.out((await createPrinter(oc, settings))(object));
}

/** The same for what a typed client made: `-o json` has the fields in the order of Go's structs. */
export async function printTypedResult(oc: OcContext, object: KubeObject, operation: string, settings: PrintSettings, dryRun: DryRun = 'none'): Promise<void> {
  const typed = settings.output === 'json' ? inGoOrder(object) : undefined;
  if (typed) oc.out(printJsonAsItStands(typed));
  else await printResult(oc, object, operation, settings, dryRun);
}
