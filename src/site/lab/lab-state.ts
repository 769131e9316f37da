import type { KubeObject } from '../../api/meta.ts';
import type { GroupResource } from '../../api/status.ts';
import { element } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';

/** What there is of the cluster to see. */
export interface StateSource {
  list(resource: GroupResource, namespace?: string): readonly KubeObject[];
}

export interface StateRow {
  readonly kind: string;
  readonly name: string;
  /** A few words on how it stands, in the API's own terms. */
  readonly now: string;
}

/** What a project holds that the learner cares for, as rows. */
export function stateRows(state: StateSource, project: string): readonly StateRow[] {
  return kinds.flatMap(({ kind, resource, rows }) => state.list(resource, project).flatMap((object) => rows(object as Loose).map((row) => ({ kind, ...row }))));
}

/** Draws the rows; those that differ from `before` carry a mark, and its words. */
export function drawState(place: HTMLElement, strings: LabStrings, rows: readonly StateRow[], before: readonly StateRow[] | undefined): void {
  if (rows.length === 0) {
    place.replaceChildren(element('p', { class: 'lab-quiet' }, strings['state.empty']));
    return;
  }
  const known = new Set(before?.map(textOf));
  const drawn = rows.map((row) => {
    const isNew = before !== undefined && !known.has(textOf(row));
    const mark = isNew ? element('span', { class: 'lab-changed' }, strings['state.changed']) : undefined;
    return element('tr', {}, element('th', { scope: 'row' }, element('code', {}, `${row.kind}/${row.name}`)), element('td', {}, row.now, mark && ' ', mark));
  });
  place.replaceChildren(element('table', { class: 'lab-state' }, element('tbody', {}, ...drawn)));
}

const textOf = ({ kind, name, now }: StateRow) => `${kind}/${name} ${now}`;

// biome-ignore lint/suspicious/noExplicitAny: objects of many kinds, read here field by field
type Loose = KubeObject & Record<string, any>;

interface Kind {
  readonly kind: string;
  readonly resource: GroupResource;
  rows(object: Loose): readonly Omit<StateRow, 'kind'>[];
}

const made = new Set(['default', 'builder', 'deployer']);

const kinds: readonly Kind[] = [
  {
    kind: 'secret',
    resource: { group: '', resource: 'secrets' },
    rows: ({ metadata, type }) => (/^(builder|default|deployer)-(dockercfg|token)-/.test(metadata.name) ? [] : [{ name: metadata.name, now: String(type) }]),
  },
  {
    kind: 'serviceaccount',
    resource: { group: '', resource: 'serviceaccounts' },
    rows: ({ metadata, imagePullSecrets = [] }) => {
      const names = (imagePullSecrets as { name: string }[]).map(({ name }) => name).filter((name) => !name.startsWith(`${metadata.name}-dockercfg-`));
      return names.length === 0 && made.has(metadata.name) ? [] : [{ name: metadata.name, now: `imagePullSecrets: ${names.join(', ')}` }];
    },
  },
  {
    kind: 'imagestream',
    resource: { group: 'image.openshift.io', resource: 'imagestreams' },
    rows: ({ metadata, spec, status }) => {
      const tags = new Map<string, string>();
      for (const { name } of spec?.tags ?? []) tags.set(name, '—');
      for (const { tag, items } of status?.tags ?? []) if (items?.[0]) tags.set(tag, String(items[0].image).replace(/^(sha256:.{12}).*$/, '$1…'));
      return tags.size === 0 ? [{ name: metadata.name, now: '—' }] : [...tags].map(([tag, image]) => ({ name: `${metadata.name}:${tag}`, now: image }));
    },
  },
  workload('deployment', { group: 'apps', resource: 'deployments' }),
  workload('deploymentconfig', { group: 'apps.openshift.io', resource: 'deploymentconfigs' }),
  {
    kind: 'pod',
    resource: { group: '', resource: 'pods' },
    rows: ({ metadata, status }) => {
      const containers: { ready?: boolean; state?: { waiting?: { reason?: string } } }[] = status?.containerStatuses ?? [];
      const waiting = containers.map(({ state }) => state?.waiting?.reason).find((reason) => reason !== undefined);
      return [
        { name: metadata.name, now: `${waiting ?? status?.phase ?? 'Pending'}, ${containers.filter(({ ready }) => ready).length}/${containers.length || 1}` },
      ];
    },
  },
  {
    kind: 'service',
    resource: { group: '', resource: 'services' },
    rows: ({ metadata, spec }) => [{ name: metadata.name, now: (spec?.ports ?? []).map(({ port }: { port: number }) => port).join(', ') }],
  },
];

function workload(kind: string, resource: GroupResource): Kind {
  return { kind, resource, rows: ({ metadata, spec, status }) => [{ name: metadata.name, now: `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}` }] };
}
