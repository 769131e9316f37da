import { type Answering, addressIn, answerRequest } from './answer-request.ts';
import { DownloadProblem, kindOfRefusal } from './download.ts';
import { cacheName, openKeptFiles } from './kept-files.ts';
import { KeptSite } from './kept-site.ts';
import { SiteVersions } from './site-versions.ts';
import type { Asked, Problem, Told } from './worker-messages.ts';
import type { WorkerScope } from './worker-scope.ts';

/**
 * The service worker, which a page registers once its reader asked for a download. It keeps languages whole, serves them from what is kept,
 * and lets a new version wait until no page of the old one is open, or until its reader wants it.
 */
declare const offlineVersion: string;

const scope = globalThis as unknown as WorkerScope;
const root = scope.registration.scope;
const version = offlineVersion;

interface Site extends Answering {
  readonly site: KeptSite;
}

let opened: Promise<Site> | undefined;

/** Opens what is kept; tried anew after a failure. */
function open(): Promise<Site> {
  opened ??= openKeptFiles(root, scope.caches).then(
    (kept) => ({ root, kept, scope, versions: new SiteVersions(version, scope, kept), site: new KeptSite(version, root, kept, (...asked) => fetch(...asked)) }),
    (error: unknown) => {
      opened = undefined;
      throw new DownloadProblem('refused', String(error));
    },
  );
  return opened;
}

const problemOf = (error: unknown, during: Problem['during']): Problem => ({
  kind: error instanceof DownloadProblem ? error.kind : kindOfRefusal(error),
  during,
});

/** A new version brings along what its reader has of the old one, or does not come at all. With nothing kept there is nothing to wait for. */
async function install(): Promise<void> {
  const { kept, site, versions } = await open();
  const before = await kept.readNote<string>('active');
  const languages = before === undefined ? [] : await site.ready(before);
  if (before === undefined || languages.length === 0) return scope.skipWaiting();
  try {
    await site.makeWhole(languages, () => {});
    await site.noteProblem(undefined);
  } catch (error) {
    const problem = problemOf(error, 'update');
    if (problem.kind === 'full') await versions.keepOnly([before]);
    await site.noteProblem(problem).catch(() => {});
    throw error;
  }
}

async function activate(): Promise<void> {
  const { versions } = await open();
  await versions.takeOver();
}

async function tell(told: Told): Promise<void> {
  const pages = await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  for (const page of pages.filter(({ url }) => url.startsWith(root))) page.postMessage(told);
}

let running: Promise<void> | undefined;
/** Everything was let go. The pages that are still open go on with the network; the browser drops the worker after them. */
let isGone = false;

async function tellState(): Promise<void> {
  const { site } = await open();
  const state = await site.state(running !== undefined).catch((error: unknown) => ({
    isBusy: false,
    languages: [],
    sharedMissing: 0,
    sharedBytes: 0,
    problem: problemOf(error, 'download'),
  }));
  await tell({ told: 'state', ...state });
}

/** Rarely enough that pages can follow. */
const pause = 100;

async function download(languages: readonly string[]): Promise<void> {
  const { site, versions } = await open();
  let toldAt = 0;
  try {
    await site.noteProblem(undefined);
    await site.want(languages);
    await site.makeWhole(languages, (progress) => {
      if (Date.now() - toldAt < pause) return;
      toldAt = Date.now();
      void tell({ told: 'progress', ...progress });
    });
  } catch (error) {
    console.warn(error);
    await site.noteProblem(problemOf(error, 'download')).catch(() => {});
  }
  versions.forget();
  await versions.letOldGo().catch(() => {});
}

async function answerMessage(asked: Asked): Promise<void> {
  if (asked.ask === 'use-now') return scope.skipWaiting();
  if (asked.ask === 'download' && !running) {
    isGone = false;
    running = download(asked.languages);
    await running.finally(() => {
      running = undefined;
    });
  }
  if ((asked.ask === 'remove' && !running) || isGone) return remove();
  await tellState();
}

async function remove(): Promise<void> {
  isGone = true;
  opened = undefined;
  await scope.caches.delete(cacheName(root));
  await tell({ told: 'removed' });
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate().catch(() => {}))); // A worker that cannot keep anything lets requests through.
scope.addEventListener('message', (event) => event.waitUntil(answerMessage(event.data as Asked).catch(() => tellRefused())));
scope.addEventListener('fetch', (event) => {
  const address = addressIn(root, event.request);
  if (isGone || address === undefined || address.startsWith('from-disk/')) return;
  event.respondWith(
    open().then(
      (site) => answerRequest(event, address, site),
      () => fetch(event.request),
    ),
  );
  if (event.request.mode === 'navigate')
    event.waitUntil(
      open()
        .then(({ versions }) => versions.letOldGoIfAny())
        .catch(() => {}),
    );
});

function tellRefused(): Promise<void> {
  return tell({ told: 'state', isBusy: false, languages: [], sharedMissing: 0, sharedBytes: 0, problem: { kind: 'refused', during: 'download' } });
}
