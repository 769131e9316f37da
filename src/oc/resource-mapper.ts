import type { ResourceInfo } from '../api/resource.ts';
import { OcError } from './errors.ts';

/** The resource an argument such as `is`, `deploy`, `ImageStream` or `deployments.apps` means (cli-runtime builder.go mappingFor). */
export function resourceFor(discovery: readonly ResourceInfo[], argument: string): ResourceInfo {
  const found = findResource(discovery, argument);
  if (!found) throw new OcError(`the server doesn't have a resource type "${argument.split('.')[0]}"`);
  return found;
}

/** The same, or undefined. */
export function findResource(discovery: readonly ResourceInfo[], argument: string): ResourceInfo | undefined {
  const [first = '', second, ...rest] = argument.split('.');
  const name = first.toLowerCase();
  // a resource by its own name comes before one that only has the kind: `processedtemplates` hold Templates too
  const byName = discovery.filter((info) => info.resource === name || info.singular === name);
  const candidates = byName.length > 0 ? byName : discovery.filter((info) => info.kind.toLowerCase() === name);
  const named = candidates.length > 0 ? candidates : discovery.filter((info) => info.shortNames.includes(name));
  if (second === undefined) return named[0];
  if (rest.length > 0) {
    const exact = named.find((info) => info.version === second && info.group === rest.join('.'));
    if (exact) return exact;
  }
  const group = [second, ...rest].join('.');
  return named.find((info) => info.group === group) ?? named.find((info) => group !== '' && info.group.startsWith(group));
}

/** The resource that holds objects of an apiVersion and kind. */
export function resourceForKind(discovery: readonly ResourceInfo[], apiVersion: string, kind: string): ResourceInfo | undefined {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const holders = discovery.filter((info) => (info.kind === kind || info.kind.toLowerCase() === kind) && info.group === group && info.version === version);
  return holders.find((info) => info.singular === kind.toLowerCase()) ?? holders[0];
}

/** Replaces categories such as `all` by the resources in them (cli-runtime builder.go ReplaceAliases). */
export function expandCategories(discovery: readonly ResourceInfo[], argument: string): string {
  return argument
    .split(',')
    .map((part) => categoryMembers(discovery, part) ?? part)
    .join(',');
}

function categoryMembers(discovery: readonly ResourceInfo[], category: string): string | undefined {
  const names = discovery
    .filter((info) => info.categories.includes(category))
    .map((info) => (info.group === '' ? info.resource : `${info.resource}.${info.group}`));
  return names.length === 0 ? undefined : [...new Set(names)].join(',');
}
