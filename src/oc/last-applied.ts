import type { KubeObject } from '../api/meta.ts';
import { compactJson } from './printers/json.ts';

export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object with itself noted in its annotation, as `oc apply` and `--save-config` leave it (kubectl pkg/util/apply.go). */
export function withLastApplied(object: KubeObject): KubeObject {
  const { [lastAppliedAnnotation]: _, ...annotations } = object.metadata.annotations ?? {};
  const bare = { ...object, metadata: { ...object.metadata, annotations } };
  return { ...bare, metadata: { ...bare.metadata, annotations: { ...annotations, [lastAppliedAnnotation]: `${compactJson(bare)}\n` } } };
}

/** Notes the object only where asked to, or where it was noted before. */
export function updateLastApplied(object: KubeObject, isAsked: boolean): KubeObject {
  return isAsked || lastAppliedAnnotation in (object.metadata.annotations ?? {}) ? withLastApplied(object) : object;
}

/** What was applied last, as the annotation tells; an empty object without one. */
export function lastApplied(object: KubeObject): Readonly<Record<string, unknown>> {
  const text = object.metadata.annotations?.[lastAppliedAnnotation];
  return text === undefined ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>);
}
