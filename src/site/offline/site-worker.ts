import { workerName } from './offline-files.ts';
import type { Asked, Told } from './worker-messages.ts';

/** The root of the site as an absolute address: wherever the folder stands. */
export const siteRoot = (): string => new URL(document.documentElement.dataset.root ?? '/', location.href).href;

/** Why this page cannot be kept by the browser, if so: opened from a disk, at an address without a secure context, or in a window that keeps nothing. */
export async function whyNothingIsKept(): Promise<'disk' | 'insecure' | 'blocked' | undefined> {
  if (location.protocol === 'file:') return 'disk';
  if (!isSecureContext) return 'insecure';
  try {
    await caches.has('');
    await navigator.serviceWorker.getRegistration(siteRoot());
    return undefined;
  } catch {
    return 'blocked'; // Private windows of some browsers, and settings that block storage, have no caches or throw.
  }
}

/** The site's own registration, if its reader ever asked for the download. A site in a folder above may have one too. */
export async function siteRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(siteRoot());
  return registration?.scope === siteRoot() ? registration : undefined;
}

/** Registers the worker, or looks for a newer one, and gives the one that answers: a version that waits goes on waiting. */
export async function startWorker(): Promise<ServiceWorker> {
  const known = await siteRegistration();
  await known?.update().catch(() => {}); // Without a network, the one that is there will do.
  const registration = known ?? (await navigator.serviceWorker.register(siteRoot() + workerName, { scope: siteRoot() }));
  const { installing } = registration;
  if (installing) await Promise.race([reached(installing, ['activated']), waitsForItsTurn(registration, installing)]);
  const worker = registration.active ?? installing;
  if (!worker) throw new Error('the browser has not kept the worker');
  await reached(worker, ['activated']);
  return worker;
}

/** Ends when a version is installed and still waits a moment later, because pages of the one before are open. */
async function waitsForItsTurn(registration: ServiceWorkerRegistration, worker: ServiceWorker): Promise<void> {
  do {
    await reached(worker, ['installed', 'activating', 'activated']);
    await new Promise((resolve) => setTimeout(resolve, 500));
  } while (registration.waiting !== worker);
}

/** Waits until a worker has come so far; one that was given up never does. */
export function reached(worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (states.includes(worker.state)) resolve();
      else if (worker.state === 'redundant') reject(new Error('the worker was given up'));
      else return;
      worker.removeEventListener('statechange', look);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

export const ask = (worker: ServiceWorker | null | undefined, asked: Asked): void => worker?.postMessage(asked);

/** Listens to what the site's worker tells. */
export function onTold(listen: (told: Told) => void): void {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (typeof data?.told === 'string') listen(data);
  });
  navigator.serviceWorker.startMessages();
}
