import type { Service } from '../../api/core.ts';
import { goQuote } from '../go-quote.ts';
import type { Marker, MarkerScanner, ScanContext } from './markers.ts';
import { admittedCondition, type Route } from './route.ts';
import { edgeKinds, type GraphNode } from './status-graph.ts';

/** Routes to services or ports that are not there (oc pkg/helpers/graph/routegraph/analysis/analysis.go FindPortMappingIssues). */
export const portIssues: MarkerScanner = (context) =>
  context.graph.ofKind<Route>('Route').flatMap((node) => {
    const [service] = context.graph.successors<Service>(node, edgeKinds.exposedThroughRoute);
    return service ? portIssue(context, node, service) : [];
  });

function portIssue({ name }: ScanContext, node: GraphNode<Route>, service: GraphNode<Service>): readonly Marker[] {
  const warning = { node, severity: 'warning' } as const;
  const [route, svc] = [name(node), name(service)];
  if (!service.found) return [{ ...warning, key: 'MissingService', message: `${route} is supposed to route traffic to ${svc} but ${svc} doesn't exist.` }];
  const ports = service.object.spec.ports ?? [];
  const target = String(node.object.spec.port?.targetPort ?? '');
  if (target === '') {
    const message = `${route} doesn't have a port specified and is routing traffic to ${svc} which uses multiple ports.`;
    return ports.length > 1 ? [{ ...warning, key: 'MissingRoutePort', message }] : [];
  }
  const numeric = /^\d+$/.test(target);
  if (ports.some((port) => (numeric ? Number(port.targetPort) === Number(target) : port.name === target))) return [];
  const message = numeric
    ? `${route} has a port specified (${target}) but ${svc} has no such targetPort.`
    : `${route} has a named port specified (${goQuote(target)}) but ${svc} has no such named port.`;
  const [only, ...more] = ports;
  const suggestion = only && more.length === 0 ? `oc patch ${route} -p '{"spec":{"port":{"targetPort": ${Number(only.targetPort) || 0}}}}'` : undefined;
  return [{ ...warning, key: 'WrongRoutePort', message, ...(suggestion !== undefined && { suggestion }) }];
}

/** (FindMissingTLSTerminationType) */
export const missingTermination: MarkerScanner = ({ graph, name }) =>
  graph
    .ofKind<Route>('Route')
    .filter(({ object }) => object.spec.tls && !object.spec.tls.termination)
    .map((node) => ({
      node,
      severity: 'error',
      key: 'MissingTLSTermination',
      message: `${name(node)} has a TLS configuration but no termination type specified.`,
      suggestion:
        `oc patch ${name(node)} -p '{"spec":{"tls":{"termination":"<type>"}}}' ` +
        '(replace <type> with a valid termination type: edge, passthrough, reencrypt)',
    }));

/** (FindPathBasedPassthroughRoutes) */
export const passthroughWithPath: MarkerScanner = ({ graph, name }) =>
  graph
    .ofKind<Route>('Route')
    .filter(({ object }) => object.spec.path && object.spec.tls?.termination === 'passthrough')
    .map((node) => ({
      node,
      severity: 'error',
      key: 'PathBasedPassthrough',
      message: `${name(node)} is path-based and uses passthrough termination, which is an invalid combination.`,
      suggestion:
        '1. use spec.tls.termination=edge or 2. use spec.tls.termination=reencrypt and specify spec.tls.destinationCACertificate or 3. remove spec.path',
    }));

/** Routes that a router refused (FindRouteAdmissionFailures). */
export const refusedRoutes: MarkerScanner = ({ graph, name }) =>
  graph.ofKind<Route>('Route').flatMap((node): readonly Marker[] => {
    const refused = node.object.status?.ingress?.find((ingress) => admittedCondition(ingress)?.status === 'False');
    const condition = refused && admittedCondition(refused);
    if (!refused || !condition) return [];
    const router = `${goQuote(refused.routerName ?? '')}: ${refused.routerCanonicalHostname ?? ''}`;
    const message = `${name(node)} was not accepted by router ${router}${condition.message ?? ''} (${condition.reason ?? ''})`;
    return [{ node, severity: 'error', key: 'RouteNotAdmitted', message }];
  });

/** Routes that no router serves (FindMissingRouter). */
export const missingRouter: MarkerScanner = ({ graph, name }) =>
  graph
    .ofKind<Route>('Route')
    .filter(({ object }) => !object.status?.ingress?.length)
    .map((node) => {
      const traffic = `${name(node)} is routing traffic to svc/${node.object.spec.to.name}`;
      const message = `${traffic}, but either the administrator has not installed a router or the router is not selecting this route.`;
      return { node, severity: 'error', key: 'MissingRequiredRouter', message };
    });
