import { goSyntaxError } from '../../../api/go-json-error.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { PatchType } from '../../../api/request.ts';
import { badRequest } from '../../../api/status.ts';
import { jsonMergePatch } from './json-merge-patch.ts';
import { jsonPatch } from './json-patch.ts';
import { goJsonType, isJsonObject } from './json-values.ts';
import { strategicMergePatch } from './strategic-merge-patch.ts';

/** The object that a patch, or the text of one, makes of `current`. Throws StatusError where it is no patch (apiserver endpoints/handlers/patch.go). */
export function applyPatch(patchType: PatchType, current: KubeObject, given: unknown): KubeObject {
  const prefix = patchType === 'application/strategic-merge-patch+json' ? '' : 'error decoding patch: ';
  const patch = typeof given === 'string' ? decodeText(given, prefix) : given;
  const unfit = (type: string) => badRequest(`${prefix}json: cannot unmarshal ${goJsonType(patch)} into Go value of type ${type}`);
  if (patchType === 'application/json-patch+json') {
    if (!Array.isArray(patch)) throw unfit('[]handlers.jsonPatchOp');
    return jsonPatch(current, patch) as KubeObject;
  }
  if (!isJsonObject(patch)) throw unfit('map[string]interface {}');
  if (patchType === 'application/merge-patch+json') return jsonMergePatch(current, patch) as KubeObject;
  return strategicMergePatch(current, patch) as KubeObject;
}

function decodeText(text: string, prefix: string): unknown {
  const problem = goSyntaxError(text);
  if (problem !== undefined) throw badRequest(prefix + problem);
  return JSON.parse(text);
}
