import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { DescribeContext, Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { formatLabels, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
  readonly targetPort?: number | string;
  readonly nodePort?: number;
}

interface Service extends KubeObject {
  readonly spec?: {
    readonly selector?: Readonly<Record<string, string>>;
    readonly type?: string;
    readonly ipFamilyPolicy?: string;
    readonly ipFamilies?: readonly string[];
    readonly clusterIP?: string;
    readonly clusterIPs?: readonly string[];
    readonly externalIPs?: readonly string[];
    readonly externalName?: string;
    readonly ports?: readonly ServicePort[];
    readonly sessionAffinity?: string;
    readonly externalTrafficPolicy?: string;
    readonly internalTrafficPolicy?: string;
  };
}

/** A Service (k8s.io/kubectl pkg/describe describeService). */
export const describeService: Describer<Service> = (service, context) =>
  kubectlText((text) => {
    const { spec = {} } = service;
    writeNameAndNamespace(text, service);
    writeLabelsAndAnnotations(text, service);
    text.write(0, `Selector:\t${formatLabels(spec.selector)}\n`);
    text.write(0, `Type:\t${spec.type ?? ''}\n`);
    if (spec.ipFamilyPolicy) text.write(0, `IP Family Policy:\t${spec.ipFamilyPolicy}\n`);
    text.write(0, `IP Families:\t${(spec.ipFamilies ?? []).join(',') || '<none>'}\n`);
    text.write(0, `IP:\t${spec.clusterIP ?? ''}\n`);
    text.write(0, `IPs:\t${(spec.clusterIPs ?? []).join(',') || '<none>'}\n`);
    if (spec.externalIPs?.length) text.write(0, `External IPs:\t${spec.externalIPs.join(',')}\n`);
    if (spec.externalName) text.write(0, `External Name:\t${spec.externalName}\n`);
    const subsets = endpointsOf(service, context);
    for (const port of spec.ports ?? []) writePort(text, port, subsets);
    text.write(0, `Session Affinity:\t${spec.sessionAffinity ?? ''}\n`);
    if (spec.externalTrafficPolicy) text.write(0, `External Traffic Policy:\t${spec.externalTrafficPolicy}\n`);
    if (spec.internalTrafficPolicy) text.write(0, `Internal Traffic Policy:\t${spec.internalTrafficPolicy}\n`);
    writeEventsOf(text, service, context);
  });

function writePort(
  text: DescribedText,
  { name, port, protocol = 'TCP', targetPort, nodePort }: ServicePort,
  subsets: readonly EndpointSubset[] | undefined,
): void {
  text.write(0, `Port:\t${name || '<unset>'}\t${port}/${protocol}\n`);
  text.write(0, `TargetPort:\t${targetPort ?? port}/${protocol}\n`);
  if (nodePort) text.write(0, `NodePort:\t${name || '<unset>'}\t${nodePort}/${protocol}\n`);
  const addresses = (subsets ?? []).flatMap(({ addresses: ready = [], ports = [] }) =>
    ports.filter((open) => (open.name ?? '') === (name ?? '')).flatMap((open) => ready.map(({ ip }) => `${ip}:${open.port}`)),
  );
  text.write(0, `Endpoints:\t${subsets ? endpointsText(addresses) : '<none>'}\n`);
}

/** Addresses behind a service (core/v1 EndpointSubset). */
export interface EndpointSubset {
  readonly addresses?: readonly { readonly ip: string }[];
  readonly ports?: readonly { readonly name?: string; readonly port: number }[];
}

/** The addresses behind a service, or undefined where it has no Endpoints. */
export function endpointsOf({ metadata }: Pick<KubeObject, 'metadata'>, { client }: DescribeContext): readonly EndpointSubset[] | undefined {
  try {
    const endpoints = client.find({ group: '', version: 'v1', resource: 'endpoints' }, metadata.namespace, metadata.name);
    return endpoints && ((endpoints.subsets ?? []) as readonly EndpointSubset[]);
  } catch (error) {
    if (error instanceof StatusError) return undefined;
    throw error;
  }
}

function endpointsText(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 3).join(',');
  return addresses.length > 3 ? `${shown} + ${addresses.length - 3} more...` : shown;
}
