import { own } from '../../api/own.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';

/** One key and its value, from a flag, a file or a file of variables. */
export type DataEntry = readonly [key: string, value: string];

/** What `--from-literal`, `--from-file` and `--from-env-file` were given. */
export interface DataSources {
  readonly literals?: readonly string[];
  readonly files?: readonly string[];
  readonly envFiles?: readonly string[];
}

/** Reads keys and values in the order kubectl does; what may be added twice is for `add` to say. */
export async function readDataSources(oc: OcContext, sources: DataSources, add: (key: string, value: string) => void): Promise<void> {
  for (const literal of sources.literals ?? []) add(...parseLiteral(literal));
  for (const source of sources.files ?? []) for (const entry of await readFileSource(oc, source)) add(...entry);
  for (const path of sources.envFiles ?? []) for (const entry of await readEnvFile(oc, path)) add(...entry);
}

/** Why a text is no key of a Secret or ConfigMap (apimachinery validation.IsConfigMapKey). */
export function configKeyErrors(key: string): readonly string[] {
  const allowed =
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
  return [
    ...(key.length > 253 ? ['must be no more than 253 characters'] : []),
    ...(/^[-._a-zA-Z0-9]+$/.test(key) ? [] : [allowed]),
    ...(key === '.' ? ["must not be '.'"] : key === '..' ? ["must not be '..'"] : key.startsWith('..') ? ["must not start with '..'"] : []),
  ];
}

// kubectl pkg/util ParseLiteralSource
function parseLiteral(source: string): DataEntry {
  const at = source.indexOf('=');
  if (at <= 0) throw new OcError(`invalid literal source ${source}, expected key=value`);
  return [source.slice(0, at), source.slice(at + 1)];
}

// kubectl pkg/util ParseFileSource
function parseFileSource(source: string): { readonly key: string; readonly path: string } {
  const parts = source.split('=');
  if (parts.length === 1) return { key: source.replace(/\/+$/, '').split('/').pop() || source, path: source };
  const [key = '', path = ''] = parts;
  if (parts.length > 2) throw new OcError("key names or file paths cannot contain '='");
  if (key === '') throw new OcError(`key name for file path ${path} missing`);
  if (path === '') throw new OcError(`file path for key name ${key} missing`);
  return { key, path };
}

async function readFileSource({ host }: OcContext, source: string): Promise<readonly DataEntry[]> {
  const { key, path } = parseFileSource(source);
  if (!(await host.files.exists(path))) throw new OcError(`error reading ${path}: no such file or directory`);
  if (!(await host.files.isDirectory(path))) return [[key, await host.files.read(path)]];
  if (source.includes('=')) throw new OcError('cannot give a key name for a directory path');
  const entries: DataEntry[] = [];
  for (const name of await host.files.list(path)) {
    const file = `${path.replace(/\/+$/, '')}/${name}`;
    if (!(await host.files.isDirectory(file))) entries.push([name, await host.files.read(file)]);
  }
  return entries;
}

// kubectl pkg/cmd/util/env_file.go
async function readEnvFile({ host }: OcContext, path: string): Promise<readonly DataEntry[]> {
  if (!(await host.files.exists(path))) throw new OcError(`error reading ${path}: no such file or directory`);
  if (await host.files.isDirectory(path)) throw new OcError('env secret file cannot be a directory');
  const text = (await host.files.read(path)).replace(/^\ufeff/, '').replace(/\n$/, '');
  return text
    .split(/\r?\n/)
    .map((line) => line.trimStart())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=');
      const key = at < 0 ? line : line.slice(0, at);
      if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(key)) throw new OcError(`${JSON.stringify(key)} is not a valid key name: ${variableNameRule}`);
      return [key, at < 0 ? (own(host.env, key) ?? '') : line.slice(at + 1)];
    });
}

const variableNameRule =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";
