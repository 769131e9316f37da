import type { KubeObject } from '../../../api/meta.ts';
import type { PatchType } from '../../../api/request.ts';
import { badRequest } from '../../../api/status.ts';
import { jsonMergePatch } from './json-merge-patch.ts';
import { jsonPatch } from './json-patch.ts';
import { goJsonType, isJsonObject } from './json-values.ts';
import { strategicMergePatch } from './strategic-merge-patch.ts';

/** The object that a patch makes of `current`. Throws StatusError where the patch is no patch (apiserver endpoints/handlers/patch.go). */
export function applyPatch(patchType: PatchType, current: KubeObject, patch: unknown): KubeObject {
  if (patchType === 'application/json-patch+json') {
    if (!Array.isArray(patch)) throw badRequest(`error decoding patch: json: cannot unmarshal ${goJsonType(patch)} into Go value of type jsonpatch.Patch`);
    return jsonPatch(current, patch) as KubeObject;
  }
  if (!isJsonObject(patch)) throw badRequest(`json: cannot unmarshal ${goJsonType(patch)} into Go value of type map[string]interface {}`);
  if (patchType === 'application/merge-patch+json') return jsonMergePatch(current, patch) as KubeObject;
  return strategicMergePatch(current, patch) as KubeObject;
}
