/** What of a service worker's surroundings ours uses. TypeScript's own types for workers and for pages exclude each other. */
export interface WorkerScope {
  readonly registration: { readonly scope: string; readonly installing: unknown; readonly waiting: unknown };
  readonly caches: CacheStorage;
  readonly clients: Clients;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: WorkerEvent & MessageEvent<unknown>) => void): void;
}

export interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly clientId: string;
  respondWith(response: Promise<Response>): void;
}

/** A page, or a worker of one. */
export interface Client {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown): void;
}

interface Clients {
  get(id: string): Promise<Client | undefined>;
  matchAll(options: { readonly includeUncontrolled: boolean; readonly type: 'window' | 'all' }): Promise<readonly Client[]>;
}
