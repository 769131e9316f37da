import { defineCommand } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { string } from '../flags.ts';
import { jsonEqual } from '../json-equal.ts';
import { overwritten, parseChanges, splitPairs } from '../label-changes.ts';
import { changeMetadata, type MetadataInvocation, metadataFlags } from '../metadata-command.ts';
import { printResult } from '../printers/print-flags.ts';

/** `oc label` (kubectl pkg/cmd/label/label.go). */
export const label = defineCommand({
  path: 'label',
  use: 'label [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
  flags: { ...metadataFlags, 'field-manager': string({ default: 'kubectl-label' }) },
  arguments: ['resource', 'name'],
  examples: [
    'oc label imagestream app team=web',
    'oc label --overwrite imagestream app team=shop',
    'oc label imagestream app team-',
    'oc label pods --all status=unhealthy',
  ],
  async run(invocation) {
    const { flags, oc, args } = invocation;
    const { resources, pairs } = splitPairs(args, 'label');
    if (resources.length < 1 && flags.filename.length === 0)
      throw new UsageError('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    const changes = parseChanges(pairs, 'label', checkValue);
    if (pairs.length === 0 && !flags.list) throw new UsageError('at least one label update is required');
    await changeMetadata(invocation as unknown as MetadataInvocation, {
      field: 'labels',
      resources,
      changes,
      fieldManager: flags['field-manager'],
      check(object) {
        const [first] = overwritten('labels', changes, object);
        if (first !== undefined && !flags.overwrite) throw new OcError(`${first}, and --overwrite is false`);
        for (const key of changes.remove) if (!Object.hasOwn(object.metadata.labels ?? {}, key)) oc.out(`label "${key}" not found.\n`);
      },
      async print(before, after, dryRun) {
        const isSame = jsonEqual(before.metadata.labels ?? {}, after.metadata.labels ?? {});
        const operation = isSame ? 'not labeled' : changes.set.size === 0 ? 'unlabeled' : 'labeled';
        await printResult(oc, after, operation, flags, dryRun);
      },
    });
  },
});

/** apimachinery validation.IsValidLabelValue */
function checkValue(key: string, value: string): void {
  const problems: string[] = [];
  if (value.length > 63) problems.push('must be no more than 63 characters');
  if (!/^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/.test(value)) {
    problems.push(
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    );
  }
  if (problems.length > 0) throw new OcError(`invalid label value: ${JSON.stringify(`${key}=${value}`)}: ${problems.join('; ')}`);
}
