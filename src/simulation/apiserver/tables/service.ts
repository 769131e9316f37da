import type { Endpoints, Service } from '../../../api/core.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from './human-time.ts';

/** `oc get services` (kubernetes pkg/printers/internalversion printService). */
export const serviceTable: TableConvertor = {
  columns: [nameColumn, column('Type'), column('Cluster-IP'), column('External-IP'), column('Port(s)'), ageColumn, column('Selector', 'string', 1)],
  cells: (object, now) => {
    const { metadata, spec } = object as Service;
    return [
      metadata.name,
      spec.type ?? '',
      spec.clusterIP || '<none>',
      externalAddress(object as Service),
      portsText(object as Service),
      ageOf(metadata.creationTimestamp, now),
      selectorText(spec.selector),
    ];
  },
};

function externalAddress({ spec, status }: Service): string {
  const external = spec.externalIPs ?? [];
  if (spec.type === 'ExternalName') return spec.externalName ?? '';
  if (spec.type !== 'LoadBalancer') return external.join(',') || '<none>';
  const balanced = (status?.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip ?? hostname ?? '');
  return [...balanced, ...external].join(',') || '<pending>';
}

function portsText({ spec }: Service): string {
  const texts = (spec.ports ?? []).map(({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol}`);
  return texts.join(',') || '<none>';
}

function selectorText(selector: Readonly<Record<string, string>> | undefined): string {
  const pairs = Object.entries(selector ?? {}).map(([key, value]) => `${key}=${value}`);
  return pairs.sort().join(',') || '<none>';
}

/** `oc get endpoints` (printEndpoints). */
export const endpointsTable: TableConvertor = {
  columns: [nameColumn, column('Endpoints'), ageColumn],
  cells: (object, now) => [object.metadata.name, addressesText(object as Endpoints), ageOf(object.metadata.creationTimestamp, now)],
};

function addressesText({ subsets = [] }: Endpoints): string {
  const all = subsets.flatMap(({ addresses = [], ports = [] }) =>
    ports.length === 0 ? addresses.map(({ ip }) => ip) : ports.flatMap(({ port }) => addresses.map(({ ip }) => `${ip}:${port}`)),
  );
  if (all.length === 0) return '<none>';
  return all.length > 3 ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...` : all.join(',');
}
