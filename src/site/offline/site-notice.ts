import { ask, onTold, reached, siteRegistration } from './site-worker.ts';

/** `<site-notice>`: a quiet line that a new version is ready, or that the network is away and everything still works. Only for those who have the download. */
export class SiteNotice extends HTMLElement {
  #isReady = false;
  #isTold = false;

  connectedCallback(): void {
    if (location.protocol === 'file:' || !isSecureContext) return;
    siteRegistration().then(
      (registration) => registration && this.#watch(registration),
      () => {}, // Storage is blocked: nothing is kept, nothing is told.
    );
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const follow = () => {
      const { installing } = registration;
      if (installing)
        void reached(installing, ['installed'])
          .then(() => this.#offer(registration))
          .catch(() => {});
    };
    registration.addEventListener('updatefound', follow);
    follow();
    this.#offer(registration);
    onTold((told) => {
      if (told.told !== 'state') return;
      this.#isReady =
        told.sharedMissing === 0 &&
        told.languages.some(({ language, missing, wasReady }) => language === document.documentElement.lang && wasReady && missing === 0);
      this.#drawOffline();
    });
    const look = () => (navigator.onLine ? this.#drawOffline() : ask(registration.active, { ask: 'state' }));
    addEventListener('online', look);
    addEventListener('offline', look);
    if (!navigator.onLine) look();
  }

  /** Says it once each time the network goes, and then gives its place back to the page. */
  #drawOffline(): void {
    const line = this.#part('offline');
    const isAway = !navigator.onLine && this.#isReady;
    if (isAway && !this.#isTold) {
      line.hidden = false;
      setTimeout(() => {
        line.hidden = true;
        this.#fold();
      }, lineStays);
    }
    if (!isAway) line.hidden = true;
    this.#isTold = isAway;
    this.#fold();
  }

  /** A version that waits for others that are still installing is none; neither is the first, which takes over by itself. */
  #offer(registration: ServiceWorkerRegistration): void {
    const { waiting, active } = registration;
    if (!waiting || !active) return;
    const update = this.#part('update');
    update.hidden = false;
    this.#fold();
    const [now, later] = update.querySelectorAll('button');
    now!.onclick = () => void this.#use(waiting);
    later!.onclick = () => {
      update.hidden = true;
      this.#fold();
    };
  }

  /** Chromium lets a new worker take over only while the old one has nothing to do; else it looks again half a minute after the last request. */
  async #use(worker: ServiceWorker): Promise<void> {
    for (const button of this.querySelectorAll('button')) button.disabled = true;
    await untilQuiet();
    ask(worker, { ask: 'use-now' });
    await reached(worker, ['activated']).catch(() => {});
    location.reload();
  }

  #part(name: 'update' | 'offline'): HTMLElement {
    return this.querySelector<HTMLElement>(`.notice-${name}`)!;
  }

  #fold(): void {
    this.hidden = this.#part('update').hidden && this.#part('offline').hidden;
  }
}

/** Long enough to be read twice. */
const lineStays = 8000;

const quiet = 1000;

/** Waits until nothing was loaded for a moment, but not for ever. */
async function untilQuiet(): Promise<void> {
  for (let count = 0; count < 10; count += 1) {
    const last = Math.max(0, ...performance.getEntriesByType('resource').map((entry) => (entry as PerformanceResourceTiming).responseEnd));
    if (performance.now() - last > quiet) return;
    await new Promise((resolve) => setTimeout(resolve, quiet / 2));
  }
}
