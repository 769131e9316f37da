/** POSIX paths. */
export const sep = '/';
export const isAbsolute = (path) => path.startsWith('/');

export function normalize(path) {
  const parts = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (isAbsolute(path) ? '/' : '') + parts.join('/') || '.';
}

export const join = (...parts) => normalize(parts.filter(Boolean).join('/'));

export function resolve(...paths) {
  const joined = paths.reduce((base, path) => (isAbsolute(path) ? path : `${base}/${path}`), '');
  return normalize(`/${joined}`);
}

export const dirname = (path) => normalize(path).replace(/\/[^/]*$/, '') || (isAbsolute(path) ? '/' : '.');

export function basename(path, ending) {
  const name = path.replace(/\/+$/, '').split('/').pop();
  return ending && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

export const extname = (path) => /(?<=[^/])\.[^./]*$/.exec(path)?.[0] ?? '';
export const relative = (from, to) => (to.startsWith(`${from}/`) ? to.slice(from.length + 1) : to);
export const posix = { sep, normalize, join, isAbsolute, resolve, dirname, basename, extname, relative };
export default posix;
