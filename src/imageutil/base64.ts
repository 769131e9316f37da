/** Text in UTF-8 as standard base64. */
export function encodeBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** The text in UTF-8 that base64 stands for; '' where it is no base64. */
export function decodeBase64(encoded: string): string {
  if (!isBase64(encoded)) return '';
  return new TextDecoder().decode(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)));
}

/** Is this standard base64 with padding? Line breaks are allowed, as Go's decoder allows them. */
export function isBase64(text: string): boolean {
  const bare = text.replace(/[\r\n]/g, '');
  return bare.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bare);
}
