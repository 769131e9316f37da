import type { KubeObject } from '../../../src/api/meta.ts';
import type { Evidence } from '../../../src/grading/evidence.ts';
import type { ChangeRecord } from '../../../src/simulation/store.ts';

/** Evidence made of objects and changes alone, for predicates that look at nothing else. */
export function fakeEvidence({ objects = [], changes = [], commands = [] }: Partial<FakeEvidence> = {}): Evidence {
  const of = (resource: string) => objects.filter(({ kind }) => plural(kind) === resource);
  return {
    project: 'demo',
    commands,
    state: {
      get: ({ resource }, namespace, name) => of(resource).find(({ metadata }) => metadata.name === name && metadata.namespace === namespace),
      list: ({ resource }, namespace) => of(resource).filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace),
      changes,
    },
    registries: {} as Evidence['registries'],
    trial: () => Promise.reject(new Error('no trial in this test')),
  };
}

interface FakeEvidence {
  readonly objects: readonly KubeObject[];
  readonly changes: readonly ChangeRecord[];
  readonly commands: Evidence['commands'];
}

const plural = (kind: string) => `${kind.toLowerCase()}s`;

export const object = (kind: string, name: string, rest: Readonly<Record<string, unknown>> = {}, namespace = 'demo'): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace },
  ...rest,
});

export const change = (resourceVersion: number, type: ChangeRecord['type'], changed: KubeObject, cause?: number): ChangeRecord => ({
  type,
  resourceVersion,
  time: '2026-11-20T09:00:00Z',
  actor: 'developer',
  cause,
  resource: { group: '', resource: plural(changed.kind) },
  object: changed,
});
