import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Brings just-bash to the page as the build that its authors made for Node: it loads each command when it is first typed, which makes it
 * a third of their build for browsers. What it asks of Node is answered by small stand-ins. It depends on the package's insides: the
 * version is pinned, a build fails where a stand-in has nothing to stand in for, and browser tests watch over the rest.
 */
export function justBashSplit() {
  const entry = join(dirname(createRequire(import.meta.url).resolve('just-bash')), 'index.js');
  const replaced = new Set<string>();
  return {
    name: 'just-bash-split',
    enforce: 'pre' as const,
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
    config: () => ({ optimizeDeps: { exclude: ['just-bash'] } }),
    resolveId(id: string, importer: string | undefined) {
      if (id === 'just-bash') return entry;
      if (!importer?.replaceAll('\\', '/').includes('/just-bash/dist/')) return undefined;
      const chunk = chunkStandIns.find(({ path, onlyFor }) => id.endsWith(path) && (!onlyFor || importer.endsWith(onlyFor)));
      if (chunk) replaced.add(chunk.path);
      if (chunk) return standIn(chunk.file);
      return ofTheSystem.test(id) || unusable.test(id) ? standIn(systemStandIns[id] ?? 'nothing.js') : undefined;
    },
    transform(this: { parse(code: string): unknown }, code: string, id: string) {
      if (id !== entry) return undefined;
      const used = withoutUnusedCalls(code);
      return { code: `import ${JSON.stringify(standIn('process.js'))};\n${droppable(used, this.parse(used) as ParsedModule)}`, map: null };
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

interface ParsedModule {
  readonly body: readonly {
    readonly type: string;
    readonly declarations?: readonly { readonly init: { readonly type: string; readonly start: number; readonly end: number } | null }[];
  }[];
}

/** Lets the bundler drop the classes that nobody uses (file systems on a disk, sandboxes): it cannot know that defining one does nothing. */
function droppable(code: string, { body }: ParsedModule): string {
  const classes = body.flatMap(({ declarations = [] }) => declarations.flatMap(({ init }) => (init?.type === 'ClassExpression' ? [init] : [])));
  return classes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}/* @__PURE__ */(()=>${text.slice(start, end)})()${text.slice(end)}`, code);
}
