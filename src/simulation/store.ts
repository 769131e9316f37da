import type { KubeObject, Timestamp } from '../api/meta.ts';
import type { GroupResource } from '../api/status.ts';

/** Index of the learner's command whose settling wrote a change; undefined for what stood there at the start. */
export type Cause = number | undefined;

/** One write, as watches and graders see it. */
export interface ChangeRecord {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resourceVersion: number;
  readonly time: Timestamp;
  /** Who wrote it: a user's name, or a controller's such as `openshift.io/image-trigger`. */
  readonly actor: string;
  readonly cause: Cause;
  readonly resource: GroupResource;
  readonly object: KubeObject;
  readonly previous?: KubeObject;
}

export interface WriteContext {
  readonly actor: string;
  readonly cause: Cause;
  readonly time: Timestamp;
}

/** Objects of one resource in one namespace ('' for cluster scope), with their sorted list made when it is asked for. */
interface Shelf {
  readonly objects: Map<string, KubeObject>;
  sorted: readonly KubeObject[] | undefined;
}
type Bucket = Map<string, Shelf>;

const bucketKey = ({ group, resource }: GroupResource) => `${group}/${resource}`;
const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** An object with the resource it is stored under. */
export interface StoredObject {
  readonly resource: GroupResource;
  readonly object: KubeObject;
}

interface Place {
  readonly resource: GroupResource;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** Objects never change once stored: a write puts a new one in place and is noted in the change log (etcd, with its history kept). */
export class Store {
  #resourceVersion: number;
  readonly #buckets: Map<string, Bucket>;
  readonly #changes: ChangeRecord[];
  readonly #owners: OwnerIndex;

