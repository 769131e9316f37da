import { defineCommand } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { string } from '../flags.ts';
import { overwritten, parseChanges, splitPairs } from '../label-changes.ts';
import { changeMetadata, type MetadataInvocation, metadataFlags } from '../metadata-command.ts';
import { printResult } from '../printers/print-flags.ts';

/** `oc annotate` (kubectl pkg/cmd/annotate/annotate.go). */
export const annotate = defineCommand({
  path: 'annotate',
  use: 'annotate [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
  flags: { ...metadataFlags, 'field-manager': string({ default: 'kubectl-annotate' }) },
  arguments: ['resource', 'name'],
  examples: [
    "oc annotate imagestream app description='my frontend'",
    "oc annotate --overwrite imagestream app description='my frontend running nginx'",
    'oc annotate imagestream app description-',
  ],
  async run(invocation) {
    const { flags, oc, args } = invocation;
    const { resources, pairs } = splitPairs(args, 'annotation');
    if (resources.length < 1 && flags.filename.length === 0)
      throw new UsageError('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    const changes = parseChanges(pairs, 'annotation');
    if (pairs.length === 0 && !flags.list) throw new UsageError('at least one annotation update is required');
    await changeMetadata(invocation as unknown as MetadataInvocation, {
      field: 'annotations',
      resources,
      changes,
      fieldManager: flags['field-manager'],
      check(object) {
        const found = overwritten('annotations', changes, object);
        if (found.length > 0 && !flags.overwrite) throw new OcError(`--overwrite is false but found the following declared annotation(s): ${found.join('; ')}`);
      },
      print: (_, after, dryRun) => printResult(oc, after, 'annotated', flags, dryRun),
    });
  },
});
