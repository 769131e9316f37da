import { find } from '../lab/elements.ts';
import { fill } from '../lab/lab-strings.ts';
import { afterEvent, type Desk, type DeskEvent, type DeskView, deskView } from './desk-view.ts';
import { keptState, nothingKept } from './kept-state.ts';
import { type OfflineFiles, offlineFilesName } from './offline-files.ts';
import { megabytes, type OfflineStrings } from './offline-strings.ts';
import { ask, onTold, siteRegistration, siteRoot, startWorker, whyNothingIsKept } from './site-worker.ts';
import type { Told } from './worker-messages.ts';

/** A browser ends a worker that works for too long, and says nothing. */
const silence = 10_000;

/** `<offline-download>`: offers the languages with their sizes, shows how far a download is, tells what went wrong, and lets everything go again. */
export class OfflineDownload extends HTMLElement {
  #strings!: OfflineStrings;
  #language = 'en';
  #desk: Desk = { state: { isBusy: false, languages: [], sharedBytes: 0, sharedMissing: 0 }, chosen: [] };
  #heardAt = 0;
  #asked: readonly string[] = [];

  connectedCallback(): void {
    if (this.#strings) return;
    this.#strings = JSON.parse(find(this, '.offline-strings').textContent ?? '{}') as OfflineStrings;
    this.#language = this.dataset.lang ?? 'en';
    void this.#open();
  }

  async #open(): Promise<void> {
    const reason = await whyNothingIsKept();
    if (reason) return this.#say(this.#strings[reason]);
    onTold((told) => this.#onTold(told));
    this.#listen();
    const registration = await siteRegistration().catch(() => undefined);
    const offered = await this.#offered();
    if (!offered && !registration?.active) return this.#say(this.#strings.noAnswer);
    this.#happen({ happened: 'chosen', language: this.#language, isChosen: true });
    if (offered) this.#happen({ happened: 'state', state: offered });
    ask(registration?.active, { ask: 'state' });
  }

  /** What there is to download, as the host says it, with nothing of it kept. */
  async #offered() {
    const response = await fetch(siteRoot() + offlineFilesName, { cache: 'no-cache' }).catch(() => undefined);
    return response?.ok ? keptState((await response.json()) as OfflineFiles, nothingKept) : undefined;
  }

  #listen(): void {
    for (const box of this.#boxes()) box.addEventListener('change', () => this.#happen({ happened: 'chosen', language: box.value, isChosen: box.checked }));
    find(this, '.offline-start').addEventListener('click', () => void this.#download());
    find(this, '.offline-remove').addEventListener('click', () => void this.#remove());
  }

  #boxes = () => [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

  async #download(): Promise<void> {
    this.#asked = deskView(this.#desk).toFetch;
    this.#happen({ happened: 'asked' });
    void navigator.storage?.persist?.().catch(() => {});
    try {
      ask(await startWorker(), { ask: 'download', languages: this.#asked });
      this.#heardAt = Date.now();
      await this.#watch();
    } catch (error) {
      // A worker whose script does not come is a TypeError; one that the browser refuses is not.
      this.#happen({ happened: 'stopped', problem: { kind: error instanceof TypeError ? 'network' : 'refused', during: 'download' } });
    }
  }

  /** Asks again where nothing is heard of a download, which then goes on where it was. */
  async #watch(): Promise<void> {
    while (this.#desk.state.isBusy) {
      await new Promise((resolve) => setTimeout(resolve, silence / 4));
      if (!this.#desk.state.isBusy || Date.now() - this.#heardAt < silence) continue;
      this.#heardAt = Date.now();
      ask((await siteRegistration())?.active, { ask: 'download', languages: this.#asked });
    }
  }

  async #remove(): Promise<void> {
    const registration = await siteRegistration();
    ask(registration?.active, { ask: 'remove' });
  }

  #onTold(told: Told): void {
    this.#heardAt = Date.now();
    if (told.told === 'progress') this.#happen({ happened: 'progress', progress: told });
    else if (told.told === 'state') this.#happen({ happened: 'state', state: told });
    else void this.#onRemoved();
  }

  async #onRemoved(): Promise<void> {
    await (await siteRegistration())?.unregister();
    const offered = await this.#offered();
    if (offered) this.#happen({ happened: 'state', state: offered });
  }

  #happen(event: DeskEvent): void {
    this.#desk = afterEvent(this.#desk, event);
    this.#draw(deskView(this.#desk));
  }

  #say(text: string): void {
    find(this, '.offline-state').textContent = text;
    find(this, '.offline-desk').hidden = true;
  }

  #mb = (bytes: number) => megabytes(bytes, this.#language);

  #draw(view: DeskView): void {
    find(this, '.offline-state').textContent = '';
    find(this, '.offline-desk').hidden = view.rows.length === 0;
    for (const row of view.rows) this.#drawRow(row, view);
    find(this, '.offline-shared').textContent = fill(this.#strings.size, { mb: this.#mb(view.sharedBytes) });
    const start = find<HTMLButtonElement>(this, '.offline-start');
    start.textContent = this.#strings[view.button];
    start.disabled = view.isBusy || view.toFetch.length === 0;
    start.hidden = view.rows.every(({ status }) => status === 'ready');
    find(this, '.offline-remove').hidden = !view.canRemove;
    find(this, '.offline-sum').textContent = view.isBusy || view.toFetch.length === 0 ? '' : fill(this.#strings.sum, { mb: this.#mb(view.bytes) });
    this.#drawProgress(view);
    const { told } = view;
    const problem = find(this, '.offline-problem');
    problem.textContent = told ? fill(this.#strings[`problem.${told.what}`], { mb: this.#mb(told.missing) }) : '';
    problem.hidden = !told;
    void this.#drawPromise(view);
  }

  #drawRow({ language, status, bytes, isChosen }: DeskView['rows'][number], { isBusy }: DeskView): void {
    const row = find(this, `[data-language="${language}"]`);
    const box = find<HTMLInputElement>(row, 'input');
    box.checked = isChosen;
    box.disabled = isBusy || status !== 'none';
    row.dataset.status = status;
    find(row, '.offline-size').textContent = fill(this.#strings.size, { mb: this.#mb(bytes) });
    find(row, '.offline-mark').textContent = status === 'none' ? '' : this.#strings[`status.${status}`];
  }

  #drawProgress({ isBusy, progress }: DeskView): void {
    find(this, '.offline-progress').hidden = !isBusy;
    const bar = find<HTMLProgressElement>(this, 'progress');
    if (progress) bar.value = progress.ofBytes === 0 ? 1 : progress.bytes / progress.ofBytes;
    else bar.removeAttribute('value');
    const { bytes = 0, ofBytes = 0 } = progress ?? {};
    find(this, '.offline-done').textContent = progress ? fill(this.#strings.progress, { done: this.#mb(bytes), total: this.#mb(ofBytes) }) : '';
  }

  /** Whether the browser promised to keep it matters once there is something to keep. */
  async #drawPromise({ isBusy, rows }: DeskView): Promise<void> {
    const hasReady = !isBusy && rows.some(({ status }) => status === 'ready');
    const isPromised = hasReady && ((await navigator.storage?.persisted?.().catch(() => true)) ?? true);
    find(this, '.offline-promise').hidden = !hasReady || isPromised;
    find(this, '.offline-ready').hidden = !hasReady;
  }
}
