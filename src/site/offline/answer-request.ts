import type { KeptFiles } from './kept-files.ts';
import { contentType, isNamedByContents, type KeptVersion, languageAt, placeOf } from './kept-version.ts';
import type { SiteVersions } from './site-versions.ts';
import type { FetchEvent, WorkerScope } from './worker-scope.ts';

/** What a request is answered from. */
export interface Answering {
  readonly root: string;
  readonly kept: KeptFiles;
  readonly versions: SiteVersions;
  readonly scope: WorkerScope;
}

/** The path below the root that a request asks for, without its query; undefined for what the worker leaves to the browser. */
export function addressIn(root: string, { method, url }: Pick<Request, 'method' | 'url'>): string | undefined {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== 'GET' || !address.startsWith(root)) return undefined;
  try {
    return decodeURI(address.slice(root.length));
  } catch {
    return undefined;
  }
}

/** Answers from what is kept, else from the network, else with a page that says what is the matter. */
export async function answerRequest(event: FetchEvent, address: string, answering: Answering): Promise<Response> {
  const { request, clientId } = event;
  const isPage = request.mode === 'navigate';
  const versions = await answering.versions.forPage(isPage ? '' : clientId).catch(() => []);
  const fromKept = () => readKept(address, isPage ? versions.slice(0, 1) : versions, answering);
  const kept = (await isOfOtherSite(event, address, versions, answering)) ? undefined : await fromKept();
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const found = (await fromKept()) ?? (isPage ? await insteadOf(address, versions[0], answering) : undefined);
    if (found) return found;
    throw error;
  }
}

/**
 * Does a page that came from the network ask? The host may have a newer version by now, whose files belong together; only those that are
 * named after their contents cannot differ.
 */
async function isOfOtherSite(
  { request, clientId }: FetchEvent,
  address: string,
  versions: readonly KeptVersion[],
  { root, scope }: Answering,
): Promise<boolean> {
  if (request.mode === 'navigate' || isNamedByContents(address) || clientId === '') return false;
  const url = (await scope.clients.get(clientId))?.url ?? '';
  const page = addressIn(root, { method: 'GET', url: url || root }) ?? '';
  return versions[0] !== undefined && isPageAddress(page) && placeOf(versions[0], page) === undefined;
}

const isPageAddress = (address: string) => address === '' || address.endsWith('/') || address.endsWith('.html');

async function readKept(address: string, versions: readonly KeptVersion[], { root, kept }: Answering): Promise<Response | undefined> {
  for (const version of versions) {
    const place = placeOf(version, address);
    if (place?.kind === 'folder') return Response.redirect(`${root}${encodeURI(address)}/`, 301);
    const contents = place && (await kept.read(place.hash).catch(() => undefined));
    if (contents) return new Response(contents.body, { headers: { 'content-type': contentType(place.path) } });
  }
  return undefined;
}

/** Of a language that is whole: there is no such page. Of any other: this language is not on the device. */
async function insteadOf(address: string, version: KeptVersion | undefined, answering: Answering): Promise<Response | undefined> {
  if (!version) return undefined;
  const isHere = version.ready.includes(languageAt(address));
  const page = await readKept(isHere ? '404.html' : 'away/index.html', [version], answering);
  const html = (await page?.text())?.replace('data-kept=""', `data-kept="${version.ready.join(' ')}"`);
  return html === undefined ? undefined : new Response(html, { status: isHere ? 404 : 503, headers: { 'content-type': contentType('.html') } });
}
