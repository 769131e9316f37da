import type { BrowserContext, Page } from '@playwright/test';

/** Where a browser can keep something of a site, with the names of what is kept there. */
export interface Kept {
  readonly cookies: readonly string[];
  readonly localStorage: readonly string[];
  readonly sessionStorage: readonly string[];
  readonly databases: readonly string[];
  readonly caches: readonly string[];
  readonly workers: readonly string[];
  /** Addresses that were asked for, by whatever page. */
  readonly requests: readonly string[];
}

/** What may be kept, and what for. */
const allowed: Readonly<Partial<Record<keyof Kept, readonly (readonly [name: RegExp, purpose: string])[]>>> = {
  localStorage: [
    [/^imagestream-labs\/lab\/[a-z0-9-]+$/, 'the commands of a lab: its progress'],
    [/^imagestream-labs\/marks\/[a-z0-9-]+$/, 'whether a lab was solved, and its time'],
    [/^imagestream-labs\/exam\/[a-z0-9-]+$/, 'how far an exam has come'],
    [/^imagestream-labs\/language$/, 'the language that was chosen'],
    [/^imagestream-labs\/lab-(?:task-width|time-hidden)$/, 'how a lab’s page was arranged'],
    [/^starlight-theme$/, 'light or dark'],
  ],
};

/** What is kept, or was asked for, though nothing of the site needs it. */
export function needless(kept: Kept, origin: string): readonly string[] {
  return (Object.entries(kept) as [keyof Kept, readonly string[]][]).flatMap(([place, names]) =>
    names.filter((name) => !isAllowed(place, name, origin)).map((name) => `${place}: ${name}`),
  );
}

function isAllowed(place: keyof Kept, name: string, origin: string): boolean {
  if (place === 'requests') return name.startsWith(`${origin}/`) || name.startsWith('data:');
  return allowed[place]?.some(([pattern]) => pattern.test(name)) ?? false;
}

/** Notes every request of a context from now on. */
export function noteRequests(context: BrowserContext): readonly string[] {
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  return requests;
}

/** Asks the browser for all that it keeps of the site whose page is open. */
export async function keptOf(page: Page, requests: readonly string[]): Promise<Kept> {
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  const inPage = await page.evaluate(async () => ({
    scripted: document.cookie.split('; ').flatMap((cookie) => (cookie === '' ? [] : [cookie.split('=')[0] as string])),
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name = '' }) => name),
    caches: 'caches' in globalThis ? await caches.keys() : [],
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope) : [],
  }));
  const { scripted, ...places } = inPage;
  return { ...places, cookies: [...new Set([...cookies, ...scripted])], requests };
}
