import type { KubeObject } from './meta.ts';

/** Rows of `oc get`, drawn by the server (meta.k8s.io/v1 Table). */
export interface Table {
  readonly kind: 'Table';
  readonly apiVersion: 'meta.k8s.io/v1';
  /** Of a list: the version that a watch goes on from. */
  readonly metadata?: { readonly resourceVersion: string };
  readonly columnDefinitions: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date' | 'boolean';
  readonly format?: string;
  /** 0 is always shown, 1 and more only with `-o wide`. */
  readonly priority: number;
}

export interface TableRow {
  readonly cells: readonly (string | number | boolean | null)[];
  readonly object: KubeObject;
}
