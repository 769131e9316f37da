import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { stringArray, stringSlice } from '../flags.ts';
import { findResource } from '../resource-mapper.ts';

const standardVerbs = [
  '*',
  'get',
  'delete',
  'list',
  'create',
  'update',
  'patch',
  'watch',
  'proxy',
  'deletecollection',
  'use',
  'bind',
  'escalate',
  'impersonate',
];

/** `oc create role` (k8s.io/kubectl pkg/cmd/create/create_role.go). */
export const createRole = defineCommand({
  path: 'create role',
  use: 'role NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename] [--dry-run=server|client|none]',
  flags: { ...createFlags, resource: stringSlice(), 'resource-name': stringArray(), verb: stringSlice() },
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const verbs = verbsOf(flags.verb);
    warnOfVerbs(oc, verbs);
    if (flags.resource.length === 0) throw new OcError('at least one resource must be specified');
    const role: KubeObject = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name, ...explicitNamespace(oc), creationTimestamp: null },
      rules: rulesFor(oc, verbs, flags.resource, [...new Set(flags['resource-name'])]),
    };
    await createAndPrint(oc, { group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'roles' }, role, flags);
  },
});

/** `oc create clusterrole` (k8s.io/kubectl pkg/cmd/create/create_clusterrole.go). */
export const createClusterRole = defineCommand({
  path: 'create clusterrole',
  use: 'clusterrole NAME --verb=verb --resource=resource.group [--resource-name=resourcename] [--dry-run=server|client|none]',
  flags: { ...createFlags, resource: stringSlice(), 'resource-name': stringArray(), verb: stringSlice() },
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const verbs = verbsOf(flags.verb);
    if (flags.resource.length === 0) throw new OcError('one of resource or nonResourceURL must be specified');
    warnOfVerbs(oc, verbs);
    const role: KubeObject = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name, creationTimestamp: null },
      rules: rulesFor(oc, verbs, flags.resource, [...new Set(flags['resource-name'])]),
    };
    await createAndPrint(oc, { group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'clusterroles' }, role, flags);
  },
});

function verbsOf(typed: readonly string[]): readonly string[] {
  if (typed.length === 0) throw new OcError('at least one verb must be specified');
  return typed.includes('*') ? ['*'] : [...new Set(typed)];
}

function warnOfVerbs(oc: OcContext, verbs: readonly string[]): void {
  for (const verb of verbs) if (!standardVerbs.includes(verb)) oc.err(`Warning: '${verb}' is not a standard resource verb\n`);
}

/** One rule a group, its resources by their full names. */
function rulesFor(oc: OcContext, verbs: readonly string[], resources: readonly string[], resourceNames: readonly string[]) {
  const groups = new Map<string, string[]>();
  for (const typed of resources) {
    const [whole = '', subresource] = typed.split('/');
    const [resource = '', ...group] = whole.split('.');
    if (resource === '') throw new OcError('resource must be specified if apiGroup/subresource specified');
    const found = resource === '*' ? undefined : findResource(oc.discovery, whole);
    if (resource !== '*' && !found) throw new OcError(`the server doesn't have a resource type "${resource}"`);
    const key = found?.group ?? group.join('.');
    const named = `${found?.resource ?? resource}${subresource === undefined ? '' : `/${subresource}`}`;
    groups.set(key, [...(groups.get(key) ?? []), named]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([group, named]) => ({ apiGroups: [group], resources: named, verbs, ...(resourceNames.length > 0 && { resourceNames }) }));
}
