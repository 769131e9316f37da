import { imageApiVersion, imageGroup } from '../../api/image.ts';
import { defineCommand } from '../command.ts';
import { createAndPrint, nameArgument, openshiftCreateFlags } from '../create-subcommand.ts';
import { boolean } from '../flags.ts';

/** `oc create imagestream` (oc pkg/cli/create/imagestream.go). */
export const createImageStream = defineCommand({
  path: 'create imagestream',
  use: 'create imagestream NAME',
  aliases: ['is'],
  flags: { ...openshiftCreateFlags, 'lookup-local': boolean() },
  examples: ['oc create imagestream mysql'],
  async run(invocation) {
    const { flags, oc } = invocation;
    const object = {
      apiVersion: imageApiVersion,
      kind: 'ImageStream',
      metadata: { creationTimestamp: null, name: nameArgument(invocation) },
      spec: { lookupPolicy: { local: flags['lookup-local'] } },
      status: { dockerImageRepository: '' },
    };
    await createAndPrint(oc, { group: imageGroup, version: 'v1', resource: 'imagestreams' }, object, flags);
  },
});
