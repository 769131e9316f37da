import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { badRequest, invalid, type StatusError } from '../../../api/status.ts';
import { invalidValue } from '../object-meta-validation.ts';
import { goJsonType, goMapText } from '../patch/json-values.ts';
import type { RequestContext } from '../rest-storage.ts';
import { decodeFields, type Misfit, MisfitError } from './decode-fields.ts';

/** Decodes a body as its kind: wrong types are refused, unknown fields refused, warned about or dropped. Throws BadRequest. */
export function decodeTyped(info: ResourceInfo, object: KubeObject, context: RequestContext): KubeObject {
  const unreadable = (why: string) => badRequest(`${info.kind} in version "${info.version}" cannot be handled as a ${info.kind}: ${why}`);
  return checked(
    info,
    object,
    context,
    unreadable,
    ({ struct, path, type, value }) => `json: cannot unmarshal ${unmarshalled(value, type)} into Go struct field ${struct}.${path} of type ${type}`,
  );
}

/** Decodes what a patch made, and blames the patch. Throws Invalid (apiserver endpoints/handlers/patch.go). */
export function decodePatched(info: ResourceInfo, object: KubeObject, patch: unknown, context: RequestContext): KubeObject {
  const sent: unknown = typeof patch === 'string' ? JSON.parse(patch) : patch;
  const blamed = (why: string) => invalid({ group: '', kind: '' }, '', [invalidValue('patch', goMapText(sent), why)]);
  return checked(info, object, context, blamed, conversionFailure);
}

function checked(
  info: ResourceInfo,
  object: KubeObject,
  context: RequestContext,
  refuse: (why: string) => StatusError,
  wording: (misfit: Misfit) => string,
): KubeObject {
  try {
    const { value, unknown } = decodeFields(info.group, info.kind, object);
    reportUnknown(info, unknown, context, refuse);
    return value as KubeObject;
  } catch (error) {
    if (error instanceof MisfitError) throw refuse(wording(error.misfit));
    throw error;
  }
}

/** Only kube-apiserver looks at unknown fields; OpenShift's own API server drops them without a word. */
function reportUnknown({ group }: ResourceInfo, unknown: readonly string[], { request, warn }: RequestContext, refuse: (why: string) => StatusError): void {
  if (unknown.length === 0 || group.endsWith('.openshift.io')) return;
  const texts = unknown.map((place) => `unknown field "${place}"`);
  if (request.fieldValidation === 'Strict') throw refuse(`strict decoding error: ${texts.join(', ')}`);
  if (request.fieldValidation !== 'Ignore') for (const text of texts) warn(text);
}

/** A number that is no integer is quoted only where an integer should be (encoding/json decode.go literalStore). */
function unmarshalled(value: unknown, type: string): string {
  if (typeof value === 'number' && type.startsWith('int')) return `number ${value}`;
  return typeof value === 'object' && !Array.isArray(value) ? 'object' : goJsonType(value);
}

// apimachinery pkg/runtime/converter.go fromUnstructured
function conversionFailure({ type, value }: Misfit): string {
  const kind = goKind(value);
  if (type.startsWith('[]') && type !== '[]uint8') return `cannot restore slice from ${kind}`;
  if (type.startsWith('map[')) return `cannot restore map from ${kind}`;
  return type.startsWith('v1.') ? `cannot restore struct from: ${kind}` : `cannot convert ${kind} to ${type}`;
}

function goKind(value: unknown): string {
  if (Array.isArray(value)) return 'slice';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  return typeof value === 'boolean' ? 'bool' : 'string';
}
