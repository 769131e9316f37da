import { closureOf, dependenciesOf, type LockedPackages } from './lock-file.ts';

/** In the site without being modules of its scripts: what writes pages, styles and the search into it. */
const written = ['@astrojs/starlight', '@expressive-code/core', '@expressive-code/plugin-frames', 'astro', 'astro-expressive-code', 'pagefind'];

/** The shell is one file by its authors, with their dependencies inside; of these, what the split build leaves out (src/site/build/just-bash-split). */
const [shell, notInShell] = ['just-bash', ['quickjs-emscripten', 'seek-bzip', 'sql.js', 'turndown', 'undici']] as const;

/**
 * The folders of the npm packages of which something is shipped: those whose modules are in the site's scripts and styles, and those that are in it
 * another way. What only builds and tests the site is not shipped, and not among them.
 */
export function shippedPackages(modules: readonly string[], locked: LockedPackages): readonly string[] {
  const named = written.map((name) => `node_modules/${name}`);
  const unknown = [...modules, ...named].filter((folder) => !locked[folder]);
  if (unknown.length > 0) throw new Error(`package-lock.json has no ${unknown.join(', ')}`);
  return [...new Set([...modules, ...named, ...closureOf(`node_modules/${shell}`, locked, notInShell)])].sort();
}

/** What of the shipped packages each depends on. */
export function shippedDependencies(folder: string, shipped: readonly string[], locked: LockedPackages): readonly string[] {
  return dependenciesOf(folder, locked)
    .filter((dependency) => shipped.includes(dependency))
    .sort();
}
