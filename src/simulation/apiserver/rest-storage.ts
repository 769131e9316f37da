import type { KubeList, KubeObject } from '../../api/meta.ts';
import type { RegistryTransport } from '../../api/registry-transport.ts';
import type { ApiRequest, UserInfo } from '../../api/request.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import type { FieldError, Status } from '../../api/status.ts';
import type { TableColumn, TableRow } from '../../api/table.ts';
import type { Clock } from '../clock.ts';
import type { Identity } from '../identity.ts';
import type { Store, WriteContext } from '../store.ts';
import type { ObjectEvent } from './watch.ts';

/** What one request carries through storage, strategies and admission. */
export interface RequestContext {
  readonly request: ApiRequest;
  readonly user: UserInfo;
  readonly namespace: string | undefined;
  readonly dryRun: boolean;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly store: Store;
  /** Who writes, for which command, and when: goes with every `store.put` and `store.remove`. */
  readonly write: WriteContext;
  readonly registries: RegistryTransport;
  /** `Warning:` headers to send back. */
  warn(text: string): void;
  /** The storage of another resource, as upstream's REST objects hold registries of each other. */
  storage(group: string, resource: string): RestStorage;
  /** May the user of this request do this? (SubjectAccessReview) */
  isAllowed(attributes: AccessAttributes): boolean;
  /** The cluster's image.config.openshift.io/cluster and the like. */
  readonly config: ClusterConfig;
}

export interface AccessAttributes {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

export interface ClusterConfig {
  /** `image-registry.openshift-image-registry.svc:5000` */
  readonly internalRegistryHostname: string;
  /** Host of the registry's public route; undefined where it is not exposed. */
  readonly externalRegistryHostname?: string;
  readonly importMode: 'Legacy' | 'PreserveOriginal';
  readonly scheduledImportSeconds: number;
  readonly maxScheduledImportsPerMinute?: number;
}

/** Objects of a list, and how they are filtered. */
export interface ListOptions {
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

/** What answers for one resource (k8s.io/apiserver pkg/registry/rest). A missing verb is answered 405. Failures are thrown as StatusError. */
export interface RestStorage {
  readonly info: ResourceInfo;
  get?(context: RequestContext, name: string): KubeObject;
  /** A text instead of an object, as `pods/log` gives. */
  getText?(context: RequestContext, name: string): string;
  list?(context: RequestContext, options: ListOptions): KubeList;
  /** Events of what a list would hold; resources whose discovery says `watch` and which have none of their own compare lists. */
  watch?(context: RequestContext, options: ListOptions): { next(): readonly ObjectEvent[] };
  create?(context: RequestContext, object: KubeObject): KubeObject | Status;
  /** `update` gets the whole next object; patches have been applied to the current one before. Creates where `allowCreate` and there is none. */
  update?(context: RequestContext, name: string, next: KubeObject): KubeObject;
  delete?(context: RequestContext, name: string): KubeObject | Status;
  /** Deletes what the options select; one `delete` after the other where missing. */
  deleteCollection?(context: RequestContext, options: ListOptions): KubeList;
  /** Defaults, applied when an object is decoded: before admission sees it. */
  setDefaults?(object: KubeObject): KubeObject;
  /** Sent as a `Warning:` with every answer about this resource. */
  readonly deprecationWarning?: string;
  /** Columns and rows of `oc get`; NAME and AGE alone where missing. */
  readonly table?: TableConvertor;
  /** Subresources by name: `status`, `scale`, `log`, `layers`, `secrets`, `instantiate`. */
  readonly subresources?: Readonly<Record<string, Omit<RestStorage, 'info' | 'subresources'>>>;
}

export interface TableConvertor {
  readonly columns: readonly TableColumn[];
  cells(object: KubeObject, now: number): TableRow['cells'];
}

/** What a kind decides about its own writes (upstream: strategy.go). Every hook is pure: next object in, next object out. */
export interface Strategy<T extends KubeObject = KubeObject> {
  /** Fills in defaults, as the scheme does when it decodes (SetDefaults_…). Also applied on update. */
  setDefaults?(object: T): T;
  prepareForCreate?(object: T, context: RequestContext): T;
  prepareForUpdate?(next: T, old: T, context: RequestContext): T;
  validate?(object: T, context: RequestContext): readonly FieldError[];
  validateUpdate?(next: T, old: T, context: RequestContext): readonly FieldError[];
  /** True where metadata.generation moves when spec changes. */
  readonly hasGeneration?: boolean;
  /** And when annotations change, as a Deployment's does. */
  readonly annotationsMoveGeneration?: boolean;
  /** May `update` create what is not there? ImageStream says so; most kinds do not. */
  readonly allowCreateOnUpdate?: boolean;
  /** May names have more than a DNS subdomain's letters? The problems with a name, as texts; a DNS subdomain is asked for where missing. */
  validateName?(name: string): readonly string[];
  /** The strategy of `PUT …/status`: what a status update may change. Status alone moves where missing. */
  readonly status?: Pick<Strategy<T>, 'prepareForUpdate' | 'validateUpdate'>;
  /** Must an update say which resourceVersion it was made from? */
  readonly requiresResourceVersion?: boolean;
  /** What readers get instead of what is stored, for fields that depend on the cluster's configuration. */
  decorate?(object: T, context: RequestContext): T;
  /** Fields that `--field-selector` knows beside `metadata.name` and `metadata.namespace`. */
  selectableFields?(object: T): Readonly<Record<string, string>>;
  /** Seconds between the request to delete and the end; 0 removes at once, as it does where missing. `requested` is `--grace-period`. */
  gracePeriodSeconds?(object: T, requested: number | undefined): number;
  /** Called after an object was written or removed, for what upstream does outside etcd (allocating an address, say). */
  afterDelete?(object: T, context: RequestContext): void;
}

/** A step between authorization and storage (k8s.io/apiserver pkg/admission): may change the object, or throw a StatusError. */
export interface AdmissionPlugin {
  readonly name: string;
  /** `old` is there on update. */
  admit(
    operation: 'CREATE' | 'UPDATE',
    info: ResourceInfo,
    subresource: string | undefined,
    object: KubeObject,
    old: KubeObject | undefined,
    context: RequestContext,
  ): KubeObject;
}
