import { canonical } from '../../api/canonical-json.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { StatusError } from '../../api/status.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { keyOf, splitKey, watchSelf } from './owner-reference.ts';
import { deleteIfThere } from './pod-control.ts';
import { isPodActive, isPodReady } from './pod-status.ts';
import { endpoints, pods, services } from './targets.ts';

interface Service extends KubeObject {
  readonly spec: { readonly selector?: Readonly<Record<string, string>>; readonly ports?: readonly ServicePort[] };
}

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
  readonly targetPort?: number | string;
}

/** Keeps the addresses behind each Service: the pods that its selector takes, ready ones apart from the others. */
// kubernetes pkg/controller/endpoint/endpoints_controller.go syncService
export const endpointsController: Controller = {
  name: 'endpoint-controller',
  user: 'system:serviceaccount:kube-system:endpoint-controller',
  watches: [watchSelf(services), { resource: pods, keys: ({ object, previous }, lister) => servicesOf([object, previous], lister) }],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const service = context.lister.get<Service>(services, namespace, name);
    if (!service) deleteIfThere(context, endpoints, namespace, name);
    else if (service.spec.selector && Object.keys(service.spec.selector).length > 0) write(service, context);
    return undefined;
  },
};

const selects = (selector: Readonly<Record<string, string>> | undefined, pod: KubeObject) => {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => pod.metadata.labels?.[key] === value);
};

function servicesOf(changed: readonly (KubeObject | undefined)[], lister: ControllerContext['lister']): readonly string[] {
  const namespace = changed[0]?.metadata.namespace;
  return lister
    .list<Service>(services, namespace)
    .filter(({ spec }) => changed.some((pod) => pod && selects(spec.selector, pod)))
    .map(keyOf);
}

function write(service: Service, { client, lister }: ControllerContext): void {
  const { namespace, name, labels } = service.metadata;
  const members = lister.list<Pod>(pods, namespace).filter((pod) => selects(service.spec.selector, pod) && isPodActive(pod) && pod.status?.podIP);
  const current = lister.get<KubeObject>(endpoints, namespace, name);
  const subsets = subsetsOf(service, members);
  const metadata = { ...current?.metadata, name, ...(namespace !== undefined && { namespace }), ...(labels && { labels }) };
  const next: KubeObject = { apiVersion: 'v1', kind: 'Endpoints', metadata, ...(subsets.length > 0 && { subsets }) };
  if (current && canonical(current.subsets ?? []) === canonical(subsets)) return;
  try {
    if (current) client.update(endpoints, namespace, next);
    else client.create(endpoints, namespace, next);
  } catch (error) {
    // the namespace may be going
    if (!(error instanceof StatusError)) throw error;
  }
}

function subsetsOf({ spec }: Service, members: readonly Pod[]): readonly unknown[] {
  if (members.length === 0) return [];
  const addresses = (isReady: boolean) => members.filter((pod) => isPodReady(pod) === isReady).map(addressOf);
  const ports = (spec.ports ?? []).map((port) => ({
    ...(port.name && { name: port.name }),
    port: targetPort(port, members[0]),
    protocol: port.protocol ?? 'TCP',
  }));
  const [ready, notReady] = [addresses(true), addresses(false)];
  return [{ ...(ready.length > 0 && { addresses: ready }), ...(notReady.length > 0 && { notReadyAddresses: notReady }), ports }];
}

function addressOf({ metadata, spec, status }: Pod): unknown {
  const { name, namespace, uid } = metadata;
  return { ip: status?.podIP, nodeName: spec.nodeName, targetRef: { kind: 'Pod', name, namespace, uid } };
}

function targetPort({ port, targetPort: target }: ServicePort, pod: Pod | undefined): number {
  if (typeof target === 'number') return target;
  const named = pod?.spec.containers.flatMap(({ ports = [] }) => ports).find(({ name }) => name !== undefined && name === target);
  return named?.containerPort ?? (Number(target) || port);
}
