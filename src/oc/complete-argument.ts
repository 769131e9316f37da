import type { ResourceInfo } from '../api/resource.ts';
import type { ArgumentKind, OcContext } from './command.ts';
import { findResource } from './resource-mapper.ts';

/** What may stand at an argument's place and starts as typed. A server that says no offers nothing. */
export function completeArgument(kind: ArgumentKind, typed: string, args: readonly string[], oc: OcContext): readonly string[] {
  try {
    return candidates(kind, typed, args, oc).filter((candidate) => candidate.startsWith(typed));
  } catch {
    return [];
  }
}

const listed: Readonly<Record<string, string>> = {
  imagestream: 'imagestreams',
  imagestreamtag: 'imagestreamtags',
  serviceaccount: 'serviceaccounts',
  secret: 'secrets',
  project: 'projects',
};

function candidates(kind: ArgumentKind, typed: string, args: readonly string[], oc: OcContext): readonly string[] {
  if (typeof kind === 'object') return kind.words;
  if (kind === 'file') return [];
  if (kind === 'resource' || typed.includes('/')) return resources(typed, oc);
  if (kind === 'name') return args[0] === undefined || args[0].includes('/') ? resources(typed, oc) : unusedNames(args, oc);
  return names(oc, listed[kind] ?? kind);
}

function resources(typed: string, oc: OcContext): readonly string[] {
  const [type = '', name] = typed.split('/');
  if (name !== undefined) return names(oc, type).map((each) => `${type}/${each}`);
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  return resourceNames(oc.discovery).map((each) => before + each);
}

/** Plural names, with the group where the name alone means another resource. */
function resourceNames(discovery: readonly ResourceInfo[]): readonly string[] {
  const listable = discovery.filter((info) => info.verbs.includes('list'));
  return [
    ...new Set(
      listable.map((info) => (findResource(discovery, info.resource) === info || info.group === '' ? info.resource : `${info.resource}.${info.group}`)),
    ),
    'all',
  ];
}

const unusedNames = (args: readonly string[], oc: OcContext) => names(oc, args[0] ?? '').filter((name) => !args.includes(name));

function names(oc: OcContext, type: string): readonly string[] {
  const info = findResource(oc.discovery, type);
  if (!info) return [];
  return oc.client.list(info, info.namespaced ? oc.namespace : undefined).items.map(({ metadata }) => metadata.name);
}
