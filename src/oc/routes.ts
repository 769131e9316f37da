import type { Service } from '../api/core.ts';
import type { KubeObject } from '../api/meta.ts';
import type { OcContext } from './command.ts';
import { explicitNamespace } from './create-subcommand.ts';
import { OcError } from './errors.ts';
import { goQuote } from './go-quote.ts';
import { portValue } from './port-value.ts';

export const routeResource = { group: 'route.openshift.io', version: 'v1', resource: 'routes' } as const;

export interface RouteSettings {
  readonly name: string;
  readonly hostname: string;
  readonly port: string;
  readonly path?: string;
  readonly 'wildcard-policy': string;
}

/** A route to a service. Where it goes to an unnamed port, `forcePort` writes down which (oc pkg/cli/create/route/route.go UnsecuredRoute). */
export function routeTo(oc: OcContext, service: Service, settings: RouteSettings, { forcePort }: { readonly forcePort: boolean }): KubeObject {
  const { name, labels } = service.metadata;
  const port = service.spec.ports?.find(({ protocol = 'TCP' }) => protocol === 'TCP');
  if (!port) throw new OcError(`service ${goQuote(name)} doesn't support TCP`);
  const unnamed = forcePort ? (service.spec.ports?.[0]?.targetPort ?? '') : '';
  return routeObject(oc, name, settings, port.name || unnamed, labels);
}

/** A route to a service that is not there yet. */
export function routeToAbsent(oc: OcContext, service: string, settings: RouteSettings): KubeObject {
  if (settings.port === '') throw new OcError('you need to provide a route port via --port when exposing a non-existent service');
  return routeObject(oc, service, settings, '');
}

function routeObject(oc: OcContext, service: string, settings: RouteSettings, port: number | string, labels?: Readonly<Record<string, string>>): KubeObject {
  const { name, hostname, path = '', 'wildcard-policy': wildcardPolicy } = settings;
  const targetPort = settings.port === '' ? port : portValue(settings.port);
  return {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { name: name || service, ...explicitNamespace(oc), ...(labels && { labels }), creationTimestamp: null },
    spec: {
      ...(hostname !== '' && { host: hostname }),
      ...(path !== '' && { path }),
      to: { kind: '', name: service, weight: null },
      ...(targetPort !== '' && { port: { targetPort } }),
      ...(wildcardPolicy !== '' && { wildcardPolicy }),
    },
    status: {},
  };
}
