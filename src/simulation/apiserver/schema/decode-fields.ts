import { own, setOwn } from '../../../api/own.ts';
import types from '../../content/types.json' with { type: 'json' };
import { isJsonObject, type JsonObject } from '../patch/json-values.ts';

type Struct = Readonly<Record<string, string>>;
const structs = types.structs as Readonly<Record<string, Struct | undefined>>;
const kinds = types.kinds as Readonly<Record<string, string | undefined>>;

/** What decoding found beside the value itself. */
export interface Decoded {
  /** The value without the fields that its type does not know. */
  readonly value: unknown;
  /** Where those stood: `spec.template.spec.containers[0].imge`. */
  readonly unknown: readonly string[];
}

/** A value that does not fit where it stands. */
export interface Misfit {
  /** Innermost Go struct, and the path of the field from the top, without indexes. */
  readonly struct: string;
  readonly path: string;
  readonly type: string;
  readonly value: unknown;
}

/** Thrown inside of decoding; carries the first misfit. */
export class MisfitError extends Error {
  readonly misfit: Misfit;
  constructor(misfit: Misfit) {
    super(`${misfit.path} is no ${misfit.type}`);
    this.misfit = misfit;
  }
}

/** Decodes a JSON object as a kind of a group. Of kinds whose Go type is not on record only metadata is looked at. Throws MisfitError. */
export function decodeFields(group: string, kind: string, value: JsonObject): Decoded {
  const struct = kinds[`${group}/${kind}`];
  const unknown: string[] = [];
  if (struct === undefined) {
    const metadata = decode(value.metadata ?? {}, '#ObjectMeta', { struct: kind, path: 'metadata', place: 'metadata', unknown });
    return { value: { ...value, metadata }, unknown };
  }
  const decoded = decode(value, `#${struct}`, { struct, path: '', place: '', unknown }) as JsonObject;
  return { value: { ...missingStructs(own(structs, struct) ?? {}, decoded), ...decoded }, unknown };
}

/** A struct that is not sent is an empty one; so strategies may count on it. */
function missingStructs(struct: Struct, decoded: JsonObject): JsonObject {
  const missing = ['spec', 'roleRef', 'involvedObject'].filter((field) => struct[field]?.startsWith('#') && decoded[field] === undefined);
  return Object.fromEntries(missing.map((field) => [field, {}]));
}

interface Position {
  readonly struct: string;
  readonly path: string;
  readonly place: string;
  readonly unknown: string[];
}

function decode(value: unknown, type: string, at: Position): unknown {
  if (value === null || value === undefined || type === 'any') return value;
  if (type.startsWith('#')) return decodeStruct(value, type.slice(1), at);
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) throw misfit(value, type, at);
    return value.map((item, index) => decode(item ?? emptyItem(type), type.slice(2), { ...at, place: `${at.place}[${index}]` }));
  }
  if (type.startsWith('map ')) {
    if (!isJsonObject(value)) throw misfit(value, type, at);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item, type.slice(4), { ...at, place: `${at.place}.${key}` })]));
  }
  if (!fits(value, type)) throw misfit(value, type, at);
  return value;
}

/** Null among structs is an empty one. */
const emptyItem = (listType: string) => (listType.startsWith('[]#') ? {} : null);

function decodeStruct(value: unknown, name: string, at: Position): unknown {
  const struct = own(structs, name) ?? {};
  if (!isJsonObject(value)) throw misfit(value, `#${name}`, at);
  const known: Record<string, unknown> = {};
  for (const [field, item] of Object.entries(value)) {
    const declared = Object.hasOwn(struct, field) ? struct[field] : undefined;
    const place = at.place === '' ? field : `${at.place}.${field}`;
    if (declared === undefined) {
      at.unknown.push(place);
      continue;
    }
    const decoded = decode(item, bareType(declared), { ...at, struct: name, path: at.path === '' ? field : `${at.path}.${field}`, place });
    if (!isOmitted(decoded, declared)) setOwn(known, field, decoded);
  }
  return known;
}

// A declared type begins with * for a pointer and ends with ! where Go writes the field even when it is empty.
const bareType = (declared: string) => declared.replace(/^\*|!$/g, '');

/** Does Go leave the field out when it writes the object (omitempty)? Structs are always written. */
function isOmitted(value: unknown, declared: string): boolean {
  if (declared.endsWith('!')) return false;
  if (value === null) return declared !== 'Time';
  if (declared.startsWith('*') || declared.startsWith('#')) return false;
  if (value === '' || value === false || value === 0) return true;
  return Array.isArray(value) ? value.length === 0 : declared.startsWith('map ') && isJsonObject(value) && Object.keys(value).length === 0;
}

function fits(value: unknown, type: string): boolean {
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'string' || type === 'bytes' || type === 'Time') return typeof value === 'string';
  if (type === 'float64') return typeof value === 'number';
  if (type.startsWith('int') || type === 'uint8') return Number.isInteger(value);
  return typeof value === 'string' || typeof value === 'number';
}

const misfit = (value: unknown, type: string, { struct, path }: Position) =>
  new MisfitError({ struct: struct.split('.').at(-1) ?? '', path, type: goType(type), value });

function goType(type: string): string {
  if (type.startsWith('#')) return `v1.${type.slice(1).split('.').at(-1)}`;
  if (type.startsWith('[]')) return `[]${goType(type.slice(2))}`;
  if (type.startsWith('map ')) return `map[string]${goType(type.slice(4))}`;
  return { bytes: '[]uint8', Time: 'v1.Time', Quantity: 'resource.Quantity', IntOrString: 'intstr.IntOrString' }[type] ?? type;
}
