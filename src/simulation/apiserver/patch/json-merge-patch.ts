import { own, setOwn } from '../../../api/own.ts';
import { isJsonObject } from './json-values.ts';

/** RFC 7386: objects merge, null removes, anything else replaces. */
export function jsonMergePatch(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) return patch;
  const result: Record<string, unknown> = isJsonObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete result[field];
    else setOwn(result, field, jsonMergePatch(own(result, field), value));
  }
  return result;
}
