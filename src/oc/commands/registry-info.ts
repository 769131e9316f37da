import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean } from '../flags.ts';
import { findRegistryHosts } from '../registry-hosts.ts';

/** `oc registry info` (oc pkg/cli/registry/info/info.go). */
export const registryInfo = defineCommand({
  path: 'registry info',
  use: 'registry info',
  flags: { check: boolean(), internal: boolean(), public: boolean(), quiet: boolean({ shorthand: 'q' }) },
  examples: ['oc registry info'],
  run({ flags, oc }) {
    if (flags.internal && flags.public) throw new OcError('only one of --internal or --public may be specified at a time');
    const hosts = findRegistryHosts(oc);
    if (!hosts) throw new OcError('no image streams could be located to retrieve registry info, please specify a namespace with image streams');
    if (flags.public && hosts.public === '') throw new OcError('registry does not have public hostname');
    if (flags.internal && hosts.internal === '') throw new OcError('registry does not have an internal hostname');
    const host = flags.internal ? hosts.internal : hosts.public || hosts.internal;
    // -q is bound to the same variable as --check
    if (flags.check || flags.quiet) {
      if (hosts.public === '' && !flags.internal) oc.err('info: Registry does not have a public hostname\n');
      const answer = oc.host.registries.ping({ host });
      if (!answer.ok) throw new OcError(`registry could not be contacted at ${host}: ${answer.message}`);
    }
    oc.out(`${host}\n`);
  },
});
