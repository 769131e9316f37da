import { apiVersionOf, qualifiedResource, type ResourceInfo } from '../../api/resource.ts';
import { defineCommand, type Invocation } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { alignRows } from '../printers/table.ts';

const flags = {
  'api-group': string(),
  cached: boolean(),
  categories: stringSlice(),
  namespaced: boolean({ default: true }),
  'no-headers': boolean(),
  output: string({ shorthand: 'o', values: ['wide', 'name'] }),
  'sort-by': string({ values: ['name', 'kind'] }),
  verbs: stringSlice(),
} as const;

/** `oc api-resources` (kubectl pkg/cmd/apiresources/apiresources.go). */
export const apiResources = defineCommand({
  path: 'api-resources',
  use: 'api-resources',
  flags,
  examples: ['oc api-resources', 'oc api-resources --api-group=image.openshift.io', 'oc api-resources --namespaced=true -o wide'],
  run({ args, flags: typed, changed, oc }: Invocation<typeof flags>) {
    if (!['', 'wide', 'name'].includes(typed.output)) throw new OcError(`--output ${typed.output} is not available`);
    if (!['', 'name', 'kind'].includes(typed['sort-by'])) throw new OcError('--sort-by accepts only name or kind');
    if (args.length > 0) throw new UsageError(`unexpected arguments: [${args.join(' ')}]`, { showHelpHint: true });
    const shown = preferred(oc.discovery)
      .filter((info) => info.verbs.length > 0)
      .filter((info) => !changed('api-group') || info.group === typed['api-group'])
      .filter((info) => !changed('namespaced') || info.namespaced === typed.namespaced)
      .filter((info) => typed.verbs.every((verb) => info.verbs.includes(verb)))
      .filter((info) => typed.categories.every((category) => info.categories.includes(category)))
      .sort((a, b) => compare(sortKey(a, typed['sort-by']), sortKey(b, typed['sort-by'])) || compare(a.resource, b.resource));
    if (typed.output === 'name') return oc.out(shown.map((info) => `${qualifiedResource(info)}\n`).join(''));
    const rows = shown.map((info) => cells(info, typed.output === 'wide'));
    oc.out(alignRows(typed['no-headers'] ? rows : [heading(typed.output === 'wide'), ...rows]));
  },
});

const heading = (wide: boolean) => ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND', ...(wide ? ['VERBS', 'CATEGORIES'] : [])];

const cells = (info: ResourceInfo, wide: boolean): readonly string[] => [
  info.resource,
  info.shortNames.join(','),
  apiVersionOf(info),
  String(info.namespaced),
  info.kind,
  ...(wide ? [info.verbs.join(','), info.categories.join(',')] : []),
];

/** Of a resource in several versions, the one the server likes best. */
function preferred(discovery: readonly ResourceInfo[]): readonly ResourceInfo[] {
  const seen = new Set<string>();
  return discovery.filter((info) => {
    const name = qualifiedResource(info);
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sortKey = (info: ResourceInfo, by: string) => (by === 'name' ? info.resource : by === 'kind' ? info.kind : info.group);
