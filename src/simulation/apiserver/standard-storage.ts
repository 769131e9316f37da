import { deepEqual } from '../../api/deep-equal.ts';
import type { KubeList, KubeObject, ObjectMeta } from '../../api/meta.ts';
import { apiVersionOf, type ResourceInfo } from '../../api/resource.ts';
import { alreadyExists, badRequest, conflict, type FieldError, invalid, notFound, type Status } from '../../api/status.ts';
import { withoutEmptyMetadata } from './empty-metadata.ts';
import { deleteObject } from './graceful-deletion.ts';
import { parseLabelSelector } from './label-selector.ts';
import { isDns1123Subdomain } from './name-validation.ts';
import { invalidValue, validateObjectMeta, validateObjectMetaUpdate } from './object-meta-validation.ts';
import type { ListOptions, RequestContext, RestStorage, Strategy, TableConvertor } from './rest-storage.ts';
import { parseFieldSelector } from './selectors.ts';
import { watchChanges } from './watch.ts';

export interface StandardStorageOptions {
  readonly table?: TableConvertor;
  /** Beside `status`, which comes by itself where discovery names it or a status strategy is given. */
  readonly subresources?: RestStorage['subresources'];
  /** Offer `…/status`. */
  readonly hasStatus?: boolean;
  readonly deprecationWarning?: string;
}

/** Storage that keeps objects as they are, with every write in the one fixed order (apiserver pkg/registry/generic/registry/store.go). */
export function standardStorage<T extends KubeObject>(info: ResourceInfo, strategy: Strategy<T>, options: StandardStorageOptions = {}): RestStorage {
  const kind: Kind = { info, strategy: strategy as unknown as Strategy };
  const { table, hasStatus, deprecationWarning, subresources } = options;
  return {
    info,
    ...(table && { table }),
    ...(deprecationWarning !== undefined && { deprecationWarning }),
    ...(kind.strategy.setDefaults && { setDefaults: (object: KubeObject) => kind.strategy.setDefaults?.(object) ?? object }),
    get: (context, name) => existing(kind, context, name),
    list: (context, listOptions) => listObjects(kind, context, listOptions),
    watch: ({ store, namespace, request }, listOptions) =>
      watchChanges({ store, info, namespace, from: request.resourceVersion, selects: selectionOf(listOptions, kind.strategy.selectableFields) }),
    create: (context, object) => createObject(kind, context, object),
    update: (context, name, next) => updateObject(kind, context, name, next),
    delete: (context, name) => removeObject(kind, context, name),
    subresources: { ...((hasStatus || strategy.status) && { status: statusStorage(kind) }), ...subresources },
  };
}

interface Kind {
  readonly info: ResourceInfo;
  readonly strategy: Strategy;
}

function existing({ info, strategy }: Kind, context: RequestContext, name: string): KubeObject {
  const found = context.store.get(info, context.namespace, name);
  if (!found) throw notFound(info, name);
  return strategy.decorate?.(found, context) ?? found;
}

function listObjects({ info, strategy }: Kind, context: RequestContext, options: ListOptions): KubeList {
  const { store, namespace } = context;
  const selected = selectObjects(store.list(info, namespace), options, strategy.selectableFields);
  const items = strategy.decorate ? selected.map((object) => strategy.decorate?.(object, context) ?? object) : selected;
  return { apiVersion: apiVersionOf(info), kind: `${info.kind}List`, metadata: { resourceVersion: String(store.resourceVersion) }, items };
}

/** Those that the label and field selectors of a list take. */
export function selectObjects(objects: readonly KubeObject[], options: ListOptions, selectableFields?: Strategy['selectableFields']): readonly KubeObject[] {
  return options.labelSelector || options.fieldSelector ? objects.filter(selectionOf(options, selectableFields)) : objects;
}

function selectionOf(options: ListOptions, selectableFields?: Strategy['selectableFields']): (object: KubeObject) => boolean {
  if (!options.labelSelector && !options.fieldSelector) return () => true;
  const matchesLabels = parseLabelSelector(options.labelSelector);
  const matchesFields = parseFieldSelector(options.fieldSelector, (object) => ({
    'metadata.name': object.metadata.name,
    'metadata.namespace': object.metadata.namespace ?? '',
    ...selectableFields?.(object),
  }));
  return (object) => matchesLabels(object.metadata.labels ?? {}) && matchesFields(object);
}

// apiserver pkg/registry/rest/create.go BeforeCreate
function createObject(kind: Kind, context: RequestContext, object: KubeObject): KubeObject {
  const { info, strategy } = kind;
  if (object.metadata.resourceVersion) throw badRequest('resourceVersion should not be set on objects to be created');
  const completed = { ...object, metadata: newMetadata(kind, context, object.metadata) };
  const defaulted = strategy.setDefaults?.(completed) ?? completed;
  const prepared = strategy.prepareForCreate?.(defaulted, context) ?? defaulted;
  failOn(kind, prepared, [
    ...validateObjectMeta(prepared.metadata, info.namespaced, nameValidation(strategy)),
    ...(strategy.validate?.(prepared, context) ?? []),
  ]);
  if (context.store.get(info, context.namespace, prepared.metadata.name)) throw alreadyExists(info, prepared.metadata.name);
  return context.dryRun ? prepared : context.store.put(info, prepared, context.write);
}

const nameValidation = (strategy: Strategy) => strategy.validateName ?? isDns1123Subdomain;

