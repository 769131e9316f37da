import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { int } from '../flags.ts';
import { objectName } from '../printers/name.ts';
import { createPrinter } from '../printers/output-format.ts';
import { printFlags } from '../printers/print-flags.ts';
import { throwErrors } from '../resource-arguments.ts';
import { historyText, revisionsOf } from '../rollout/history.ts';
import { rolloutObjects, rolloutQueryFlags } from '../rollout/rollout-query.ts';

/** `oc rollout history` (k8s.io/kubectl pkg/cmd/rollout/rollout_history.go). */
export const rolloutHistory = defineCommand({
  path: 'rollout history',
  use: 'history (TYPE NAME | TYPE/NAME) [flags]',
  flags: { ...rolloutQueryFlags, ...printFlags, revision: int() },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    const { infos, errors } = await rolloutObjects(oc, args, flags);
    if (flags.revision < 0) throw new OcError(`revision must be a positive integer: ${flags.revision}`);
    for (const { mapping, object } of infos) {
      const revisions = revisionsOf(oc.client, mapping, object);
      if (flags.output !== '' || flags.template !== '') {
        const print = await createPrinter(oc, flags);
        const wanted = revisions.filter(({ number }) => flags.revision === 0 || number === flags.revision);
        for (const revision of wanted) oc.out(print(revision.object));
        continue;
      }
      const which = flags.revision > 0 ? `with revision #${flags.revision}` : '';
      oc.out(`${objectName(object)} ${which}\n${historyText(revisions, mapping, flags.revision)}\n`);
    }
    throwErrors(errors);
  },
});
