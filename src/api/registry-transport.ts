/**
 * The registry protocol (distribution spec v2) as functions: what the importer, the kubelet, `oc image` and the
 * `podman`, `docker` and `skopeo` layers have in common. A failure is a value, not an exception: each caller words it in its own way.
 */
export interface RegistryCredentials {
  readonly username: string;
  readonly password: string;
}

export interface RepositoryRequest {
  /** Host and port, for instance `registry.ocp4.example.com:8443`. */
  readonly host: string;
  /** Path of the repository, for instance `developer/custom-server`. */
  readonly repository: string;
  readonly credentials?: RegistryCredentials;
  /** Allow plain HTTP and unknown certificates. */
  readonly insecure?: boolean;
}

export interface ManifestRequest extends RepositoryRequest {
  /** A tag, or a digest `sha256:…`. */
  readonly reference: string;
}

export interface RegistryManifest {
  readonly digest: string;
  readonly mediaType: string;
  /** The exact text that the digest was made of. */
  readonly raw: string;
}

export type RegistryFailureReason =
  /** The name does not resolve. */
  | 'no-such-host'
  | 'unreachable'
  | 'tls'
  | 'unauthorized'
  /** The login itself was refused, before anything was asked for. */
  | 'invalid-credentials'
  /** Logged in, but not allowed. */
  | 'denied'
  | 'manifest-unknown'
  | 'name-unknown'
  | 'rate-limited';

export interface RegistryFailure {
  readonly ok: false;
  readonly reason: RegistryFailureReason;
  /** The registry's own words, where it spoke. */
  readonly message: string;
}

export type RegistryResult<T> = { readonly ok: true; readonly value: T } | RegistryFailure;

export interface RegistryTransport {
  /** Checks a login, as `GET /v2/` with credentials does. */
  ping(request: Omit<RepositoryRequest, 'repository'>): RegistryResult<undefined>;
  getManifest(request: ManifestRequest): RegistryResult<RegistryManifest>;
  /** The image configuration (a JSON text) by digest. */
  getBlob(request: ManifestRequest): RegistryResult<string>;
  /** Tags in the registry's own order. */
  listTags(request: RepositoryRequest): RegistryResult<readonly string[]>;
  putManifest(
    request: ManifestRequest & { readonly manifest: RegistryManifest; readonly blobs: Readonly<Record<string, string>> },
  ): RegistryResult<{ readonly digest: string }>;
  /** Deletes a manifest by digest, with every tag that names it. */
  deleteManifest(request: ManifestRequest): RegistryResult<undefined>;
}
