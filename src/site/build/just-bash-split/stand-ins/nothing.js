/** Everything of Node that a page has no use for: commands that need it say so when they are typed. */
const absent = (name) => () => {
  throw new Error(`${name} is not available in the browser`);
};

export const closeSync = absent('fs');
export const constants = {};
export const existsSync = () => false;
export const fileURLToPath = (url) => new URL(url).pathname;
export const gunzipSync = absent('zlib');
export const gzipSync = absent('zlib');
export const lookup = absent('dns');
export const lstatSync = absent('fs');
export const mkdirSync = absent('fs');
export const open = absent('fs');
export const openSync = absent('fs');
export const promises = {};
export const readFileSync = absent('fs');
export const readdirSync = absent('fs');
export const readlinkSync = absent('fs');
export const realpathSync = absent('fs');
export const statSync = absent('fs');
export const writeFileSync = absent('fs');
export const Worker = absent('worker_threads');

/** Hexadecimal on demand, as Node's buffers are. */
export function randomBytes(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  bytes.toString = () => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return bytes;
}

export default {};
