import { apiVersionOf } from '../../api/resource.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../errors.ts';

/** `oc api-versions` (kubectl pkg/cmd/apiresources/apiversions.go). */
export const apiVersions = defineCommand({
  path: 'api-versions',
  use: 'api-versions',
  flags: {},
  examples: ['oc api-versions'],
  run({ args, oc }) {
    if (args.length > 0) throw new UsageError(`unexpected arguments: [${args.join(' ')}]`, { showHelpHint: true });
    const versions = [...new Set(oc.discovery.map(apiVersionOf))].sort();
    oc.out(versions.map((version) => `${version}\n`).join(''));
  },
});
