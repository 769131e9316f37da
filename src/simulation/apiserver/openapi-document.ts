import types from '../content/types.json' with { type: 'json' };

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
}

interface StructSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

/** The schemas behind `/openapi/v3/api/v1` and `/openapi/v3/apis/GROUP/VERSION`: types without descriptions (kube-openapi). Undefined for other paths. */
export function openApiDocument(path: string): object | undefined {
  const [, group = '', version] = /^\/openapi\/v3\/(?:api|apis\/([^/]+))\/([^/]+)$/.exec(path) ?? [];
  if (version === undefined) return undefined;
  const schemas = Object.fromEntries(Object.entries(types.structs).map(([name, fields]) => [name, structSchema(fields as Readonly<Record<string, string>>)]));
  for (const [key, name] of Object.entries(types.kinds)) {
    const at = key.indexOf('/');
    const struct = schemas[name];
    if (key.slice(0, at) === group && struct) schemas[name] = { ...struct, 'x-kubernetes-group-version-kind': [{ group, version, kind: key.slice(at + 1) }] };
  }
  return { openapi: '3.0.0', info: { title: 'Kubernetes' }, paths: {}, components: { schemas } };
}

function structSchema(fields: Readonly<Record<string, string>>): StructSchema {
  const required = Object.keys(fields).filter((name) => /^[^*m].*!$/.test(fields[name] ?? ''));
  return { type: 'object', properties: Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, schemaOf(type)])), required };
}

function schemaOf(written: string): Schema {
  const type = written.replace(/^\*/, '').replace(/!$/, '');
  if (type.startsWith('[]')) return { type: 'array', items: schemaOf(type.slice(2)) };
  if (type.startsWith('map ')) return { type: 'object', additionalProperties: schemaOf(type.slice(4)) };
  if (type.startsWith('#')) return { $ref: `#/components/schemas/${type.slice(1)}` };
  if (/^u?int/.test(type)) return { type: 'integer', format: type };
  if (type === 'bool') return { type: 'boolean' };
  if (type === 'any') return { type: 'object' };
  if (type === 'Time' || type === 'MicroTime') return { type: 'string', format: 'date-time' };
  return { type: type.startsWith('float') ? 'number' : 'string', format: type };
}
