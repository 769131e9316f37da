import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { isDns1123Subdomain } from '../name-validation.ts';
import { invalidValue, notSupportedValue, requiredValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { column, nameColumn } from '../tables/human-time.ts';

interface RouteBackend {
  readonly kind?: string;
  readonly name: string;
  readonly weight?: number;
}

interface Route extends KubeObject {
  readonly spec: {
    readonly host?: string;
    readonly path?: string;
    readonly to: RouteBackend;
    readonly alternateBackends?: readonly RouteBackend[];
    readonly port?: { readonly targetPort: number | string };
    readonly tls?: { readonly termination?: string; readonly insecureEdgeTerminationPolicy?: string };
    readonly wildcardPolicy?: string;
  };
}

/** Routes (openshift-apiserver pkg/route/apiserver/registry/route). No router runs here, so none is admitted. */
export const routeStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Route>(info, strategy, {
    hasStatus: true,
    table: {
      columns: [nameColumn, ...['Host/Port', 'Path', 'Services', 'Port', 'Termination', 'Wildcard'].map((name) => column(name))],
      cells: (object) => {
        const { metadata, spec } = object as Route;
        return [
          metadata.name,
          spec.host ?? '',
          spec.path ?? '',
          servicesText(spec),
          String(spec.port?.targetPort ?? '<all>'),
          terminationText(spec.tls),
          spec.wildcardPolicy ?? '',
        ];
      },
    },
  });

const appsDomain = 'apps.ocp4.example.com';

const strategy: Strategy<Route> = {
  setDefaults: (route) => ({
    ...route,
    spec: {
      ...route.spec,
      to: { ...route.spec?.to, kind: route.spec?.to?.kind || 'Service', weight: route.spec?.to?.weight ?? 100 },
      wildcardPolicy: route.spec?.wildcardPolicy || 'None',
    },
    status: route.status ?? {},
  }),
  prepareForCreate: (route) => withHost({ ...route, status: {} }),
  prepareForUpdate: (next, old) => ({ ...next, spec: { ...next.spec, host: next.spec.host || old.spec.host }, status: old.status }),
  validate: validateRoute,
  selectableFields: ({ spec }) => ({ 'spec.path': spec.path ?? '', 'spec.host': spec.host ?? '', 'spec.to.name': spec.to.name }),
};

// openshift library-go pkg/route/hostassignment: name-namespace.apps-domain
function withHost(route: Route): Route {
  if (route.spec.host) return route;
  const { annotations, name, namespace } = route.metadata;
  const host = `${name}-${namespace}.${appsDomain}`;
  return { ...route, metadata: { ...route.metadata, annotations: { ...annotations, 'openshift.io/host.generated': 'true' } }, spec: { host, ...route.spec } };
}

const terminations = ['edge', 'passthrough', 'reencrypt'];

function validateRoute({ spec }: Route): readonly FieldError[] {
  const { to, host, path, tls } = spec;
  return [
    ...(host ? isDns1123Subdomain(host).map((text) => invalidValue('spec.host', host, `host must conform to DNS 952 subdomain conventions: ${text}`)) : []),
    ...(path && !path.startsWith('/') ? [invalidValue('spec.path', path, 'path must begin with /')] : []),
    ...(to.name ? [] : [requiredValue('spec.to.name')]),
    ...(tls && !terminations.includes(tls.termination ?? '') ? [notSupportedValue('spec.tls.termination', tls.termination ?? '', terminations)] : []),
  ];
}

function servicesText({ to, alternateBackends = [] }: Route['spec']): string {
  const backends = [to, ...alternateBackends];
  const total = backends.reduce((sum, { weight = 0 }) => sum + weight, 0);
  return backends
    .map(({ name, weight }) => (weight === undefined || (backends.length === 1 && total !== 0) ? name : `${name}(${share(weight, total)}%)`))
    .join(',');
}

const share = (weight: number, total: number) => (total === 0 ? 0 : Math.trunc((weight * 100) / total));

function terminationText(tls: Route['spec']['tls']): string {
  const { termination, insecureEdgeTerminationPolicy: insecure } = tls ?? {};
  if (termination) return insecure ? `${termination}/${insecure}` : termination;
  return insecure ? `default/${insecure}` : '';
}
