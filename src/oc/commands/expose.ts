import type { Deployment, ReplicaSet, ReplicationController } from '../../api/apps.ts';
import type { Service, ServicePort } from '../../api/core.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { ContainerPort, Pod } from '../../api/pod.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { createAndPrint, explicitNamespace } from '../create-subcommand.ts';
import { dryRunFlag } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { parseLabels } from '../parse-labels.ts';
import { podSpecOf } from '../pod-spec.ts';
import { portValue } from '../port-value.ts';
import { printFlags } from '../printers/print-flags.ts';
import { findObjects, type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { routeResource, routeTo } from '../routes.ts';

const services = { group: '', version: 'v1', resource: 'services' } as const;

const exposeFlags = {
  ...printFlags,
  'cluster-ip': string(),
  'dry-run': dryRunFlag,
  'external-ip': string(),
  'field-manager': string({ default: 'kubectl-expose' }),
  filename: stringSlice({ shorthand: 'f' }),
  hostname: string(),
  kustomize: string({ shorthand: 'k' }),
  labels: string({ shorthand: 'l' }),
  'load-balancer-ip': string(),
  name: string(),
  'override-type': string({ default: 'merge' }),
  overrides: string(),
  path: string(),
  port: string(),
  protocol: string(),
  recursive: boolean({ shorthand: 'R' }),
  'save-config': boolean(),
  selector: string(),
  'session-affinity': string(),
  'target-port': string(),
  type: string(),
  'wildcard-policy': string(),
} as const;

type Expose = Invocation<typeof exposeFlags>;

/** `oc expose`: a route to a service, or a service for pods (oc pkg/cli/expose/expose.go). */
export const expose = defineCommand({
  path: 'expose',
  use:
    'expose (-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] ' +
    '[--external-ip=external-ip-of-service] [--type=type]',
  flags: exposeFlags,
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    if (!['', 'Subdomain', 'None'].includes(flags['wildcard-policy'])) throw new OcError('only "Subdomain" or "None" are supported for wildcard-policy');
    const { infos, errors } = await findObjects(oc, { args, filenames: flags.filename, recursive: flags.recursive });
    throwErrors(errors);
    const [info, ...more] = infos;
    if (more.length > 0) throw new OcError(`multiple resources provided: [${args.join(' ')}]`);
    if (!info) return;
    if (info.object.kind !== 'Service') return createAndPrint(oc, services, serviceFor(oc, info, flags), flags, undefined, 'exposed');
    if (flags.type !== '') throw new OcError('cannot use --type when exposing route');
    const route = routeTo(oc, info.object as Service, flags, { forcePort: true });
    await createAndPrint(oc, routeResource, route, flags, undefined, 'exposed');
  },
});

/** (k8s.io/kubectl pkg/cmd/expose/expose.go createService) */
function serviceFor(oc: OcContext, { mapping, name, object }: ResourceObject, flags: Expose['flags']): KubeObject {
  const kind = `${mapping.kind}${mapping.group === '' ? '' : `.${mapping.group}`}`;
  if (!['ReplicationController', 'Pod', 'Deployment.apps', 'ReplicaSet.apps', 'DeploymentConfig.apps.openshift.io'].includes(kind)) {
    throw new OcError(`cannot expose a ${kind}`);
  }
  const selector = flags.selector === '' ? selectorOf(object) : parseLabels(flags.selector);
  const ports = portsFor(object, flags);
  if (ports.length === 0 && flags['cluster-ip'] !== 'None') throw new OcError("couldn't find port via --port flag or introspection");
  const labels = flags.labels === '' ? object.metadata.labels : parseLabels(flags.labels);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: flags.name || name.slice(0, 63), ...explicitNamespace(oc), ...(labels && { labels }), creationTimestamp: null },
    spec: {
      ...(ports.length > 0 && { ports }),
      selector,
      ...(flags['cluster-ip'] !== '' && { clusterIP: flags['cluster-ip'] }),
      ...(flags.type !== '' && { type: flags.type }),
      ...(flags['external-ip'] !== '' && { externalIPs: [flags['external-ip']] }),
      ...(flags['load-balancer-ip'] !== '' && { loadBalancerIP: flags['load-balancer-ip'] }),
      ...(flags['session-affinity'] !== '' && { sessionAffinity: flags['session-affinity'] }),
    },
    status: { loadBalancer: {} },
  };
}

function selectorOf(object: KubeObject): Readonly<Record<string, string>> {
  const refused = (why: string) => new OcError(`couldn't retrieve selectors via --selector flag or introspection: ${why}`);
  if (object.kind === 'Pod') {
    if (!object.metadata.labels) throw refused('the pod has no labels and cannot be exposed');
    return (object as Pod).metadata.labels ?? {};
  }
  if (object.kind === 'ReplicationController' || object.kind === 'DeploymentConfig') return (object as ReplicationController).spec.selector ?? {};
  const { selector } = (object as Deployment | ReplicaSet).spec;
  if (selector.matchExpressions?.length)
    throw refused(`couldn't convert expressions - "${JSON.stringify(selector.matchExpressions)}" to map-based selector format`);
  if (!selector.matchLabels) throw refused('invalid deployment: no selectors, therefore cannot be exposed');
  return selector.matchLabels;
}

function portsFor(object: KubeObject, flags: Expose['flags']): readonly ServicePort[] {
  const declared = (podSpecOf(object)?.containers ?? []).flatMap(({ ports }) => ports ?? []);
  const numbers = flags.port === '' ? [...new Set(declared.map(({ containerPort }) => String(containerPort)))] : flags.port.split(',');
  return numbers.map((text, index) => {
    if (!/^\d+$/.test(text)) throw new OcError(`strconv.Atoi: parsing ${goQuote(text)}: invalid syntax`);
    const port = Number(text);
    const target = flags['target-port'] === '' ? port : portValue(flags['target-port']);
    return { ...(numbers.length > 1 && { name: `port-${index + 1}` }), protocol: protocolOf(declared, port, flags.protocol), port, targetPort: target };
  });
}

const protocolOf = (declared: readonly ContainerPort[], port: number, typed: string): string =>
  typed || (declared.find(({ containerPort }) => containerPort === port)?.protocol ?? 'TCP');
