/** `sha256:…` of a text in UTF-8: how registries name manifests and configurations. */
export function digestOf(text: string): string {
  return `sha256:${sha256(new TextEncoder().encode(text))}`;
}

/** SHA-256 (FIPS 180-4), synchronous, in hexadecimal. WebCrypto is asynchronous and missing on plain http. */
export function sha256(bytes: Uint8Array): string {
  const state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
  const view = new DataView(padded(bytes).buffer);
  const schedule = new Int32Array(64);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    fillSchedule(schedule, view, offset);
    compress(state, schedule);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Is this a digest of a known algorithm with the right length? (library-go image/internal/digest Validate) */
export function isDigest(text: string): boolean {
  return digestError(text) === undefined;
}

/** Why a text is no digest, in the registry library's words. */
export function digestError(text: string): string | undefined {
  const match = /^([a-zA-Z0-9-_+.]+):([a-fA-F0-9]+)$/.exec(text);
  if (!match) return 'invalid checksum digest format';
  const length = hexLengths[match[1] as string];
  if (length === undefined) return 'unsupported digest algorithm';
  return (match[2] as string).length === length ? undefined : 'invalid checksum digest length';
}

/** Does `image` (a digest, or any name) begin with `prefix`, the algorithm named or not? (imageutil DigestOrImageMatch) */
export function digestOrImageMatch(image: string, prefix: string): boolean {
  if (image.startsWith(prefix)) return true;
  return isDigest(image) && image.slice(image.indexOf(':') + 1).startsWith(prefix);
}

const hexLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  out.set(bytes);
  out[bytes.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setUint32(out.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(out.length - 4, (bytes.length << 3) >>> 0);
  return out;
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function fillSchedule(schedule: Int32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) schedule[i] = view.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const a = schedule[i - 15] as number;
    const b = schedule[i - 2] as number;
    const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    schedule[i] = ((schedule[i - 16] as number) + small0 + (schedule[i - 7] as number) + small1) | 0;
  }
}

function compress(state: number[], schedule: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const one = (h + big1 + ((e & f) ^ (~e & g)) + (roundConstants[i] as number) + (schedule[i] as number)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = ((state[i] as number) + word) | 0;
  });
}

/** Fractional parts of the cube roots of the first 64 primes. */
const roundConstants = Int32Array.from(
  (
    '428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174 ' +
    'e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 ' +
    '27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 ' +
    '19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2'
  )
    .split(' ')
    .map((hex) => Number.parseInt(hex, 16) | 0),
);
