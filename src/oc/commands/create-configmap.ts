import { setOwn } from '../../api/own.ts';
import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { boolean, stringArray, stringSlice } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { withHash } from '../secrets/append-hash.ts';
import { configKeyErrors, readDataSources } from '../secrets/data-sources.ts';

/** `oc create configmap` (kubectl pkg/cmd/create/create_configmap.go). */
export const createConfigMap = defineCommand({
  path: 'create configmap',
  use: 'create configmap NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]',
  aliases: ['cm'],
  flags: {
    ...createFlags,
    'append-hash': boolean(),
    'from-env-file': stringSlice(),
    'from-file': stringSlice(),
    'from-literal': stringArray(),
  },
  examples: ['oc create configmap my-config --from-file=path/to/bar', 'oc create configmap my-config --from-literal=key1=config1 --from-literal=key2=config2'],
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const { 'from-file': files, 'from-literal': literals, 'from-env-file': envFiles } = flags;
    if (envFiles.length > 0 && files.length + literals.length > 0) throw new OcError('from-env-file cannot be combined with from-file or from-literal');
    const data: Record<string, string> = {};
    await readDataSources(oc, { files, literals, envFiles }, (key, value) => {
      const errors = configKeyErrors(key);
      if (errors.length > 0) throw new OcError(`${goQuote(key)} is not a valid key name for a ConfigMap: ${errors.join(',')}`);
      if (Object.hasOwn(data, key))
        throw new OcError(`cannot add key ${goQuote(key)}, another key by that name already exists in Data for ConfigMap ${goQuote(name)}`);
      setOwn(data, key, value);
    });
    const object = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        creationTimestamp: null,
        name: flags['append-hash'] ? withHash(name, { kind: 'ConfigMap', data }) : name,
        ...explicitNamespace(oc),
      },
      ...(Object.keys(data).length > 0 && { data }),
    };
    await createAndPrint(oc, { group: '', version: 'v1', resource: 'configmaps' }, object, flags, 'failed to create configmap');
  },
});
