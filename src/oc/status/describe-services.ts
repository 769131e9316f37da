import type { Service, ServicePort, ServiceSpec } from '../../api/core.ts';
import type { Namer } from './resource-name.ts';
import { admittedCondition, type Route } from './route.ts';
import type { GraphNode } from './status-graph.ts';

/** A service: its routes, or its address (oc pkg/helpers/describe/projectstatus.go describeServiceInServiceGroup). */
export function describeService(node: GraphNode<Service>, routes: readonly GraphNode<Route>[], name: Namer): readonly string[] {
  const exposed = routes.flatMap((route) => describeRoute(route, name)).sort(compareExposed);
  const [first, ...more] = exposed;
  const shown = name(node);
  if (first !== undefined) return [`${first} (${shown})`, ...more];
  const { spec } = node.object;
  const ports = describePorts(spec);
  const { clusterIP = '', externalName = '' } = spec;
  if (spec.type === 'NodePort') return [`${shown} (all nodes)${ports}`];
  if (clusterIP === 'None') return [`${shown} (headless)${ports}`];
  if (clusterIP !== '') return [`${shown} - ${clusterIP}${ports}`];
  return [externalName === '' ? `${shown} <initializing>${ports}` : `${shown} - ${externalName}`];
}

function describePorts(spec: ServiceSpec): string {
  const [first, ...more] = spec.ports ?? [];
  if (!first) return ' no ports';
  const headless = spec.clusterIP === 'None';
  const target = ({ targetPort = 0 }: ServicePort) => String(targetPort);
  if (more.length === 0) {
    const port = outerPort(spec, first);
    return target(first) === '0' || headless || port === target(first) ? `:${port}` : `:${port} -> ${target(first)}`;
  }
  const pairs = [first, ...more].map((port) => {
    if (target(port) === '0' || headless) return outerPort(spec, port);
    return port.port === port.targetPort ? target(port) : `${outerPort(spec, port)}->${target(port)}`;
  });
  return ` ports ${pairs.join(', ')}`;
}

function outerPort({ type }: ServiceSpec, { port, nodePort = 0 }: ServicePort): string {
  if (type !== 'NodePort') return String(port);
  return nodePort === 0 ? '<initializing>' : String(nodePort);
}

/** (describeRouteInServiceGroup) */
function describeRoute(node: GraphNode<Route>, name: Namer): readonly string[] {
  const { spec, status } = node.object;
  const ingress = status?.ingress ?? [];
  const refused = ingress.map(admittedCondition).filter((condition) => condition?.status === 'False');
  const reasons = [...new Set(refused.map((condition) => condition?.reason ?? ''))].sort();
  const accepted = ingress.filter((each) => admittedCondition(each)?.status !== 'False').map(({ host = '' }) => host);
  const hosts = [...(accepted.includes(spec.host ?? '') ? [spec.host ?? ''] : []), ...accepted.filter((host) => host !== spec.host)];
  if (hosts.length > 0) return hosts.map((host) => exposedAs(host, node.object, reasons.length > 0));
  if (reasons.length > 0) return [`${name(node)} not accepted: ${reasons[0]}`];
  if (!spec.host) return [`${name(node)} has no host set`];
  return ingress.length === 0 ? [exposedAs(spec.host, node.object, false)] : [`exposed as ${spec.host} by ${name(node)}`];
}

function exposedAs(host: string, { spec }: Route, errors: boolean): string {
  const port = spec.port === undefined || String(spec.port.targetPort) === '' ? '' : ` to pod port ${spec.port.targetPort}`;
  return `${addressOf(host, spec.tls)}${port}${errors ? ' (!)' : ''}`;
}

function addressOf(host: string, tls: Route['spec']['tls']): string {
  if (!tls) return `http://${host}`;
  const { termination, insecureEdgeTerminationPolicy: insecure } = tls;
  if (termination === 'passthrough' || termination === 'reencrypt') return `https://${host} (${termination})`;
  if (termination === 'edge' && insecure === 'Redirect') return `https://${host} (redirects)`;
  return termination === 'edge' && insecure === 'Allow' ? `https://${host} (and http)` : `https://${host}`;
}

/** https before http before others, short hosts before long ones (exposedRoutes). */
function compareExposed(a: string, b: string): number {
  const rank = (text: string) => (text.startsWith('https://') ? 0 : text.startsWith('http://') ? 1 : 2);
  const length = (text: string) => (rank(text) === 2 ? 0 : (text.split(' ')[0]?.length ?? 0));
  return rank(a) - rank(b) || length(a) - length(b) || (a < b ? -1 : a > b ? 1 : 0);
}
