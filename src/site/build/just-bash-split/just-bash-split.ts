import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Node, splitLate } from './late-functions.ts';

/**
 * Brings just-bash to the page as the build that its authors made for Node: it loads each command when it is first typed, which makes it
 * a third of their build for browsers. What it asks of Node is answered by small stand-ins, and what everyday lines do not need comes late.
 * It depends on the package's insides: the version is pinned, a build fails where something that is replaced or moved is not there, and
 * tests watch over the rest.
 */
export function justBashSplit() {
  const entry = join(dirname(createRequire(import.meta.url).resolve('just-bash')), 'index.js');
  const lateEntry = join(dirname(entry), 'late.js');
  const replaced = new Set<string>();
  let late = '';
  return {
    name: 'just-bash-split',
    enforce: 'pre' as const,
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
    config: () => ({ optimizeDeps: { exclude: ['just-bash'] } }),
    resolveId(id: string, importer: string | undefined) {
      if (id === 'just-bash') return entry;
      if (id === lateFile && importer === entry) return lateEntry;
      if (!importer?.replaceAll('\\', '/').includes('/just-bash/dist/')) return undefined;
      const chunk = chunkStandIns.find(({ path, onlyFor }) => id.endsWith(path) && (!onlyFor || importer.endsWith(onlyFor)));
      if (chunk) replaced.add(chunk.path);
      if (chunk) return standIn(chunk.file);
      return ofTheSystem.test(id) || unusable.test(id) ? standIn(systemStandIns[id] ?? 'nothing.js') : undefined;
    },
    load: (id: string) => (id === lateEntry ? late : undefined),
    transform(this: { parse(code: string): unknown }, code: string, id: string) {
      if (id !== entry) return undefined;
      const called = withoutUnusedCalls(code);
      const split = splitLate(called, (this.parse(called) as { readonly body: readonly Node[] }).body, plan);
      late = split.late;
      return { code: `import ${JSON.stringify(standIn('process.js'))};\n${split.main}`, map: null };
    },
    buildEnd(this: { error(message: string): void }, error?: Error) {
      const missing = chunkStandIns.filter(({ path }) => replaced.size > 0 && !replaced.has(path));
      if (!error && missing.length > 0)
        this.error(`just-bash has no ${missing.map(({ path }) => path).join(', ')} any more: see stand-ins in just-bash-split.ts`);
    },
  };
}

const systemStandIns: Readonly<Record<string, string>> = { 'node:module': 'module.js', 'node:path': 'path.js', 'node:async_hooks': 'async-hooks.js' };
const ofTheSystem = /^(?:node:.+|@mongodb-js\/zstd|node-liblzma|sql\.js|quickjs-emscripten|seek-bzip|turndown)$/;

// commands that need Node or a network; the shell says of each that it is not available, so none of their code is shipped
const unusable = /\/chunks\/(?:curl|html-to-markdown|js-exec|python3|sqlite3|undici)-[A-Z0-9]+\.js$/;

/** Large parts of 3.4.2 that a page can do without, or has itself. */
const chunkStandIns: readonly { readonly path: string; readonly file: string; readonly onlyFor?: string }[] = [
  { path: 'chunk-KVG5FR5F.js', file: 'patterns.js', onlyFor: 'bundle/index.js' },
  { path: 'chunk-ZBUZKIPX.js', file: 'defense.js' },
];

/** Calls of 3.4.2 that are never made in a page, and would keep what they call. */
const unusedCalls = ['t.network&&(this.secureFetch=fa(t.network))'];

const withoutUnusedCalls = (code: string) =>
  unusedCalls.reduce((text, call) => {
    if (!text.includes(call)) throw new Error(`just-bash no longer says ${call}: see just-bash-split.ts`);
    return text.replace(call, 'void 0');
  }, code);

const standIn = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url));

const lateFile = './late.js';

/** What the shell takes of 3.4.2, and functions that the start of no lab reaches, found by counting calls. */
const plan = {
  lateFile,
  used: ['Bash', 'parse', 'defineCommand', 'decodeBytesToUtf8', 'latin1FromBytes'],
  late: [
    // builtins: cd, export, read, mapfile, set, shopt, source, type, hash, help, getopts, compgen, complete, pushd, local, readonly, unset, let, test
    ...[
      'Ki',
      'Bo',
      'qo',
      'jo',
      'Qo',
      'Ku',
      'Xo',
      'af',
      'uf',
      'cf',
      'Wo',
      'Vo',
      '_s',
      'So',
      'ko',
      'Po',
      'To',
      'Lo',
      'Mo',
      'Uo',
      'Io',
      'Jo',
      'Ko',
      'zo',
      'mr',
      'Is',
    ],
    // expansions: arithmetic, braces, arrays, parts and transformations of variables, what declare prints
    ...[
      'Ln',
      'Kc',
      'Yc',
      'Qc',
      'St',
      'Bl',
      'Li',
      'Ul',
      'Gl',
      'Zl',
      'Hl',
      'Ql',
      'Kl',
      'Xl',
      'Yl',
      'Cp',
      'Np',
      'ss',
      'Lp',
      'is',
      '_c',
      '$p',
      'zc',
      'Uc',
      'Iu',
      '_u',
    ],
    // statements: functions, `[[`, `if`, `case`, `select`, `for`, `while`, groups, assignments, descriptors
    ...['Os', 'Yt', 'Sm', 'Am', 'vm', 'km', 'Pm', 'xm', 'Dm', 'mm', 'cm', 'hm', 'na', 'yo', 'Wn', 'nt', 'Fs', 'Ju', 'Af', 'kf'],
  ],
};
