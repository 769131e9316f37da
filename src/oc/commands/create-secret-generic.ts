import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringArray, stringSlice } from '../flags.ts';
import { readDataSources } from '../secrets/data-sources.ts';
import { SecretData, secretRefused, secrets } from '../secrets/secret-object.ts';

/** `oc create secret generic` (kubectl pkg/cmd/create/create_secret.go). */
export const createSecretGeneric = defineCommand({
  path: 'create secret generic',
  use: 'create secret generic NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]',
  flags: {
    ...createFlags,
    'append-hash': boolean(),
    'from-env-file': stringSlice(),
    'from-file': stringSlice(),
    'from-literal': stringArray(),
    type: string(),
  },
  examples: [
    'oc create secret generic my-secret --from-literal=key1=supersecret --from-literal=key2=topsecret',
    'oc create secret generic my-secret --from-file=.dockerconfigjson=config.json --type=kubernetes.io/dockerconfigjson',
  ],
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const { 'from-file': files, 'from-literal': literals, 'from-env-file': envFiles } = flags;
    if (name === '') throw new OcError('name must be specified');
    if (envFiles.length > 0 && files.length + literals.length > 0) throw new OcError('from-env-file cannot be combined with from-file or from-literal');
    const data = new SecretData();
    await readDataSources(oc, { files, literals, envFiles }, (key, value) => data.add(key, value));
    const object = data.toSecret(oc, name, flags.type, flags['append-hash']);
    await createAndPrint(oc, secrets, object, flags, secretRefused);
  },
});
