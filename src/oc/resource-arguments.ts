import type { KubeObject } from '../api/meta.ts';
import type { ResourceInfo } from '../api/resource.ts';
import { StatusError } from '../api/status.ts';
import type { OcContext } from './command.ts';
import { OcError } from './errors.ts';
import { goQuote } from './go-quote.ts';
import { readManifests } from './manifests.ts';
import { expandCategories, resourceFor } from './resource-mapper.ts';

/** What a command was told to work on (cli-runtime's Builder). */
export interface ResourceQuery {
  readonly args: readonly string[];
  readonly filenames?: readonly string[];
  readonly recursive?: boolean;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  readonly all?: boolean;
  readonly allNamespaces?: boolean;
  /** Ask for `…/status` or `…/scale` of what is named. */
  readonly subresource?: string;
  /** A type alone means all its objects, as `oc get` and `oc describe` have it. */
  readonly typeMeansAll?: boolean;
}

/** One thing to ask the server for: an object by name, or all that match. */
export interface Target {
  readonly mapping: ResourceInfo;
  readonly namespace: string | undefined;
  /** Undefined for a selection. */
  readonly name: string | undefined;
  /** The object as a file gives it. */
  readonly manifest?: KubeObject;
  readonly source?: string;
}

export interface ResolvedQuery {
  readonly targets: readonly Target[];
  /** Documents that could not be read, beside the others. */
  readonly errors: readonly Error[];
  /** One object was named, so the answer is that object and not a list. */
  readonly singleItemImplied: boolean;
}

/** An object and where it lives (cli-runtime resource.Info). */
export interface ResourceObject {
  readonly mapping: ResourceInfo;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly object: KubeObject;
}

/** Objects that were found, and failures for the others. */
export interface FoundObjects {
  readonly infos: readonly ResourceObject[];
  readonly errors: readonly Error[];
  readonly singleItemImplied: boolean;
}

export const missingResources = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

/** Reads the arguments without asking for objects. Throws what is wrong with how they were typed. */
export async function resolveQuery(oc: OcContext, query: ResourceQuery): Promise<ResolvedQuery> {
  const args = pairTypesWithNames(query.args);
  const tuples = combinedTuples(args);
  const types = tuples || args[0] === undefined ? [] : expandCategories(oc.discovery, args[0]).split(',');
  const names = tuples ? [] : args.slice(1);
  if ((query.filenames ?? []).length > 0) return resolveFiles(oc, query, args);
  const selects = Boolean(query.labelSelector) || Boolean(query.fieldSelector) || query.all || (query.typeMeansAll && types.length > 0 && names.length === 0);
  if (selects) return named(selectionTargets(oc, query, types, names, tuples), false);
  if (tuples) return named(tupleTargets(oc, query, tuples), tuples.length === 1);
  if (names.length > 0) return named(nameTargets(oc, query, types, names), names.length === 1);
  if (types.length === 0) throw new OcError(missingResources);
  for (const type of types) resourceFor(oc.discovery, type);
  throw new OcError('resource(s) were provided, but no name was specified');
}

/** Asks the server for what the arguments name; lists come as their items. */
export async function findObjects(oc: OcContext, query: ResourceQuery): Promise<FoundObjects> {
  const { targets, errors: unread, singleItemImplied } = await resolveQuery(oc, query);
  const infos: ResourceObject[] = [];
  const errors: Error[] = [...unread];
  for (const target of targets) {
    try {
      infos.push(...fetchTarget(oc, target, query));
    } catch (error) {
      errors.push(error as Error);
    }
  }
  return { infos, errors, singleItemImplied };
}

/** Throws where there is anything to complain about: one failure as itself, several together. */
export function throwErrors(errors: readonly unknown[]): void {
  const distinct = errors.filter((error, i) => errors.findIndex((other) => (other as Error).message === (error as Error).message) === i);
  if (distinct.length === 1) throw distinct[0];
  if (distinct.length > 1) throw new AggregateError(distinct);
}

/** Is this the server's *not found*? */
export const isNotFound = (error: unknown): boolean => error instanceof StatusError && error.status.reason === 'NotFound';

/** The values that `--subresource` takes (kubectl pkg/cmd/get/get.go supportedSubresources). */
export function checkSubresource(subresource: string, supported: readonly string[] = ['status', 'scale']): void {
  if (subresource !== '' && !supported.includes(subresource))
    throw new OcError(`invalid subresource value: ${goQuote(subresource)}. Must be one of [${supported.join(' ')}]`);
}

/** What a client library refuses to put into a URL (client-go rest/request.go Name). */
export function checkResourceName(name: string): void {
  if (name === '') throw new OcError('resource name may not be empty');
  if (name === '.' || name === '..') throw new OcError(`invalid resource name ${JSON.stringify(name)}: [may not be '${name}']`);
  const wrong = ['/', '%'].filter((char) => name.includes(char)).map((char) => `may not contain '${char}'`);
  if (wrong.length > 0) throw new OcError(`invalid resource name ${JSON.stringify(name)}: [${wrong.join(' ')}]`);
}

