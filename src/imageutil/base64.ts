/** Text in UTF-8 as standard base64. */
export function encodeBase64(text: string): string {
  let letters = '';
  for (const byte of new TextEncoder().encode(text)) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** The text in UTF-8 that base64 stands for; '' where it is no base64. */
export function decodeBase64(encoded: string): string {
  if (!isBase64(encoded)) return '';
  const letters = atob(encoded);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index);
  return new TextDecoder().decode(bytes);
}

/** Is this standard base64 with padding? Line breaks are allowed, as Go's decoder allows them. */
export function isBase64(text: string): boolean {
  const bare = text.replace(/[\r\n]/g, '');
  return bare.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bare);
}
