import type { KeptFiles } from './kept-files.ts';
import { type KeptVersion, keptVersion } from './kept-version.ts';
import { filesFor, languagesIn, type OfflineFiles } from './offline-files.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Which page was opened in which version, by the browser's id for it: only pages that were open when a new version took over. */
type OpenPages = Readonly<Record<string, string>>;

/**
 * The versions that are kept beside each other. A page that was open when a new version took over goes on with the files of its own; they
 * are let go when no such page is left.
 */
export class SiteVersions {
  readonly #version: string;
  readonly #scope: WorkerScope;
  readonly #kept: KeptFiles;
  readonly #known = new Map<string, KeptVersion | undefined>();
  #openPages: OpenPages | undefined;

  constructor(version: string, scope: WorkerScope, kept: KeptFiles) {
    this.#version = version;
    this.#scope = scope;
    this.#kept = kept;
  }

  /** The versions in which a page may look for a file, its own first. */
  async forPage(id: string): Promise<readonly KeptVersion[]> {
    const open = await this.#pages();
    const names = [open[id] ?? this.#version, this.#version, ...Object.values(open)];
    const versions = await Promise.all([...new Set(names)].map((name) => this.#named(name)));
    return versions.filter((version) => version !== undefined);
  }

  /** What is ready has changed. */
  forget(): void {
    this.#known.clear();
  }

  /** Notes which pages belong to the version before this one. */
  async takeOver(): Promise<void> {
    const before = await this.#kept.readNote<string>('active');
    if (before !== undefined && before !== this.#version) {
      const known = await this.#pages();
      const ids = await this.#openIds();
      await this.#note(Object.fromEntries(ids.map((id) => [id, known[id] ?? before])));
    }
    await this.#kept.writeNote('active', this.#version);
    await this.letOldGo();
  }

  /** Lets go of versions that no open page belongs to. Not while a new one is being made, which shares what has not changed. */
  async letOldGo(): Promise<void> {
    const open = await this.#pages();
    const ids = await this.#openIds();
    const left = Object.fromEntries(Object.entries(open).filter(([id]) => ids.includes(id)));
    if (Object.keys(left).length < Object.keys(open).length) await this.#note(left);
    const { installing, waiting } = this.#scope.registration;
    if (!installing && !waiting) await this.keepOnly([this.#version, ...Object.values(left)]);
  }

  /** Drops all other versions, and the contents that only they have. */
  async keepOnly(names: readonly string[]): Promise<void> {
    const lists = await Promise.all([...new Set(names)].map((name) => this.#kept.readNote<OfflineFiles>(`version/${name}`)));
    const others = (await this.#kept.notes('version/')).filter((name) => !names.includes(name));
    if (others.length === 0 || lists.includes(undefined)) return; // A download that has not been finished yet may still use what is there.
    const used = new Set(lists.flatMap((list) => (list ? filesFor(list, languagesIn(list)).map(([, , hash]) => hash) : [])));
    await this.#kept.drop([...(await this.#kept.hashes())].filter((hash) => !used.has(hash)));
    for (const name of others) await this.#kept.dropNote(`version/${name}`);
    for (const name of others) await this.#kept.dropNote(`ready/${name}`);
    this.forget();
  }

  /** To be called now and then: looks for pages of older versions only where there were any. */
  async letOldGoIfAny(): Promise<void> {
    if (Object.keys(await this.#pages()).length > 0) await this.letOldGo();
  }

  async #named(name: string): Promise<KeptVersion | undefined> {
    if (!this.#known.has(name)) {
      const [files, ready] = [await this.#kept.readNote<OfflineFiles>(`version/${name}`), await this.#kept.readNote<readonly string[]>(`ready/${name}`)];
      this.#known.set(name, files && keptVersion(files, ready ?? []));
    }
    return this.#known.get(name);
  }

  async #openIds(): Promise<readonly string[]> {
    const open = await this.#scope.clients.matchAll({ includeUncontrolled: true, type: 'all' });
    return open.filter(({ url }) => url.startsWith(this.#scope.registration.scope)).map(({ id }) => id);
  }

  async #pages(): Promise<OpenPages> {
    this.#openPages ??= (await this.#kept.readNote<OpenPages>('open-pages')) ?? {};
    return this.#openPages;
  }

  async #note(pages: OpenPages): Promise<void> {
    this.#openPages = pages;
    await this.#kept.writeNote('open-pages', pages);
  }
}
