import type { KubeObject } from '../../api/meta.ts';
import { type Command, defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { findResource } from '../resource-mapper.ts';

const flags = { ...printFlags, 'all-namespaces': boolean({ shorthand: 'A' }), subresource: string() } as const;

/** `oc policy who-can` and `oc adm policy who-can` (oc pkg/cli/admin/policy/who_can.go). */
export const whoCanCommands: readonly Command[] = (['policy', 'adm policy'] as const).map(
  (parent) =>
    defineCommand({
      path: `${parent} who-can`,
      use: `${parent} who-can VERB RESOURCE [NAME]`,
      flags,
      async run({ args, flags: typed, oc }) {
        if (args.length < 2 || args.length > 3) throw new OcError('you must specify two or three arguments: verb, resource, and optional resourceName');
        const [verb = '', argument = '', resourceName = ''] = args;
        const { group, resource } = resourceOf(oc, argument);
        const plural = typed.subresource === '' ? resource : `${resource}/${typed.subresource}`;
        const answer = review(oc, { verb, group, resource: plural, resourceName }, typed['all-namespaces']);
        const shown = typed.subresource === '' ? withGroup(resource, group) : `${withGroup(resource, group)}/${typed.subresource}`;
        await printResult(oc, answer, answerText(answer, verb, shown), typed);
      },
    }) as unknown as Command,
);

interface Action {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly resourceName: string;
}

interface AccessReview extends KubeObject {
  readonly namespace?: string;
  readonly users?: readonly string[] | null;
  readonly groups?: readonly string[] | null;
  readonly evalutionError?: string;
}

const withGroup = (resource: string, group: string) => (group === '' ? resource : `${resource}.${group}`);

// oc pkg/cli/admin/policy ResourceFor
function resourceOf(oc: OcContext, argument: string): { readonly group: string; readonly resource: string } {
  const found = findResource(oc.discovery, argument.toLowerCase());
  if (found) return found;
  const [resource = '', ...group] = argument.toLowerCase().split('.');
  oc.err(`Warning: the server doesn't have a resource type '${resource}'${group.length === 0 ? '' : ` in group '${group.join('.')}'`}\n`);
  return { group: '', resource: argument };
}

function review({ client, namespace }: OcContext, { verb, group, resource, resourceName }: Action, everywhere: boolean): AccessReview {
  const body = {
    apiVersion: 'authorization.openshift.io/v1',
    kind: everywhere ? 'ResourceAccessReview' : 'LocalResourceAccessReview',
    metadata: { name: '' },
    namespace: everywhere ? '' : namespace,
    verb,
    resourceAPIGroup: group,
    resourceAPIVersion: '',
    resource,
    resourceName,
    path: '',
    isNonResourceURL: false,
  };
  const target = { group: 'authorization.openshift.io', version: 'v1', resource: everywhere ? 'resourceaccessreviews' : 'localresourceaccessreviews' };
  return client.create<AccessReview>(target, everywhere ? undefined : namespace, body);
}

function answerText({ namespace = '', users, groups, evalutionError = '' }: AccessReview, verb: string, resource: string): string {
  const list = (names: readonly string[]) => [...new Set(names)].sort().join('\n        ');
  return [
    `\n\nNamespace: ${namespace === '' ? '<all>' : namespace}\n`,
    `Verb:      ${verb}\n`,
    `Resource:  ${resource}\n`,
    users?.length ? `\nUsers:  ${list(users)}\n` : '\nUsers:  none\n',
    groups?.length ? `Groups: ${list(groups)}\n` : '\nGroups: none\n',
    evalutionError === '' ? '' : `\nError during evaluation, results may not be complete: ${evalutionError}\n`,
  ].join('');
}
