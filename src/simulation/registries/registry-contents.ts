import { own } from '../../api/own.ts';
import type { RegistryManifest } from '../../api/registry-transport.ts';
import { digestOf } from '../../imageutil/digest.ts';
import type { RegistriesContent } from '../scenario.ts';

export interface Build {
  readonly variant?: string;
  readonly digest?: string;
  readonly list?: string;
}

/** Repositories, manifests and configurations of all registries. What is added stays in this copy. */
export class RegistryContents {
  readonly #content: RegistriesContent;
  /** Tags by `host/path`, in the order in which they came. */
  readonly #tags: Map<string, ReadonlyMap<string, string>>;
  readonly #manifests: Map<string, { readonly mediaType: string; readonly raw: string }>;
  readonly #blobs: Map<string, string>;

  constructor(content: RegistriesContent, from?: RegistryContents) {
    this.#content = content;
    const repositories = Object.entries(content.repositories).map(([path, { tags }]) => [path, new Map(Object.entries(tags))] as const);
    this.#tags = new Map(from ? from.#tags : repositories);
    this.#manifests = new Map(from ? from.#manifests : []);
    this.#blobs = new Map(from ? from.#blobs : []);
  }

  has(path: string): boolean {
    return this.#tags.has(path);
  }

  tagNames(path: string): readonly string[] {
    return [...(this.#tags.get(path)?.keys() ?? [])];
  }

  /** A manifest of a repository by tag or digest. */
  manifest(path: string, reference: string): RegistryManifest | undefined {
    const digest = reference.includes(':') ? reference : this.#tags.get(path)?.get(reference);
    if (digest === undefined || !this.#belongs(path, digest)) return undefined;
    return this.manifestByDigest(digest);
  }

  manifestByDigest(digest: string): RegistryManifest | undefined {
    const found = this.#manifests.get(digest) ?? own(this.#content.manifests, digest);
    return found && { digest, mediaType: found.mediaType, raw: found.raw };
  }

  blob(digest: string): string | undefined {
    return this.#blobs.get(digest) ?? own(this.#content.configs, digest);
  }

  put(path: string, reference: string, manifest: RegistryManifest, blobs: Readonly<Record<string, string>>): string {
    const digest = digestOf(manifest.raw);
    this.#manifests.set(digest, { mediaType: manifest.mediaType, raw: manifest.raw });
    for (const [name, text] of Object.entries(blobs)) this.#blobs.set(name, text);
    this.#uploaded.set(path, new Set([...(this.#uploaded.get(path) ?? []), digest]));
    this.#setTag(path, reference.includes(':') ? undefined : reference, digest);
    return digest;
  }

  /** Takes a manifest out of a repository, and its tags with it; false where the repository has no such manifest. */
  delete(path: string, digest: string): boolean {
    if (!this.#belongs(path, digest)) return false;
    const rest = [...(this.#tags.get(path) ?? [])].filter(([, tagged]) => tagged !== digest);
    this.#tags.set(path, new Map(rest));
    this.#uploaded.set(path, new Set([...(this.#uploaded.get(path) ?? [])].filter((uploaded) => uploaded !== digest)));
    this.#deleted.set(path, new Set([...(this.#deleted.get(path) ?? []), digest]));
    return true;
  }

  /** Puts another build over a tag: a variant that the content knows, or a manifest by its digest. */
  push(path: string, tag: string, build: Build): void {
    const variant = build.variant === undefined ? undefined : own(own(own(this.#content.repositories, path)?.builds, tag), build.variant);
    const digest = build.list ?? variant ?? build.digest;
    if (digest === undefined || !this.manifestByDigest(digest)) {
      throw new Error(`no manifest for ${path}:${tag}: variant ${build.variant ?? '(none)'}, digest ${digest ?? '(none)'}`);
    }
    this.#setTag(path, tag, digest);
  }

  fork(): RegistryContents {
    const copy = new RegistryContents(this.#content, this);
    for (const [path, digests] of this.#uploaded) copy.#uploaded.set(path, digests);
    for (const [path, digests] of this.#deleted) copy.#deleted.set(path, digests);
    return copy;
  }

  readonly #uploaded = new Map<string, ReadonlySet<string>>();
  /** What the content describes and somebody deleted since, until it is published again. */
  readonly #deleted = new Map<string, ReadonlySet<string>>();

  #setTag(path: string, tag: string | undefined, digest: string): void {
    const tags = new Map(this.#tags.get(path));
    this.#deleted.set(path, new Set([...(this.#deleted.get(path) ?? [])].filter((deleted) => deleted !== digest)));
    if (tag !== undefined) tags.set(tag, digest);
    this.#tags.set(path, tags);
  }

  /** A digest is found where a tag, a former build or a list of the repository names it. */
  #belongs(path: string, digest: string): boolean {
    const tags = this.#tags.get(path);
    if (!tags || this.#deleted.get(path)?.has(digest)) return false;
    if (this.#uploaded.get(path)?.has(digest)) return true;
    const described = own(this.#content.repositories, path);
    const builds = Object.values(described?.builds ?? {}).flatMap((variants) => Object.values(variants));
    const roots = new Set([...tags.values(), ...Object.values(described?.tags ?? {}), ...builds]);
    return roots.has(digest) || [...roots].some((root) => this.manifestByDigest(root)?.raw.includes(`"${digest}"`));
  }
}
