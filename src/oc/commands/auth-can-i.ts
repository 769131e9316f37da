import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { alignRows } from '../printers/table.ts';
import { findResource } from '../resource-mapper.ts';

const flags = {
  'all-namespaces': boolean({ shorthand: 'A' }),
  list: boolean(),
  'no-headers': boolean(),
  quiet: boolean({ shorthand: 'q' }),
  subresource: string(),
} as const;

type CanIInvocation = Invocation<typeof flags>;

const knownVerbs = [
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
  'use',
  'bind',
  'impersonate',
  '*',
  'approve',
  'sign',
  'escalate',
  'attest',
];

/** `oc auth can-i` (kubectl pkg/cmd/auth/cani.go). */
export const authCanI = defineCommand({
  path: 'auth can-i',
  use: 'can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL]',
  flags,
  arguments: [{ words: knownVerbs.slice(0, 8) }, 'resource'],
  examples: ['oc auth can-i create imagestreams', 'oc auth can-i get imagestreams/layers -n openshift', 'oc auth can-i --list'],
  run(invocation: CanIInvocation) {
    return invocation.flags.list ? listRules(invocation) : checkAccess(invocation);
  },
});

function checkAccess({ args, flags: typed, oc }: CanIInvocation): number {
  const [verb, target] = args;
  if (args.length !== 2 || verb === undefined || target === undefined) {
    throw new OcError("you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.");
  }
  if (typed['no-headers']) throw new OcError('--no-headers cannot be set without --list specified');
  const namespace = typed['all-namespaces'] ? '' : oc.namespace;
  const spec = target.startsWith('/')
    ? { nonResourceAttributes: { verb, path: target } }
    : { resourceAttributes: resourceAttributes(oc, verb, target, namespace, typed.subresource) };
  if (!knownVerbs.includes(verb)) oc.err(`Warning: verb '${verb}' is not a known verb\n\n`);
  const review = oc.client.create({ group: 'authorization.k8s.io', version: 'v1', resource: 'selfsubjectaccessreviews' }, undefined, {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: {},
    spec,
  } as unknown as KubeObject);
  const { allowed, reason, evaluationError } = review.status as { readonly allowed: boolean; readonly reason?: string; readonly evaluationError?: string };
  const why = [reason, evaluationError].filter(Boolean).map((text) => ` - ${text}`);
  if (!typed.quiet) oc.out(allowed ? 'yes\n' : `no${why.join('')}\n`);
  return allowed ? 0 : 1;
}

function resourceAttributes(oc: OcContext, verb: string, target: string, namespace: string, subresource: string): Readonly<Record<string, string>> {
  const at = target.indexOf('/');
  const [type, name] = at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
  const info = type === '*' ? undefined : findResource(oc.discovery, type);
  if (!info && type !== '*') oc.err(`Warning: the server doesn't have a resource type '${type}'\n\n`);
  if (info && !info.namespaced && namespace !== '') {
    oc.err(`Warning: resource '${info.resource}' is not namespace scoped${info.group === '' ? '' : ` in group '${info.group}'`}\n\n`);
  }
  const [resource = '', ...group] = type.split('.');
  return {
    namespace,
    verb,
    group: info?.group ?? group.join('.'),
    resource: info?.resource ?? resource,
    ...(subresource !== '' && { subresource }),
    ...(name !== '' && { name }),
  };
}

interface Rule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

function listRules({ args, flags: typed, oc }: CanIInvocation): number {
  if (args.length > 0) throw new OcError('list option must be specified with no arguments');
  const review = oc.client.create({ group: 'authorization.k8s.io', version: 'v1', resource: 'selfsubjectrulesreviews' }, undefined, {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectRulesReview',
    metadata: {},
    spec: { namespace: oc.namespace },
  } as unknown as KubeObject);
  const { resourceRules = [], nonResourceRules = [] } = review.status as {
    readonly resourceRules?: readonly Rule[];
    readonly nonResourceRules?: readonly Rule[];
  };
  const rows = [...resourceRules, ...nonResourceRules].flatMap(ruleRows).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  oc.out(alignRows(typed['no-headers'] ? rows : [['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs'], ...rows]));
  return 0;
}

/** One row a resource, as kubectl breaks rules down before it prints them. */
function ruleRows(rule: Rule): readonly (readonly string[])[] {
  const rest = [list(rule.nonResourceURLs), list(rule.resourceNames), list(rule.verbs)];
  if (!rule.resources?.length) return [['', ...rest]];
  return (rule.apiGroups ?? ['']).flatMap((group) => (rule.resources ?? []).map((resource) => [group === '' ? resource : `${resource}.${group}`, ...rest]));
}

const list = (values: readonly string[] = []) => `[${values.join(' ')}]`;
