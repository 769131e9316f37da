import { defineCommand } from '../command.ts';
import { UsageError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { lastApplied, lastAppliedAnnotation } from '../last-applied.ts';
import { printYaml } from '../printers/yaml.ts';
import { findObjects, throwErrors } from '../resource-arguments.ts';

/** `oc apply view-last-applied` (kubectl pkg/cmd/apply/apply_view_last_applied.go). */
export const applyViewLastApplied = defineCommand({
  path: 'apply view-last-applied',
  use: 'view-last-applied (TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)',
  flags: {
    all: boolean(),
    filename: stringSlice({ shorthand: 'f' }),
    output: string({ shorthand: 'o', default: 'yaml', values: ['yaml', 'json'] }),
    recursive: boolean({ shorthand: 'R' }),
    selector: string({ shorthand: 'l' }),
  },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    const { infos, errors } = await findObjects(oc, {
      args,
      filenames: flags.filename,
      recursive: flags.recursive,
      labelSelector: flags.selector,
      all: flags.all,
    });
    throwErrors(errors);
    for (const { object } of infos) {
      // Upstream means to complain about an object without the annotation, and says nothing
      if (object.metadata.annotations?.[lastAppliedAnnotation] === undefined) continue;
      if (flags.output === 'yaml') oc.out(printYaml(lastApplied(object)));
      else if (flags.output === 'json') oc.out(`${JSON.stringify(lastApplied(object), null, 2)}\n`);
      else
        throw new UsageError(`Unexpected -o output mode: ${flags.output}, the flag 'output' must be one of yaml|json`, {
          showHelpHint: true,
        });
    }
  },
});