  constructor(resourceVersion = 1000, buckets: Map<string, Bucket> = new Map(), changes: ChangeRecord[] = [], owners = new OwnerIndex()) {
    this.#resourceVersion = resourceVersion;
    this.#buckets = buckets;
    this.#changes = changes;
    this.#owners = owners;
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  /** Every change since the start, oldest first. */
  get changes(): readonly ChangeRecord[] {
    return this.#changes;
  }

  get(resource: GroupResource, namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#buckets
      .get(bucketKey(resource))
      ?.get(namespace ?? '')
      ?.objects.get(name);
  }

  /** All objects of a resource in a namespace, or in all, by namespace and name as etcd orders its keys. */
  list(resource: GroupResource, namespace?: string): readonly KubeObject[] {
    const bucket = this.#buckets.get(bucketKey(resource));
    if (!bucket) return [];
    if (namespace !== undefined) return sortedObjects(bucket.get(namespace));
    const namespaces = [...bucket.keys()].sort((left, right) => byText(`${left}/`, `${right}/`));
    return namespaces.flatMap((name) => sortedObjects(bucket.get(name)));
  }

  /** Stores `object` with the next resourceVersion and returns it as stored. */
  put(resource: GroupResource, object: KubeObject, context: WriteContext): KubeObject {
    const shelf = this.#shelf(resource, object.metadata.namespace);
    const previous = shelf.objects.get(object.metadata.name);
    const resourceVersion = ++this.#resourceVersion;
    const stored: KubeObject = { ...object, metadata: { ...object.metadata, resourceVersion: String(resourceVersion) } };
    shelf.objects.set(object.metadata.name, stored);
    shelf.sorted = undefined;
    this.#owners.replace(resource, previous, stored);
    this.#changes.push({ type: previous ? 'MODIFIED' : 'ADDED', resourceVersion, ...context, resource, object: stored, ...(previous && { previous }) });
    return stored;
  }

  /** Removes an object; the change record carries its last state. Returns undefined where there was none. */
  remove(resource: GroupResource, namespace: string | undefined, name: string, context: WriteContext): KubeObject | undefined {
    const shelf = this.#shelf(resource, namespace);
    const previous = shelf.objects.get(name);
    if (!previous) return undefined;
    shelf.objects.delete(name);
    shelf.sorted = undefined;
    this.#owners.replace(resource, previous, undefined);
    const resourceVersion = ++this.#resourceVersion;
    this.#changes.push({ type: 'DELETED', resourceVersion, ...context, resource, object: previous, previous });
    return previous;
  }

  /** The object with a uid, wherever it is. */
  findByUid(uid: string): StoredObject | undefined {
    return this.#at(this.#owners.placeOf(uid));
  }

  /** Objects that name the one with this uid as their owner. */
  dependentsOf(uid: string): readonly StoredObject[] {
    return this.#owners.dependentsOf(uid).flatMap((dependent) => this.findByUid(dependent) ?? []);
  }

  /** A store of its own with the same content. Objects are shared, since they never change. */
  fork(): Store {
    const copyShelf = ({ objects, sorted }: Shelf): Shelf => ({ objects: new Map(objects), sorted });
    const copyBucket = (bucket: Bucket): Bucket => new Map([...bucket].map(([namespace, shelf]) => [namespace, copyShelf(shelf)]));
    return new Store(
      this.#resourceVersion,
      new Map([...this.#buckets].map(([key, bucket]) => [key, copyBucket(bucket)])),
      [...this.#changes],
      this.#owners.fork(),
    );
  }

  #at(place: Place | undefined): StoredObject | undefined {
    const object = place && this.get(place.resource, place.namespace, place.name);
    return object && { resource: place.resource, object };
  }

  #shelf(resource: GroupResource, namespace = ''): Shelf {
    const bucket = getOrMake(this.#buckets, bucketKey(resource), (): Bucket => new Map());
    return getOrMake(bucket, namespace, (): Shelf => ({ objects: new Map(), sorted: undefined }));
  }
}

function sortedObjects(shelf: Shelf | undefined): readonly KubeObject[] {
  if (!shelf) return [];
  shelf.sorted ??= [...shelf.objects.values()].sort((left, right) => byText(left.metadata.name, right.metadata.name));
  return shelf.sorted;
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Where objects are by uid, and who depends on whom: what garbage collection asks. */
class OwnerIndex {
  readonly #places: Map<string, Place>;
  readonly #dependents: Map<string, ReadonlySet<string>>;

  constructor(places: Map<string, Place> = new Map(), dependents: Map<string, ReadonlySet<string>> = new Map()) {
    this.#places = places;
    this.#dependents = dependents;
  }

  placeOf(uid: string): Place | undefined {
    return this.#places.get(uid);
  }

  dependentsOf(uid: string): readonly string[] {
    return [...(this.#dependents.get(uid) ?? [])];
  }

  replace(resource: GroupResource, previous: KubeObject | undefined, next: KubeObject | undefined): void {
    this.#moveReferences(previous, next);
    const { uid: oldUid } = previous?.metadata ?? {};
    if (oldUid && oldUid !== next?.metadata.uid) this.#places.delete(oldUid);
    if (next?.metadata.uid) this.#places.set(next.metadata.uid, { resource, namespace: next.metadata.namespace, name: next.metadata.name });
  }

  fork(): OwnerIndex {
    return new OwnerIndex(new Map(this.#places), new Map(this.#dependents));
  }

  #moveReferences(previous: KubeObject | undefined, next: KubeObject | undefined): void {
    if (previous?.metadata.ownerReferences === next?.metadata.ownerReferences && previous?.metadata.uid === next?.metadata.uid) return;
    for (const { uid: owner } of previous?.metadata.ownerReferences ?? []) {
      const rest = this.dependentsOf(owner).filter((uid) => uid !== previous?.metadata.uid);
      if (rest.length > 0) this.#dependents.set(owner, new Set(rest));
      else this.#dependents.delete(owner);
    }
    if (!next?.metadata.uid) return;
    for (const { uid: owner } of next.metadata.ownerReferences ?? []) this.#dependents.set(owner, new Set([...this.dependentsOf(owner), next.metadata.uid]));
  }
}
