import { imageApiVersion, imageGroup, type TagReference } from '../../api/image.ts';
import type { ObjectReference } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import { imageReference, nameString, parseImageReference } from '../../imageutil/image-reference.ts';
import { defineCommand } from '../command.ts';
import { createAndPrint, nameArgument, openshiftCreateFlags } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';

/** `oc create imagestreamtag` (oc pkg/cli/create/imagestreamtag.go). */
export const createImageStreamTag = defineCommand({
  path: 'create imagestreamtag',
  use: 'create imagestreamtag NAME',
  aliases: ['istag'],
  flags: {
    ...openshiftCreateFlags,
    annotation: stringSlice({ shorthand: 'A', shorthandDeprecated: 'please use --annotation instead.' }),
    from: string(),
    'from-image': string(),
    insecure: boolean(),
    reference: boolean(),
    'reference-policy': string({ values: ['source', 'local'] }),
    scheduled: boolean(),
  },
  examples: ['oc create imagestreamtag mysql:latest --from-image=myregistry.local/mysql/mysql:5.0'],
  async run(invocation) {
    const { flags, oc } = invocation;
    const referencePolicy = referencePolicyOf(flags['reference-policy']);
    const name = nameArgument(invocation);
    const annotations = annotationsOf(flags.annotation);
    const from = sourceOf(flags.from, flags['from-image']);
    const object = {
      apiVersion: imageApiVersion,
      kind: 'ImageStreamTag',
      metadata: { creationTimestamp: null, name, ...(flags.annotation.length > 0 && { annotations }) },
      generation: 0,
      image: { dockerImageMetadata: null, metadata: { creationTimestamp: null } },
      lookupPolicy: { local: false },
      tag: {
        name: '',
        annotations,
        ...(from && { from }),
        generation: null,
        importPolicy: { ...(flags.insecure && { insecure: true }), ...(flags.scheduled && { scheduled: true }) },
        ...(flags.reference && { reference: true }),
        referencePolicy: { type: referencePolicy as TagReference['referencePolicy']['type'] },
      },
    };
    await createAndPrint(oc, { group: imageGroup, version: 'v1', resource: 'imagestreamtags' }, object, flags);
  },
});

function referencePolicyOf(typed: string): string {
  const policy = own({ '': '', source: 'Source', local: 'Local' }, typed.toLowerCase());
  if (policy === undefined) throw new OcError('valid values for --reference-policy are: source, local');
  return policy;
}

// oc pkg/helpers/env ParseAnnotation
function annotationsOf(typed: readonly string[]): Readonly<Record<string, string>> {
  const pairs = typed.map((text) => {
    const at = text.indexOf('=');
    if (at < 0 && text.endsWith('-')) throw new OcError('annotations must be of the form name=value');
    if (at < 0) throw new OcError(`annotations must be of the form key=value, but is ${JSON.stringify(text)}`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

function sourceOf(from: string, fromImage: string): ObjectReference | undefined {
  if (from !== '' && fromImage !== '') throw new OcError('--from and --from-image may not be used together');
  if (fromImage !== '') return { kind: 'DockerImage', name: fromImage };
  return from === '' ? undefined : streamSource(from);
}

function streamSource(from: string): ObjectReference {
  const parsed = parseImageReference(from);
  if (!parsed.ok && !from.startsWith(':')) throw new OcError(`Invalid --from, must be a valid image stream tag or image stream image: ${parsed.error}`);
  const reference = parsed.ok ? parsed.reference : imageReference({ tag: from.slice(1) });
  if (reference.registry !== '') throw new OcError('Invalid --from, registry may not be specified');
  return {
    kind: reference.id === '' ? 'ImageStreamTag' : 'ImageStreamImage',
    name: parsed.ok ? nameString(reference) : from.slice(1),
    ...(reference.namespace !== '' && { namespace: reference.namespace }),
  };
}
