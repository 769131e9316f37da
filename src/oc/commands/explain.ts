import { nonResourceRequest } from '../../api/discovery.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError, SilentExit, UsageError } from '../errors.ts';
import { explainPage, type SchemaDocument } from '../explain-page.ts';
import { boolean, string } from '../flags.ts';
import { withHelp } from '../help-texts.ts';
import { findResource, resourceForKind } from '../resource-mapper.ts';

const flags = {
  'api-version': string(),
  output: string({ default: 'plaintext', values: ['plaintext', 'plaintext-openapiv2'] }),
  recursive: boolean(),
} as const;

/** `oc explain` (kubectl pkg/cmd/explain/explain.go): types come from the server, descriptions are ours. */
export const explain = defineCommand({
  path: 'explain',
  use: 'explain TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group]',
  flags,
  arguments: ['resource'],
  examples: ['oc explain imagestream', 'oc explain imagestream.spec.tags', 'oc explain istag --recursive'],
  async run({ args, flags: typed, oc }: Invocation<typeof flags>) {
    const [target] = args;
    if (target === undefined)
      throw new UsageError('You must specify the type of resource to explain. Use "oc api-resources" for a complete list of supported resources.\n');
    if (args.length > 1) throw new UsageError('We accept only this format: explain RESOURCE\n');
    if (!typed.output.startsWith('plaintext')) throw new OcError(`GVR (${target}) not found in OpenAPI schema`);
    const { info, path } = mapTarget(oc, target, typed['api-version']);
    const { fields = {} } = await withHelp(oc.host.texts);
    const page = explainPage(info, schemaFor(oc, info), path, { recursive: typed.recursive, texts: fields });
    oc.out(page.text);
    if (page.missing !== undefined) throw new OcError(`field ${JSON.stringify(page.missing)} does not exist`);
  },
});

/** The longest beginning that names a resource, as `deployments.apps.spec`, and the fields after it. */
function mapTarget(oc: OcContext, target: string, apiVersion: string): { readonly info: ResourceInfo; readonly path: readonly string[] } {
  const parts = target.replace(/\.$/, '').split('.');
  const found = findResource(oc.discovery, parts[0] ?? '');
  const info = found && apiVersion !== '' ? resourceForKind(oc.discovery, apiVersion, found.kind) : found;
  if (!info) {
    oc.err(`the server doesn't have a resource type ${JSON.stringify(parts[0])}\n`);
    throw new SilentExit();
  }
  return { info, path: parts.slice(1) };
}

function schemaFor(oc: OcContext, { group, version }: ResourceInfo): SchemaDocument {
  const path = group === '' ? `/openapi/v3/api/${version}` : `/openapi/v3/apis/${group}/${version}`;
  return oc.client.request(nonResourceRequest(path, oc.credentials)).body as unknown as SchemaDocument;
}
