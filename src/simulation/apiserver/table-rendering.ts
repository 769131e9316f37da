import type { KubeObject } from '../../api/meta.ts';
import type { Table } from '../../api/table.ts';
import type { RequestContext, TableConvertor } from './rest-storage.ts';
import { ageOf } from './tables/human-time.ts';

/** Rows for `oc get`, as the server draws them (apiserver endpoints/handlers/response.go). */
export function renderTable(
  { table = nameAndAge }: { readonly table?: TableConvertor },
  objects: readonly KubeObject[],
  { clock }: Pick<RequestContext, 'clock'>,
): Table {
  const now = clock.now();
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    columnDefinitions: table.columns,
    rows: objects.map((object) => ({ cells: table.cells(object, now), object })),
  };
}

// apiserver pkg/registry/rest/table.go NewDefaultTableConvertor
const nameAndAge: TableConvertor = {
  columns: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Created At', type: 'date', priority: 0 },
  ],
  cells: ({ metadata }, now) => [metadata.name, metadata.creationTimestamp ?? ageOf(undefined, now)],
};
