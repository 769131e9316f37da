import { own } from '../../api/own.ts';
import type { PatchType } from '../../api/request.ts';
import { changeCausePatch, recordFlag } from '../change-cause.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, type FlagValues, string, stringSlice } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { jsonEqual } from '../json-equal.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { checkSubresource, findObjects, throwErrors } from '../resource-arguments.ts';
import { parseYaml } from '../yaml-documents.ts';

const flags = {
  ...printFlags,
  'dry-run': dryRunFlag,
  'field-manager': string({ default: 'kubectl-patch' }),
  filename: stringSlice({ shorthand: 'f' }),
  patch: string({ shorthand: 'p' }),
  'patch-file': string(),
  record: recordFlag,
  recursive: boolean({ shorthand: 'R' }),
  subresource: string(),
  type: string({ default: 'strategic', values: ['json', 'merge', 'strategic'] }),
} as const;

type PatchFlagTable = typeof flags;

const patchTypes: Readonly<Record<string, PatchType>> = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

/** `oc patch` (kubectl pkg/cmd/patch/patch.go). */
export const patch = defineCommand({
  path: 'patch',
  use: 'patch (-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]',
  flags,
  arguments: ['resource', 'name'],
  examples: [
    'oc patch imagestream app -p \'{"spec":{"lookupPolicy":{"local":true}}}\'',
    'oc patch imagestream app --type=merge -p \'{"metadata":{"annotations":{"team":"web"}}}\'',
    'oc patch imagestream app --type=json -p \'[{"op":"remove","path":"/spec/tags/0"}]\'',
  ],
  async run({ args, flags: typed, oc, changeCause }: Invocation<PatchFlagTable>) {
    const type = patchTypeOf(typed);
    const dryRun = dryRunStrategy(oc, typed['dry-run']);
    checkSubresource(typed.subresource);
    const body = patchJson(await patchText(oc, typed));
    const { infos, errors } = await findObjects(oc, { args, filenames: typed.filename, recursive: typed.recursive, subresource: typed.subresource });
    const failures: unknown[] = [...errors];
    for (const { mapping, namespace, name, object } of infos) {
      try {
        const options = {
          dryRun: dryRun !== 'none',
          fieldManager: typed['field-manager'],
          ...(typed.subresource !== '' && { subresource: typed.subresource }),
        };
        const patched = oc.client.patch(mapping, namespace, name, type, body, options);
        const cause = changeCausePatch(patched, changeCause);
        const next = cause ? oc.client.patch(mapping, namespace, name, patchTypes.merge as PatchType, cause, options) : patched;
        const operation = jsonEqual(object, next) ? 'patched (no change)' : 'patched';
        await printResult(oc, next, operation, typed, dryRun === 'client' ? 'client' : 'none');
      } catch (error) {
        failures.push(error);
      }
    }
    throwErrors(failures);
    if (infos.length === 0) throw new OcError('no objects passed to patch');
  },
});

function patchTypeOf(typed: FlagValues<PatchFlagTable>): PatchType {
  if (typed.patch !== '' && typed['patch-file'] !== '') throw new OcError('cannot specify --patch and --patch-file together');
  if (typed.patch === '' && typed['patch-file'] === '') throw new OcError('must specify --patch or --patch-file containing the contents of the patch');
  const type = own(patchTypes, typed.type.toLowerCase());
  if (type === undefined) throw new UsageError(`--type must be one of [json merge strategic], not ${JSON.stringify(typed.type)}`);
  return type;
}

async function patchText(oc: OcContext, typed: FlagValues<PatchFlagTable>): Promise<string> {
  const path = typed['patch-file'];
  if (path === '') return typed.patch;
  if (!(await oc.host.files.exists(path))) throw new OcError(`unable to read patch file: open ${path}: no such file or directory`);
  return oc.host.files.read(path);
}

/** What begins like a JSON object is sent as it is; anything else is YAML, turned into JSON (apimachinery util/yaml ToJSON). */
function patchJson(text: string): string {
  if (text.trimStart().startsWith('{')) return text;
  try {
    return JSON.stringify(parseYaml(text) ?? null);
  } catch (error) {
    throw new OcError(`unable to parse ${goQuote(text)}: ${(error as Error).message}`);
  }
}
