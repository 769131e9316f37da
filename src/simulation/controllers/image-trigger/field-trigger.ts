import type { KubeObject } from '../../../api/meta.ts';

export const triggersAnnotation = 'image.openshift.io/triggers';

/** One entry of the annotation: which tag goes into which field (library-go pkg/image/trigger ObjectFieldTrigger). */
export interface ObjectFieldTrigger {
  readonly from: { readonly kind?: string; readonly name: string; readonly namespace?: string };
  readonly fieldPath: string;
  readonly paused: boolean;
}

/** The triggers that an object's annotation names; none where the annotation is absent or wrong. */
// library-go pkg/image/trigger CalculateAnnotationTriggers
export function annotationTriggers({ metadata }: KubeObject): readonly ObjectFieldTrigger[] {
  const text = metadata.annotations?.[triggersAnnotation];
  const triggers = text === undefined ? undefined : decode(text);
  if (!triggers) return [];
  const paths = triggers.map(({ fieldPath }) => fieldPath);
  return new Set(paths).size === paths.length ? triggers : [];
}

function decode(text: string): readonly ObjectFieldTrigger[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? allOf(value.map(decodeTrigger)) : undefined;
  } catch {
    return undefined;
  }
}

const allOf = (triggers: readonly (ObjectFieldTrigger | undefined)[]) =>
  triggers.every((trigger) => trigger !== undefined) ? (triggers as readonly ObjectFieldTrigger[]) : undefined;

/** As Go's decoder reads it: a field of another type spoils the whole annotation. */
function decodeTrigger(value: unknown): ObjectFieldTrigger | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { from = {}, fieldPath = '', paused = false } = value as { readonly from?: unknown; readonly fieldPath?: unknown; readonly paused?: unknown };
  if (typeof from !== 'object' || from === null || typeof fieldPath !== 'string' || typeof paused !== 'boolean') return undefined;
  const { kind, name = '', namespace } = from as { readonly kind?: unknown; readonly name?: unknown; readonly namespace?: unknown };
  const areTexts = [kind, name, namespace].every((field) => field === undefined || typeof field === 'string');
  if (!areTexts) return undefined;
  return { from: { kind: kind as string, name: name as string, ...(namespace !== undefined && { namespace: namespace as string }) }, fieldPath, paused };
}
