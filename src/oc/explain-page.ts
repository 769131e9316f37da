import { own } from '../api/own.ts';
import type { ResourceInfo } from '../api/resource.ts';

/** An OpenAPI document, as far as `oc explain` reads it. */
export interface SchemaDocument {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly kind: string }[];
}

export interface ExplainOptions {
  readonly recursive: boolean;
  /** Descriptions by type and field. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface ExplainedPage {
  readonly text: string;
  /** A field of the path that is not there. */
  readonly missing?: string;
}

/** The page on a kind or one of its fields (kubectl pkg/explain/v2 plaintext.tmpl). */
export function explainPage(info: ResourceInfo, { components }: SchemaDocument, path: readonly string[], options: ExplainOptions): ExplainedPage {
  const head = `${info.group === '' ? '' : `GROUP:      ${info.group}\n`}KIND:       ${info.kind}\nVERSION:    ${info.version}\n\n`;
  const kind = Object.keys(components.schemas).find((name) =>
    components.schemas[name]?.['x-kubernetes-group-version-kind']?.some((each) => each.kind === info.kind),
  );
  let place: Place = { name: kind ?? '', schema: components.schemas[kind ?? ''] ?? { type: 'object' }, described: kind ?? '' };
  for (const field of path) {
    const next = fieldOf(place, field, components.schemas);
    if (!next) return { text: head, missing: field };
    place = next;
  }
  const last = path.at(-1);
  const fieldLine = last === undefined ? '' : `FIELD: ${last} <${typeName(place.schema)}>\n\n\n`;
  const described = [options.texts[place.described], place.name === place.described ? undefined : options.texts[place.name]].filter(
    (text) => text !== undefined,
  );
  const fields = fieldList(place, components.schemas, options, 1, new Set());
  return {
    text: `${head}${fieldLine}DESCRIPTION:\n${indent(described.length === 0 ? '<empty>' : described.join('\n'), 4)}\n    \n${fields === '' ? '\n\n' : `FIELDS:\n${fields}\n`}`,
  };
}

interface Place {
  /** Name of the struct that is reached, '' for none. */
  readonly name: string;
  readonly schema: Schema;
  /** Key of its description: `TagReference.from`, or the kind. */
  readonly described: string;
}

type Schemas = Readonly<Record<string, Schema>>;

const refName = (schema: Schema): string => schema.$ref?.replace('#/components/schemas/', '') ?? '';

/** The struct within lists and maps. */
function innermost(schema: Schema): Schema {
  const inner = schema.items ?? schema.additionalProperties;
  return inner ? innermost(inner) : schema;
}

function structOf({ name, schema }: Place, schemas: Schemas): Schema {
  const struct = refName(innermost(schema)) || name;
  return own(schemas, struct) ?? schema;
}

function fieldOf(place: Place, field: string, schemas: Schemas): Place | undefined {
  const schema = own(structOf(place, schemas).properties, field);
  if (!schema) return undefined;
  return { name: refName(innermost(schema)), schema, described: `${place.name}.${field}` };
}

function typeName(schema: Schema): string {
  if (schema.$ref !== undefined) return refName(schema).replace(/^.*\./, '');
  if (schema.items) return `[]${typeName(schema.items)}`;
  if (schema.additionalProperties) return `map[string]${typeName(schema.additionalProperties)}`;
  return schema.type === 'object' ? 'Object' : (schema.type ?? 'Object');
}

function fieldList(place: Place, schemas: Schemas, options: ExplainOptions, level: number, seen: ReadonlySet<string>): string {
  const struct = structOf(place, schemas);
  const names = Object.keys(struct.properties ?? {}).sort();
  const pad = '  '.repeat(level);
  return names
    .map((name) => {
      const field = fieldOf(place, name, schemas) as Place;
      const required = struct.required?.includes(name) ? ' -required-' : '';
      const line = `${pad}${name}\t<${typeName(field.schema)}>${required}\n`;
      if (!options.recursive) return `${line}${indent(options.texts[field.described] ?? '<no description>', 4)}\n\n`;
      if (field.name === '' || seen.has(field.name)) return line;
      return line + fieldList(field, schemas, options, level + 1, new Set([...seen, field.name]));
    })
    .join('');
}

/** Lines of at most 80 columns, set in by so many blanks. */
function indent(text: string, width: number): string {
  const pad = ' '.repeat(width);
  const wrapped = text.split('\n').flatMap((paragraph) => wrap(paragraph, 80 - width));
  return wrapped.map((line) => `${pad}${line}`).join('\n');
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
