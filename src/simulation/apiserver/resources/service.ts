import type { Service, ServicePort, ServiceSpec } from '../../../api/core.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { isDns1035Label } from '../name-validation.ts';
import { duplicateValue, invalidValue, labelErrors, notSupportedValue, requiredValue } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { serviceTable } from '../tables/service.ts';

/** Services, each with an address of its own (kubernetes pkg/registry/core/service). */
export const serviceStorage = (info: ResourceInfo): RestStorage => standardStorage<Service>(info, strategy, { hasStatus: true, table: serviceTable });

const strategy: Strategy<Service> = {
  validateName: isDns1035Label,
  setDefaults: (service) => ({ ...service, spec: defaultSpec(service.spec ?? {}), status: service.status ?? { loadBalancer: {} } }),
  prepareForCreate: (service, context) => ({ ...service, spec: withAddress(service.spec, context), status: { loadBalancer: {} } }),
  prepareForUpdate: (next, old, context) => ({ ...next, spec: withAddress(keptAddress(next.spec, old.spec), context), status: old.status }),
  validate: validateService,
  validateUpdate: (next, old) => [...addressErrors(next.spec, old.spec), ...validateService(next)],
};

// kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Service
function defaultSpec(spec: ServiceSpec): ServiceSpec {
  const type = spec.type || 'ClusterIP';
  return {
    ...spec,
    type,
    sessionAffinity: spec.sessionAffinity || 'None',
    ...(spec.ports && { ports: spec.ports.map(defaultPort) }),
    ...(type !== 'ExternalName' && { internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster' }),
    ...((type === 'NodePort' || type === 'LoadBalancer') && { externalTrafficPolicy: spec.externalTrafficPolicy ?? 'Cluster' }),
    ...(type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? true }),
  };
}

const defaultPort = (port: ServicePort): ServicePort => ({ ...port, protocol: port.protocol || 'TCP', targetPort: port.targetPort || port.port });

function withAddress(spec: ServiceSpec, context: RequestContext): ServiceSpec {
  if (spec.type === 'ExternalName') return spec;
  const clusterIP = spec.clusterIP || newAddress(context);
  const ports =
    spec.type === 'ClusterIP' ? spec.ports : spec.ports?.map((port) => ({ ...port, nodePort: port.nodePort ?? 30000 + (context.identity.number() % 2768) }));
  return { ...spec, clusterIP, clusterIPs: [clusterIP], ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack', ...(ports && { ports }) };
}

/** A free address of the service network, 172.30.0.0/16. */
function newAddress({ identity, store }: RequestContext): string {
  const taken = new Set(store.list({ group: '', resource: 'services' }).map((service) => (service as Service).spec.clusterIP));
  for (;;) {
    const number = 256 + (identity.number() % 65000);
    const address = `172.30.${number >> 8}.${number & 255}`;
    if (!taken.has(address) && (number & 255) !== 0 && (number & 255) !== 255) return address;
  }
}

/** An update may leave the address out; it stays. */
function keptAddress(next: ServiceSpec, old: ServiceSpec): ServiceSpec {
  if (next.type === 'ExternalName' || next.clusterIP || !old.clusterIP) return next;
  return { ...next, clusterIP: old.clusterIP };
}

function addressErrors(next: ServiceSpec, old: ServiceSpec): readonly FieldError[] {
  if (!old.clusterIP || next.type === 'ExternalName' || next.clusterIP === old.clusterIP) return [];
  return [invalidValue('spec.clusterIPs[0]', next.clusterIP, 'may not change once set')];
}

const serviceTypes = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

// kubernetes pkg/apis/core/validation ValidateService
function validateService({ spec }: Service): readonly FieldError[] {
  const { ports = [], type = '', selector, externalName, clusterIP } = spec;
  return [
    ...(ports.length === 0 && clusterIP !== 'None' && type !== 'ExternalName' ? [requiredValue('spec.ports')] : []),
    ...(type === 'ExternalName' && !externalName ? [requiredValue('spec.externalName')] : []),
    ...ports.flatMap((port, index) => portErrors(port, `spec.ports[${index}]`, ports.length > 1)),
    ...ports.flatMap((port, index) => duplicateErrors(port, index, ports)),
    ...labelErrors(selector, 'spec.selector'),
    ...(serviceTypes.includes(type) ? [] : [notSupportedValue('spec.type', type, serviceTypes)]),
  ];
}

function portErrors({ name, port, protocol, targetPort, nodePort }: ServicePort, field: string, needsName: boolean): readonly FieldError[] {
  return [
    ...(needsName && !name ? [requiredValue(`${field}.name`)] : []),
    ...(name ? isDns1035LabelOfPort(name).map((text) => invalidValue(`${field}.name`, name, text)) : []),
    ...(isPort(port) ? [] : [invalidValue(`${field}.port`, port ?? 0, 'must be between 1 and 65535, inclusive')]),
    ...(['SCTP', 'TCP', 'UDP'].includes(protocol ?? '') ? [] : [notSupportedValue(`${field}.protocol`, protocol ?? '', ['SCTP', 'TCP', 'UDP'])]),
    ...(typeof targetPort !== 'number' || isPort(targetPort)
      ? []
      : [invalidValue(`${field}.targetPort`, targetPort, 'must be between 1 and 65535, inclusive')]),
    ...(nodePort && (nodePort < 30000 || nodePort > 32767)
      ? [invalidValue(`${field}.nodePort`, nodePort, 'provided port is not in the valid range. The range of valid ports is 30000-32767')]
      : []),
  ];
}

const isPort = (port: unknown) => typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65535;

/** Names of a service's ports are labels that may begin with a digit (`8080-tcp`). */
const isDns1035LabelOfPort = (name: string) => isDns1035Label(name.replace(/^\d/, 'a'));

function duplicateErrors(port: ServicePort, index: number, ports: readonly ServicePort[]): readonly FieldError[] {
  const before = ports.slice(0, index);
  return [
    ...(port.name && before.some(({ name }) => name === port.name) ? [duplicateValue(`spec.ports[${index}].name`, port.name)] : []),
    ...(before.some((other) => other.port === port.port && other.protocol === port.protocol)
      ? [duplicateValue(`spec.ports[${index}]`, { protocol: port.protocol, port: port.port })]
      : []),
  ];
}
