import type { KubeObject, Timestamp } from '../../api/meta.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { DescribeContext, Describer } from './describer.ts';
import { ago, writeField, writeMeta } from './openshift-metadata.ts';
import { endpointsOf } from './service.ts';

interface Backend {
  readonly name: string;
  readonly weight?: number;
}

interface Ingress {
  readonly host?: string;
  readonly routerName?: string;
  readonly routerCanonicalHostname?: string;
  readonly conditions?: readonly {
    readonly type: string;
    readonly status: string;
    readonly reason?: string;
    readonly message?: string;
    readonly lastTransitionTime?: Timestamp;
  }[];
}

interface Route extends KubeObject {
  readonly spec?: {
    readonly host?: string;
    readonly path?: string;
    readonly to?: Backend;
    readonly alternateBackends?: readonly Backend[];
    readonly port?: { readonly targetPort: number | string };
    readonly tls?: { readonly termination?: string; readonly insecureEdgeTerminationPolicy?: string };
  };
  readonly status?: { readonly ingress?: readonly Ingress[] };
}

/** A Route with the endpoints behind it (oc pkg/helpers/describe RouteDescriber). */
export const describeRoute: Describer<Route> = (route, context) =>
  openshiftText((text) => {
    const { spec = {}, status = {} } = route;
    const ingresses = status.ingress ?? [];
    writeMeta(text, route, context.now);
    writeField(text, 'Requested Host', spec.host || '<auto>');
    for (const ingress of ingresses.filter(({ host }) => spec.host && host === spec.host)) writeIngress(text, ingress, true, context.now);
    for (const ingress of ingresses.filter(({ host }) => host !== spec.host)) writeIngress(text, ingress, false, context.now);
    writeField(text, 'Path', spec.path);
    writeField(text, 'TLS Termination', spec.tls?.termination);
    writeField(text, 'Insecure Policy', spec.tls?.insecureEdgeTerminationPolicy);
    writeField(text, 'Endpoint Port', spec.port?.targetPort ?? '<all endpoint ports>');
    const backends = [...(spec.to ? [spec.to] : []), ...(spec.alternateBackends ?? [])];
    const total = backends.reduce((sum, { weight = 0 }) => sum + weight, 0);
    for (const backend of backends) writeBackend(text, route, backend, total, context);
  });

// oc pkg/helpers/describe formatRouteIngress
function writeIngress(
  text: DescribedText,
  { host = '', routerName = '', routerCanonicalHostname, conditions = [] }: Ingress,
  isShort: boolean,
  now: number,
): void {
  const router = `${routerName}${routerCanonicalHostname ? ` (host ${routerCanonicalHostname})` : ''}`;
  const admitted = conditions.find(({ type }) => type === 'Admitted');
  const since = admitted?.lastTransitionTime ? `${ago(admitted.lastTransitionTime, now).toLowerCase()} ago` : '';
  if (admitted?.status === 'True') text.write(0, `\t  ${isShort ? '' : host} exposed on router ${router}${since === '' ? '' : ` ${since}`}\n`);
  if (admitted?.status === 'False') {
    text.write(0, `\trejected by router ${routerName}: ${router.slice(routerName.length)}${admitted.reason ?? ''}${since === '' ? '' : ` (${since})`}\n`);
    if (admitted.message) text.write(0, `\t  ${admitted.message}\n`);
  }
}

function writeBackend(text: DescribedText, { metadata, spec }: Route, { name, weight = 0 }: Backend, total: number, context: DescribeContext): void {
  text.write(0, '\n');
  writeField(text, 'Service', name);
  writeField(text, 'Weight', weight > 0 ? `${weight} (${Math.trunc((weight * 100) / total)}%)` : 0);
  const subsets = endpointsOf({ metadata: { ...metadata, name } }, context);
  if (!subsets) {
    writeField(text, 'Endpoints', `<error: endpoints "${name}" not found>`);
    return;
  }
  const port = spec?.port?.targetPort;
  const addresses = subsets.flatMap(({ addresses: ready = [], ports = [] }) =>
    ports.filter((open) => port === undefined || open.name === port || open.port === port).flatMap((open) => ready.map(({ ip }) => `${ip}:${open.port}`)),
  );
  const more = addresses.length > 3 ? ` + ${addresses.length - 3} more...` : '';
  writeField(text, 'Endpoints', addresses.slice(0, 3).join(', ') + more);
}
