import { DownloadProblem, fetchFiles, hashOf } from './download.ts';
import type { KeptFiles } from './kept-files.ts';
import { keptState } from './kept-state.ts';
import { advanced, filesFor, missingFrom, type OfflineFiles, offlineFilesName, type Progress, progressAt } from './offline-files.ts';
import type { KeptState, Problem } from './worker-messages.ts';

/** The site's files in one version, and what of them is kept. Notes: `version/…` the files, `ready/…` the whole languages, `wanted`, `active`, `problem`. */
export class KeptSite {
  readonly #version: string;
  readonly #root: string;
  readonly #kept: KeptFiles;
  readonly #fetch: typeof fetch;
  /** Remembered too: a browser that is full does not keep a note of it. */
  #problem: Problem | undefined;

  constructor(version: string, root: string, kept: KeptFiles, fetchFile: typeof fetch) {
    this.#version = version;
    this.#root = root;
    this.#kept = kept;
    this.#fetch = fetchFile;
  }

  async ready(version = this.#version): Promise<readonly string[]> {
    return (await this.#kept.readNote<readonly string[]>(`ready/${version}`)) ?? [];
  }

  /** The files of this version; fetched when they are first needed. */
  async files(): Promise<OfflineFiles> {
    const noted = await this.#kept.readNote<OfflineFiles>(`version/${this.#version}`);
    if (noted) return noted;
    const files = await this.#fetchList();
    if (files?.version !== this.#version) throw new DownloadProblem('changed', 'the host has another version by now');
    await this.#kept.writeNote(`version/${this.#version}`, files);
    return files;
  }

  async #fetchList(): Promise<OfflineFiles | undefined> {
    try {
      const response = await this.#fetch(this.#root + offlineFilesName, { cache: 'no-cache' });
      return response.ok ? ((await response.json()) as OfflineFiles) : undefined;
    } catch (error) {
      throw new DownloadProblem('network', String(error));
    }
  }

  /** Makes languages whole, and only then says that they are ready. */
  async makeWhole(languages: readonly string[], tell: (progress: Progress) => void): Promise<void> {
    const wanted = filesFor(await this.files(), languages);
    const missing = missingFrom(wanted, await this.#kept.hashes());
    let progress = progressAt(languages, wanted, missing);
    tell(progress);
    const fetching = { root: this.#root, fetch: this.#fetch, hash: hashOf, write: this.#kept.write };
    await fetchFiles(missing, fetching, (file) => {
      progress = advanced(progress, file);
      tell(progress);
    });
    await this.#kept.writeNote(`ready/${this.#version}`, [...new Set([...(await this.ready()), ...languages])]);
  }

  async want(languages: readonly string[]): Promise<void> {
    await this.#kept.writeNote('wanted', [...new Set([...(await this.#wanted()), ...languages])]);
  }

  async #wanted(): Promise<readonly string[]> {
    return (await this.#kept.readNote<readonly string[]>('wanted')) ?? [];
  }

  async noteProblem(problem: Problem | undefined): Promise<void> {
    this.#problem = problem;
    await (problem ? this.#kept.writeNote('problem', problem) : this.#kept.dropNote('problem'));
  }

  /** What is kept, looked at anew: the browser may have removed something since. */
  async state(isBusy: boolean): Promise<KeptState> {
    const [wanted, ready] = [await this.#wanted(), await this.ready()];
    const problem = this.#problem ?? (await this.#kept.readNote<Problem>('problem'));
    return { ...keptState(await this.files(), { hashes: await this.#kept.hashes(), wanted, ready }), isBusy, ...(problem && { problem }) };
  }
}
