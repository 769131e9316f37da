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

type Bucket = Map<string, KubeObject>;

const bucketKey = ({ group, resource }: GroupResource) => `${group}/${resource}`;
const objectKey = (namespace: string | undefined, name: string) => `${namespace ?? ''}/${name}`;

/** Objects never change once stored: a write puts a new one in place and is noted in the change log (etcd, with its history kept). */
export class Store {
  #resourceVersion: number;
  readonly #buckets: Map<string, Bucket>;
  readonly #changes: ChangeRecord[];

  constructor(resourceVersion = 1000, buckets: Map<string, Bucket> = new Map(), changes: ChangeRecord[] = []) {
    this.#resourceVersion = resourceVersion;
    this.#buckets = buckets;
    this.#changes = changes;
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  /** Every change since the start, oldest first. */
  get changes(): readonly ChangeRecord[] {
    return this.#changes;
  }

  get(resource: GroupResource, namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#buckets.get(bucketKey(resource))?.get(objectKey(namespace, name));
  }

  /** All objects of a resource in a namespace, or in all, by namespace and name as etcd orders its keys. */
  list(resource: GroupResource, namespace?: string): readonly KubeObject[] {
    const bucket = this.#buckets.get(bucketKey(resource));
    if (!bucket) return [];
    const prefix = namespace === undefined ? '' : `${namespace}/`;
    const keys = [...bucket.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.map((key) => bucket.get(key) as KubeObject);
  }

  /** Stores `object` with the next resourceVersion and returns it as stored. */
  put(resource: GroupResource, object: KubeObject, context: WriteContext): KubeObject {
    const bucket = this.#bucket(resource);
    const key = objectKey(object.metadata.namespace, object.metadata.name);
    const previous = bucket.get(key);
    const resourceVersion = ++this.#resourceVersion;
    const stored: KubeObject = { ...object, metadata: { ...object.metadata, resourceVersion: String(resourceVersion) } };
    bucket.set(key, stored);
    this.#changes.push({ type: previous ? 'MODIFIED' : 'ADDED', resourceVersion, ...context, resource, object: stored, ...(previous && { previous }) });
    return stored;
  }

  /** Removes an object; the change record carries its last state. Returns undefined where there was none. */
  remove(resource: GroupResource, namespace: string | undefined, name: string, context: WriteContext): KubeObject | undefined {
    const bucket = this.#bucket(resource);
    const key = objectKey(namespace, name);
    const previous = bucket.get(key);
    if (!previous) return undefined;
    bucket.delete(key);
    const resourceVersion = ++this.#resourceVersion;
    this.#changes.push({ type: 'DELETED', resourceVersion, ...context, resource, object: previous, previous });
    return previous;
  }

  /** A store of its own with the same content. Objects are shared, since they never change. */
  fork(): Store {
    const buckets = new Map([...this.#buckets].map(([key, bucket]) => [key, new Map(bucket)]));
    return new Store(this.#resourceVersion, buckets, [...this.#changes]);
  }

  #bucket(resource: GroupResource): Bucket {
    const key = bucketKey(resource);
    const known = this.#buckets.get(key);
    if (known) return known;
    const made: Bucket = new Map();
    this.#buckets.set(key, made);
    return made;
  }
}
