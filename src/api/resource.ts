/** One resource as discovery describes it (`oc api-resources`). */
export interface ResourceInfo {
  /** API group; '' is the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural name as in the URL, for instance `imagestreams`. */
  readonly resource: string;
  readonly kind: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

/** `imagestreams.image.openshift.io`, or `pods` for the core group: how messages name a resource. */
export function qualifiedResource(info: Pick<ResourceInfo, 'group' | 'resource'>): string {
  return info.group === '' ? info.resource : `${info.resource}.${info.group}`;
}

/** `image.openshift.io/v1`, or `v1` for the core group. */
export function apiVersionOf(info: Pick<ResourceInfo, 'group' | 'version'>): string {
  return info.group === '' ? info.version : `${info.group}/${info.version}`;
}
