import type { Service } from '../../api/core.ts';
import type { KubeObject } from '../../api/meta.ts';
import { qualifiedResource } from '../../api/resource.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { createAndPrint, openshiftCreateFlags, requireFlags } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { string } from '../flags.ts';
import { resourceFor } from '../resource-mapper.ts';
import { routeResource, routeTo, routeToAbsent } from '../routes.ts';

const routeFlags = {
  ...openshiftCreateFlags,
  hostname: string(),
  'insecure-policy': string(),
  port: string(),
  service: string(),
  'wildcard-policy': string(),
} as const;

const edgeFlags = { ...routeFlags, 'ca-cert': string(), cert: string(), key: string(), path: string() } as const;
const reencryptFlags = { ...edgeFlags, 'dest-ca-cert': string() } as const;

/** `oc create route edge` (oc pkg/cli/create/routeedge.go). */
export const createRouteEdge = defineCommand({
  path: 'create route edge',
  use: 'edge [NAME] --service=SERVICE',
  flags: edgeFlags,
  arguments: [],
  run: async (invocation) => createRoute(invocation, 'edge', await certificates(invocation.oc, invocation.flags)),
});

/** `oc create route passthrough` (oc pkg/cli/create/routepassthrough.go). */
export const createRoutePassthrough = defineCommand({
  path: 'create route passthrough',
  use: 'passthrough [NAME] --service=SERVICE',
  flags: routeFlags,
  arguments: [],
  run: (invocation) => createRoute(invocation, 'passthrough', {}),
});

/** `oc create route reencrypt` (oc pkg/cli/create/routereenecrypt.go). */
export const createRouteReencrypt = defineCommand({
  path: 'create route reencrypt',
  use: 'reencrypt [NAME] --service=SERVICE',
  flags: reencryptFlags,
  arguments: [],
  run: async (invocation) => {
    const { oc, flags } = invocation;
    const destination = await fileText(oc, flags['dest-ca-cert']);
    const given = await certificates(oc, flags);
    await createRoute(invocation, 'reencrypt', { ...given, ...(destination !== '' && { destinationCACertificate: destination }) });
  },
});

async function createRoute(invocation: Invocation<typeof routeFlags>, termination: string, given: Readonly<Record<string, string>>): Promise<void> {
  const { args, flags, oc } = invocation;
  const [name = '', ...more] = args;
  requireFlags(invocation, ['service']);
  if (more.length > 0) throw new OcError('multiple names provided. Please specify at most one');
  const serviceName = serviceArgument(oc, flags.service);
  const service = oc.client.find<Service>({ group: '', version: 'v1', resource: 'services' }, oc.namespace, serviceName);
  const settings = { ...flags, name };
  const route = service ? routeTo(oc, service, settings, { forcePort: false }) : routeToAbsent(oc, serviceName, settings);
  const policy = flags['insecure-policy'];
  const tls = { termination, ...given, ...(policy !== '' && { insecureEdgeTerminationPolicy: policy }) };
  await createAndPrint(oc, routeResource, { ...route, spec: { ...(route.spec as object), tls } } as KubeObject, flags);
}

function serviceArgument({ discovery }: OcContext, typed: string): string {
  if (typed === '') throw new OcError('you need to provide a service name via --service');
  const at = typed.indexOf('/');
  if (at < 0) return typed;
  const resource = resourceFor(discovery, typed.slice(0, at));
  if (resource.group !== '' || resource.resource !== 'services') throw new OcError(`cannot expose ${qualifiedResource(resource)} as routes`);
  return typed.slice(at + 1);
}

interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
  readonly 'ca-cert': string;
}

async function certificates(oc: OcContext, files: CertificateFiles): Promise<Readonly<Record<string, string>>> {
  const read = { certificate: await fileText(oc, files.cert), key: await fileText(oc, files.key), caCertificate: await fileText(oc, files['ca-cert']) };
  return Object.fromEntries(Object.entries(read).filter(([, text]) => text !== ''));
}

async function fileText({ host }: OcContext, path: string): Promise<string> {
  if (path === '') return '';
  if (!(await host.files.exists(path))) throw new OcError(`open ${path}: no such file or directory`);
  return host.files.read(path);
}
