import type { KubeObject } from '../api/meta.ts';

/** What the cluster holds at the start: the format of the recorded `cluster.json`. */
export interface ClusterContent {
  readonly version: { readonly client: string; readonly server: string; readonly kubernetes: string };
  readonly server: string;
  readonly console: string | null;
  readonly users: Readonly<Record<string, { readonly groups: readonly string[] }>>;
  readonly freshProject: { readonly objects: readonly KubeObject[]; readonly project: KubeObject; readonly namespace: KubeObject };
  readonly clusterRoles: readonly KubeObject[];
  readonly openshiftImageStreams: readonly KubeObject[];
  readonly openshiftRoleBindings: readonly KubeObject[];
  readonly imageConfig: KubeObject;
  readonly nodes: readonly KubeObject[];
  readonly scheduledImportSeconds: number;
  readonly [more: string]: unknown;
}

/** What the registries hold: the format of the recorded `registries.json`. */
export interface RegistriesContent {
  readonly registries: Readonly<Record<string, RegistryDescription>>;
  /** Name to password. */
  readonly users: Readonly<Record<string, string>>;
  readonly repositories: Readonly<Record<string, RepositoryDescription>>;
  readonly manifests: Readonly<Record<string, { readonly mediaType: string; readonly raw: string }>>;
  /** Image configurations by digest, as exact text. */
  readonly configs: Readonly<Record<string, string>>;
  readonly [more: string]: unknown;
}

export interface RegistryDescription {
  readonly auth: 'token' | 'none';
  readonly flavour: 'quay' | 'docker-hub' | 'open' | 'redhat';
  readonly aliases?: readonly string[];
  /** Path prefixes that need a login. */
  readonly private?: readonly string[];
}

export interface RepositoryDescription {
  readonly tags: Readonly<Record<string, string>>;
  /** Per tag, the digests of later builds by variant: what a `push` puts over the tag. */
  readonly builds?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A fault that a scenario switches on for a host, or for one repository of it (`host/path`). */
export interface RegistryFault {
  readonly at: string;
  readonly kind: 'unreachable' | 'tls' | 'rate-limited' | 'unauthorized';
}

/** Everything a simulation starts from. */
export interface Scenario {
  readonly cluster: ClusterContent;
  readonly registries: RegistriesContent;
  /** Milliseconds since 1970 at which virtual time starts. */
  readonly start?: number;
  readonly faults?: readonly RegistryFault[];
  /** Does the cluster show the configuration of its registry's operator (configs.imageregistry.operator.openshift.io)? The recorded cluster has none. */
  readonly hasRegistryOperator?: boolean;
  /** Seconds between scheduled imports where it is not the cluster's own figure. */
  readonly scheduledImportSeconds?: number;
}