function fetchTarget(oc: OcContext, { mapping, namespace, name }: Target, query: ResourceQuery): readonly ResourceObject[] {
  if (name !== undefined) {
    checkResourceName(name);
    const options = query.subresource ? { subresource: query.subresource } : {};
    return [{ mapping, namespace, name, object: oc.client.get(mapping, namespace, name, options) }];
  }
  const list = enhancingListErrors(mapping, query, () => oc.client.list(mapping, namespace, selectorsOf(query)));
  return list.items.map((object) => ({ mapping, namespace: object.metadata.namespace, name: object.metadata.name, object }));
}

/** Says which list the server would not give (cli-runtime resource/helper.go EnhanceListError). */
export function enhancingListErrors<T>(
  { group, version, resource }: ResourceInfo,
  { labelSelector = '', fieldSelector = '' }: ResourceQuery,
  list: () => T,
): T {
  try {
    return list();
  } catch (error) {
    if (!(error instanceof StatusError) || !['BadRequest', 'NotFound'].includes(error.status.reason ?? '')) throw error;
    const what = goQuote(`${group}/${version}, Resource=${resource}`);
    const start =
      labelSelector === '' && fieldSelector === ''
        ? `Unable to list ${what}`
        : `Unable to find ${what} that match label selector ${goQuote(labelSelector)}, field selector ${goQuote(fieldSelector)}`;
    throw new StatusError({ ...error.status, message: `${start}: ${error.status.message ?? ''}` });
  }
}

/** Selectors of a query as call options. */
export const selectorsOf = (query: ResourceQuery) => ({
  ...(query.labelSelector && { labelSelector: query.labelSelector }),
  ...(query.fieldSelector && { fieldSelector: query.fieldSelector }),
});

const named = (targets: readonly Target[], singleItemImplied: boolean): ResolvedQuery => ({ targets, errors: [], singleItemImplied });

async function resolveFiles(oc: OcContext, query: ResourceQuery, args: readonly string[]): Promise<ResolvedQuery> {
  if (args.length > 0) throw new OcError('when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well');
  const { manifests, errors } = await readManifests(oc, query.filenames ?? [], query.recursive ?? false);
  const targets = manifests.map(({ mapping, namespace, name, object, source }) => ({ mapping, namespace, name, manifest: object, source }));
  return { targets, errors, singleItemImplied: targets.length === 1 };
}

/** `is,deploy a` means `is/a deploy/a` (cli-runtime builder.go normalizeMultipleResourcesArgs). */
function pairTypesWithNames(args: readonly string[]): readonly string[] {
  const [first = '', ...names] = args;
  const types = first.split(',');
  if (names.length === 0 || types.length < 2) return args;
  return types.flatMap((type) => names.map((name) => `${type}/${name}`));
}

type Tuple = readonly [type: string, name: string];

function combinedTuples(args: readonly string[]): readonly Tuple[] | undefined {
  const slashed = args.filter((arg) => arg.includes('/'));
  if (slashed.length === 0) return undefined;
  if (slashed.length !== args.length) {
    throw new OcError(
      "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'oc get resource/<resource_name>' instead of 'oc get resource resource/<resource_name>'",
    );
  }
  return args.map((arg): Tuple => {
    const [type = '', name = '', ...more] = arg.split('/');
    if (more.length > 0) throw new OcError('arguments in resource/name form may not have more than one slash');
    if (type === '' || name === '' || type.includes(',')) throw new OcError('arguments in resource/name form must have a single resource and name');
    return [type, name];
  });
}

function selectionTargets(
  oc: OcContext,
  query: ResourceQuery,
  types: readonly string[],
  names: readonly string[],
  tuples: readonly Tuple[] | undefined,
): readonly Target[] {
  if (names.length > 0) throw new OcError('name cannot be provided when a selector is specified');
  if (query.subresource) throw new OcError('subresource cannot be used when bulk resources are specified');
  if (tuples) throw new OcError('selectors and the all flag cannot be used when passing resource/name arguments');
  if (types.length === 0) throw new OcError('at least one resource must be specified to use a selector');
  const mappings = [...new Set(types.map((type) => resourceFor(oc.discovery, type)))];
  return mappings.map((mapping) => ({ mapping, namespace: mapping.namespaced && !query.allNamespaces ? oc.namespace : undefined, name: undefined }));
}

function tupleTargets(oc: OcContext, query: ResourceQuery, tuples: readonly Tuple[]): readonly Target[] {
  return tuples.map(([type, name]) => nameTarget(oc, query, resourceFor(oc.discovery, type), name));
}

function nameTargets(oc: OcContext, query: ResourceQuery, types: readonly string[], names: readonly string[]): readonly Target[] {
  if (types.length > 1) {
    for (const type of types) resourceFor(oc.discovery, type);
    throw new OcError('you must specify only one resource');
  }
  const mapping = resourceFor(oc.discovery, types[0] ?? '');
  return names.map((name) => nameTarget(oc, query, mapping, name));
}

function nameTarget(oc: OcContext, query: ResourceQuery, mapping: ResourceInfo, name: string): Target {
  if (mapping.namespaced && query.allNamespaces) throw new OcError('a resource cannot be retrieved by name across all namespaces');
  return { mapping, namespace: mapping.namespaced ? oc.namespace : undefined, name };
}
