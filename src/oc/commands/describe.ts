import { defineCommand, type OcContext } from '../command.ts';
import { describerFor } from '../describers/describers.ts';
import { OcError } from '../errors.ts';
import { boolean, int, string, stringSlice } from '../flags.ts';
import { findObjects, isNotFound, type ResourceObject, throwErrors } from '../resource-arguments.ts';

/** `oc describe` (kubectl pkg/cmd/describe/describe.go). */
export const describe = defineCommand({
  path: 'describe',
  use: 'describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)',
  flags: {
    'all-namespaces': boolean({ shorthand: 'A' }),
    'chunk-size': int({ default: 500 }),
    filename: stringSlice({ shorthand: 'f' }),
    recursive: boolean({ shorthand: 'R' }),
    selector: string({ shorthand: 'l' }),
    'show-events': boolean({ default: true }),
  },
  examples: [
    'oc describe nodes kubernetes-node-emt8.c.myproject.internal',
    'oc describe pods/nginx',
    'oc describe -f pod.json',
    'oc describe pods',
    'oc describe pods -l name=myLabel',
    'oc describe pods frontend',
  ],
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    if (args.length === 0 && flags.filename.length === 0) {
      throw new OcError('You must specify the type of resource to describe. Use "oc api-resources" for a complete list of supported resources.\n');
    }
    const { infos, errors } = await findObjects(oc, {
      args,
      filenames: flags.filename,
      recursive: flags.recursive,
      labelSelector: flags.selector,
      allNamespaces: flags['all-namespaces'],
      typeMeansAll: true,
    });
    const [only] = errors;
    if (args.length === 2 && errors.length === 1 && isNotFound(only)) return describeMatching(oc, args, only as Error, flags['show-events']);
    const failures = [...errors];
    let isFirst = true;
    for (const info of infos) {
      try {
        const text = describeOne(oc, info, flags['show-events']);
        oc.out(isFirst ? text : `\n\n${text}`);
        isFirst = false;
      } catch (error) {
        failures.push(error as Error);
      }
    }
    if (infos.length === 0 && failures.length === 0)
      oc.err(flags['all-namespaces'] ? 'No resources found\n' : `No resources found in ${oc.namespace} namespace.\n`);
    throwErrors(failures);
  },
});

/** Describers read the object again: what a list gives is not always whole. */
function describeOne(oc: OcContext, { mapping, namespace, name }: ResourceObject, showEvents: boolean): string {
  const object = oc.client.get(mapping, namespace, name);
  return describerFor(mapping)(object, { client: oc.client, now: oc.host.now(), showEvents, server: oc.server });
}

/** Nothing has that name: all objects whose names begin with it (DescribeMatchingResources). */
async function describeMatching(oc: OcContext, [type = '', prefix = '']: readonly string[], original: Error, showEvents: boolean): Promise<void> {
  const { infos, errors } = await findObjects(oc, { args: [type], typeMeansAll: true });
  throwErrors(errors);
  const matching = infos.filter(({ name }) => name.startsWith(prefix));
  if (matching.length === 0) throw original;
  for (const info of matching) oc.out(`${describeOne(oc, info, showEvents)}\n`);
}
