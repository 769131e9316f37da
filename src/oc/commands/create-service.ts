import type { ServiceSpec } from '../../api/core.ts';
import { defineCommand, type Invocation } from '../command.ts';
import { type CreateSettings, createAndPrint, createFlags, explicitNamespace, nameArgument, requireFlags } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { type FlagTable, int, string, stringSlice } from '../flags.ts';

const services = { group: '', version: 'v1', resource: 'services' } as const;

/** `oc create service clusterip` (k8s.io/kubectl pkg/cmd/create/create_service.go). */
export const createServiceClusterIp = defineCommand({
  path: 'create service clusterip',
  use: 'clusterip NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]',
  flags: { ...createFlags, clusterip: string(), tcp: stringSlice() },
  run: (invocation) => createService(invocation, { type: 'ClusterIP', tcp: invocation.flags.tcp, clusterIP: invocation.flags.clusterip }),
});

/** `oc create service nodeport`. */
export const createServiceNodePort = defineCommand({
  path: 'create service nodeport',
  use: 'nodeport NAME [--tcp=port:targetPort] [--dry-run=server|client|none]',
  flags: { ...createFlags, 'node-port': int(), tcp: stringSlice() },
  run: (invocation) => createService(invocation, { type: 'NodePort', tcp: invocation.flags.tcp, nodePort: invocation.flags['node-port'] }),
});

/** `oc create service loadbalancer`. */
export const createServiceLoadBalancer = defineCommand({
  path: 'create service loadbalancer',
  use: 'loadbalancer NAME [--tcp=port:targetPort] [--dry-run=server|client|none]',
  flags: { ...createFlags, tcp: stringSlice() },
  run: (invocation) => createService(invocation, { type: 'LoadBalancer', tcp: invocation.flags.tcp }),
});

/** `oc create service externalname`. */
export const createServiceExternalName = defineCommand({
  path: 'create service externalname',
  use: 'externalname NAME --external-name external.name [--dry-run=server|client|none]',
  flags: { ...createFlags, 'external-name': string(), tcp: stringSlice() },
  run(invocation) {
    requireFlags(invocation, ['external-name']);
    return createService(invocation, { type: 'ExternalName', tcp: invocation.flags.tcp, externalName: invocation.flags['external-name'] });
  },
});

interface Wanted {
  readonly type: NonNullable<ServiceSpec['type']>;
  readonly tcp: readonly string[];
  readonly clusterIP?: string;
  readonly nodePort?: number;
  readonly externalName?: string;
}

type ServiceInvocation = Pick<Invocation<FlagTable>, 'args' | 'dashAt' | 'oc'> & { readonly flags: CreateSettings };

function createService({ args, dashAt, oc, flags }: ServiceInvocation, wanted: Wanted): Promise<void> {
  const name = nameArgument({ args, dashAt });
  const { type, tcp, clusterIP = '', nodePort = 0, externalName = '' } = wanted;
  if (clusterIP !== 'None' && tcp.length === 0 && type !== 'ExternalName') throw new OcError('at least one tcp port specifier must be provided');
  if (type === 'ExternalName' && !/^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/.test(externalName)) throw new OcError(`invalid service external name ${externalName}`);
  const ports = tcp.map((text) => ({ name: text.replaceAll(':', '-'), protocol: 'TCP', ...portsOf(text), ...(nodePort !== 0 && { nodePort }) }));
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...explicitNamespace(oc), labels: { app: name }, creationTimestamp: null },
    spec: {
      ...(ports.length > 0 && { ports }),
      selector: { app: name },
      type,
      ...(externalName !== '' && { externalName }),
      ...(clusterIP !== '' && { clusterIP }),
    },
    status: { loadBalancer: {} },
  };
  return createAndPrint(oc, services, service, flags, `failed to create ${type} service`);
}

/** `80`, or `80:8080`, or `80:http`. */
function portsOf(text: string): { readonly port: number; readonly targetPort: number | string } {
  const [outer = '', inner] = text.split(':');
  const port = numberOf(outer);
  if (inner === undefined) return { port, targetPort: port };
  return { port, targetPort: /^\d+$/.test(inner) ? Number(inner) : inner };
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new OcError(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
}
