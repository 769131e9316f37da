import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { changePodSpecs, objectsToSet, setFlags } from '../set-pod-spec.ts';

/** `oc set serviceaccount` (kubectl pkg/cmd/set/set_serviceaccount.go). */
export const setServiceAccount = defineCommand({
  path: 'set serviceaccount',
  use: 'serviceaccount (-f FILENAME | TYPE NAME) SERVICE_ACCOUNT',
  aliases: ['sa'],
  flags: setFlags,
  arguments: ['resource', 'name', 'serviceaccount'],
  async run({ args, flags, oc }) {
    const serviceAccountName = args.at(-1);
    if (serviceAccountName === undefined) throw new OcError('serviceaccount is required');
    const infos = await objectsToSet(oc, args.slice(0, -1), flags);
    await changePodSpecs(oc, infos, flags, {
      change: (spec) => ({ ...spec, serviceAccountName }),
      operation: 'serviceaccount updated',
      failure: 'failed to patch ServiceAccountName ',
    });
  },
});
