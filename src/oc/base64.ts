/** A text's UTF-8 bytes in base64, as Secrets carry them. */
export const toBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** The text that a Secret's base64 stands for. */
export const fromBase64 = (base64: string): string => new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
