/** Files by their names, in base64: what a page opened from a disk cannot fetch. `from-disk/search.<language>.js` brings them. */
declare global {
  var diskFiles: Readonly<Record<string, string>> | undefined;
}

/** `fetch` for the search: its files are in the page already. One that is not there is answered as a host would. */
export async function fetchFromDisk(address: string): Promise<Response> {
  const name = address.replace(/[?#].*$/s, '').replace(/^.*\/pagefind\//s, '');
  const files = globalThis.diskFiles ?? {};
  if (!Object.hasOwn(files, name)) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(atob(files[name] ?? ''), (character) => character.charCodeAt(0)));
}
