import type { KubeObject } from '../api/meta.ts';
import type { ResourceInfo } from '../api/resource.ts';
import type { OcContext } from './command.ts';
import { OcError } from './errors.ts';
import { goQuote } from './go-quote.ts';
import { compactJson } from './printers/json.ts';
import { resourceForKind } from './resource-mapper.ts';
import type { Documents } from './yaml-documents.ts';

/** One object of a file, with the resource that holds it. */
export interface Manifest {
  readonly mapping: ResourceInfo;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly object: KubeObject;
  /** The file, or `STDIN`. */
  readonly source: string;
}

/** Manifests and what was wrong, each in order: one wrong document does not stop the others. */
export interface ReadManifests {
  readonly manifests: readonly Manifest[];
  readonly errors: readonly Error[];
}

/** Reads what `-f` names: files, folders, `-` for standard input (cli-runtime visitor.go). */
export async function readManifests(oc: OcContext, filenames: readonly string[], recursive: boolean): Promise<ReadManifests> {
  const manifests: Manifest[] = [];
  const errors: Error[] = [];
  for (const filename of filenames) {
    for (const { source, text } of await readSources(oc, filename, recursive)) {
      try {
        const { values, problem } = await documents(text);
        for (const document of values) manifests.push(...manifestsOf(oc, document, source, errors));
        if (problem !== undefined) errors.push(new OcError(`error parsing ${source}: ${problem}`));
      } catch (error) {
        errors.push(error as Error);
      }
    }
  }
  return { manifests, errors };
}

interface Source {
  readonly source: string;
  readonly text: string;
}

async function readSources(oc: OcContext, filename: string, recursive: boolean): Promise<readonly Source[]> {
  const { files, stdin } = oc.host;
  if (filename === '-') return [{ source: 'STDIN', text: stdin }];
  if (/^https?:\/\//.test(filename)) {
    const host = filename.replace(/^https?:\/\//, '').replace(/[:/].*$/, '');
    throw new OcError(`unable to read URL "${filename}": Get "${filename}": dial tcp: lookup ${host}: no such host`);
  }
  if (!(await files.exists(filename))) return matchingFiles(oc, filename, recursive);
  if (!(await files.isDirectory(filename))) return [{ source: filename, text: await files.read(filename) }];
  const sources: Source[] = [];
  for (const name of await files.list(filename)) {
    const path = joined(filename, name);
    if (await files.isDirectory(path)) {
      if (recursive) sources.push(...(await readSources(oc, path, true)));
    } else if (/\.(?:json|ya?ml)$/.test(name)) sources.push({ source: path, text: await files.read(path) });
  }
  return sources;
}

/** Files that a pattern such as `*.yaml` names, where no file has that very name (builder.go expandIfFilePattern). */
async function matchingFiles(oc: OcContext, pattern: string, recursive: boolean): Promise<readonly Source[]> {
  const { files } = oc.host;
  const at = pattern.lastIndexOf('/') + 1;
  const [folder, last] = [pattern.slice(0, at), pattern.slice(at)];
  const matches = new RegExp(
    `^${last
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
  const place = folder === '' ? '.' : folder;
  const names = /[*?[]/.test(last) && (await files.isDirectory(place)) ? (await files.list(place)).filter((name) => matches.test(name)) : [];
  if (names.length === 0) throw new OcError(`the path "${pattern}" does not exist`);
  return (await Promise.all(names.map((name) => readSources(oc, `${folder}${name}`, recursive)))).flat();
}

/** A file of a folder, as filepath.Walk names it. */
function joined(folder: string, name: string): string {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  return `${folder.startsWith('/') ? '/' : ''}${[...parts, name].join('/')}`;
}

/** The YAML reader is loaded once there is something to read. */
async function documents(text: string): Promise<Documents> {
  const { yamlDocuments } = await import('./yaml-documents.ts');
  return yamlDocuments(text);
}

function manifestsOf(oc: OcContext, document: unknown, source: string, errors: Error[]): readonly Manifest[] {
  const object = checked(document, source);
  if (Array.isArray(object.items) && object.kind.endsWith('List')) {
    return object.items.flatMap((item) => manifestsOf(oc, withListDefaults(item, object), source, errors));
  }
  try {
    return [manifestOf(oc, object, source)];
  } catch (error) {
    errors.push(error as Error);
    return [];
  }
}

/** Items of a typed list such as ImageStreamList need not repeat their kind. */
function withListDefaults(item: unknown, list: KubeObject): unknown {
  if (list.kind === 'List' || typeof item !== 'object' || item === null) return item;
  return { apiVersion: list.apiVersion, kind: list.kind.replace(/List$/, ''), ...item };
}

function checked(document: unknown, source: string): KubeObject {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    const kind = Array.isArray(document) ? 'array' : typeof document;
    throw new OcError(`unable to decode "${source}": json: cannot unmarshal ${kind} into Go value of type unstructured.detector`);
  }
  const { kind, apiVersion } = document as Partial<KubeObject>;
  if (!kind) throw new OcError(`unable to decode "${source}": Object 'Kind' is missing in '${compactJson(document)}'`);
  return { ...document, apiVersion: apiVersion ?? '', kind } as KubeObject;
}

function manifestOf(oc: OcContext, object: KubeObject, source: string): Manifest {
  const mapping = resourceForKind(oc.discovery, object.apiVersion, object.kind);
  const metadata = (object.metadata ?? {}) as KubeObject['metadata'];
  if (!mapping) {
    throw new OcError(
      `resource mapping not found for name: ${goQuote(metadata.name ?? '')} namespace: ${goQuote(metadata.namespace ?? '')} from ${goQuote(source)}: no matches for kind ${goQuote(object.kind)} in version ${goQuote(object.apiVersion)}\nensure CRDs are installed first`,
    );
  }
  const namespace = mapping.namespaced ? (metadata.namespace ?? oc.namespace) : undefined;
  if (mapping.namespaced && oc.namespaceIsExplicit && metadata.namespace !== undefined && metadata.namespace !== oc.namespace) {
    throw new OcError(
      `the namespace from the provided object "${metadata.namespace}" does not match the namespace "${oc.namespace}". You must pass '--namespace=${metadata.namespace}' to perform this operation.`,
    );
  }
  const placed = mapping.namespaced ? { ...object, metadata: { ...metadata, namespace } } : { ...object, metadata };
  return { mapping, namespace, name: metadata.name ?? '', object: placed, source };
}
