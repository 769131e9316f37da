import { defineCommand } from '../command.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { int } from '../flags.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { throwErrors } from '../resource-arguments.ts';
import { rolloutObjects, rolloutQueryFlags } from '../rollout/rollout-query.ts';
import { undoRollout } from '../rollout/undo.ts';

/** `oc rollout undo` (k8s.io/kubectl pkg/cmd/rollout/rollout_undo.go). */
export const rolloutUndo = defineCommand({
  path: 'rollout undo',
  use: 'undo (TYPE NAME | TYPE/NAME) [flags]',
  flags: { ...rolloutQueryFlags, ...printFlags, 'dry-run': dryRunFlag, 'to-revision': int() },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    const dryRun = dryRunStrategy(oc, flags['dry-run']);
    const { infos, errors } = await rolloutObjects(oc, args, flags);
    if (flags['to-revision'] < 0) throw new OcError(`unable to find specified revision ${flags['to-revision']} in history`);
    for (const { mapping, object } of infos) {
      const said = undoRollout(oc.client, mapping, object, flags['to-revision'], dryRun);
      await printResult(oc, object, said, flags, dryRun);
    }
    throwErrors(errors);
  },
});