function newMetadata({ info, strategy }: Kind, { namespace, identity, write }: RequestContext, given: ObjectMeta): ObjectMeta {
  const { deletionTimestamp: _, deletionGracePeriodSeconds: __, ...meta } = given;
  return {
    ...withoutEmptyMetadata(meta),
    name: given.name || (given.generateName ? `${given.generateName.slice(0, 58)}${identity.suffix(5)}` : ''),
    ...(info.namespaced && namespace !== undefined && { namespace }),
    uid: identity.uid(),
    creationTimestamp: write.time,
    ...(strategy.hasGeneration && { generation: 1 }),
  };
}

function failOn({ info }: Kind, object: KubeObject, errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(info, object.metadata.name, errors);
}

// apiserver pkg/registry/rest/update.go BeforeUpdate
function updateObject(kind: Kind, context: RequestContext, name: string, given: KubeObject): KubeObject {
  const { info, strategy } = kind;
  const old = context.store.get(info, context.namespace, name);
  if (!old) {
    if (!strategy.allowCreateOnUpdate) throw notFound(info, name);
    return createObject(kind, context, given);
  }
  requireCurrent(kind, given, old);
  const completed = { ...given, metadata: keptMetadata(given.metadata, old.metadata) };
  const defaulted = strategy.setDefaults?.(completed) ?? completed;
  const prepared = strategy.prepareForUpdate?.(defaulted, old, context) ?? defaulted;
  const next = strategy.hasGeneration ? withGeneration(strategy, prepared, old) : prepared;
  const validateUpdate = strategy.validateUpdate ?? strategy.validate;
  failOn(kind, next, [...metadataErrors(kind, next, old), ...(validateUpdate?.call(strategy, next, old as never, context as never) ?? [])]);
  return finishUpdate(kind, context, next, old);
}

function metadataErrors({ info, strategy }: Kind, next: KubeObject, old: KubeObject): readonly FieldError[] {
  return [...validateObjectMetaUpdate(next.metadata, old.metadata), ...validateObjectMeta(next.metadata, info.namespaced, nameValidation(strategy))];
}

function requireCurrent(kind: Kind, given: KubeObject, old: KubeObject): void {
  const { info, strategy } = kind;
  const { resourceVersion } = given.metadata;
  if (!resourceVersion && strategy.requiresResourceVersion) {
    throw invalid(info, old.metadata.name, [invalidValue('metadata.resourceVersion', 0, 'must be specified for an update')]);
  }
  if (resourceVersion && resourceVersion !== old.metadata.resourceVersion) {
    throw conflict(info, old.metadata.name, 'the object has been modified; please apply your changes to the latest version and try again');
  }
}

/** System fields stay as they were, whatever the client sent. */
function keptMetadata(given: ObjectMeta, old: ObjectMeta): ObjectMeta {
  const { deletionTimestamp: _, deletionGracePeriodSeconds: __, generation: ___, ...rest } = given;
  return {
    ...withoutEmptyMetadata(rest),
    namespace: given.namespace ?? old.namespace,
    uid: given.uid || old.uid,
    resourceVersion: old.resourceVersion,
    creationTimestamp: old.creationTimestamp,
    ...(old.generation !== undefined && { generation: old.generation }),
    ...(old.deletionTimestamp !== undefined && { deletionTimestamp: old.deletionTimestamp, deletionGracePeriodSeconds: old.deletionGracePeriodSeconds }),
  };
}

function withGeneration({ annotationsMoveGeneration = false }: Strategy, next: KubeObject, old: KubeObject): KubeObject {
  const hasNewAnnotations = annotationsMoveGeneration && !deepEqual(next.metadata.annotations ?? {}, old.metadata.annotations ?? {});
  if (deepEqual(next.spec, old.spec) && !hasNewAnnotations) return next;
  return { ...next, metadata: { ...next.metadata, generation: (old.metadata.generation ?? 0) + 1 } };
}

/** Writes what differs; an object whose last finalizer went is gone. */
function finishUpdate({ info, strategy }: Kind, context: RequestContext, next: KubeObject, old: KubeObject): KubeObject {
  const { store, write, dryRun, namespace } = context;
  if (deepEqual(next, old)) return old;
  if (dryRun) return next;
  const isOver = next.metadata.deletionTimestamp !== undefined && !next.metadata.finalizers?.length && next.metadata.deletionGracePeriodSeconds === 0;
  if (!isOver) return store.put(info, next, write);
  store.remove(info, namespace, next.metadata.name, write);
  strategy.afterDelete?.(next, context);
  return next;
}

function removeObject(kind: Kind, context: RequestContext, name: string): KubeObject | Status {
  return deleteObject(kind.info, kind.strategy, context, existing(kind, context, name));
}

/** `GET` and `PUT …/status`: status moves, spec and metadata stay. */
function statusStorage(kind: Kind): NonNullable<RestStorage['subresources']>[string] {
  return {
    get: (context, name) => existing(kind, context, name),
    update: (context, name, given) => updateStatus(kind, context, name, given),
  };
}

function updateStatus(kind: Kind, context: RequestContext, name: string, given: KubeObject): KubeObject {
  const old = existing(kind, context, name);
  requireCurrent({ ...kind, strategy: {} }, given, old);
  const { status } = kind.strategy;
  const completed = { ...given, metadata: keptMetadata(given.metadata, old.metadata) };
  const next = status?.prepareForUpdate?.(completed, old, context) ?? { ...old, status: given.status };
  failOn(kind, next, [...metadataErrors(kind, next, old), ...(status?.validateUpdate?.(next, old, context) ?? [])]);
  return finishUpdate(kind, context, next, old);
}
