import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const standIns: Readonly<Record<string, string>> = { 'node:module': 'module.js', 'node:path': 'path.js', 'node:async_hooks': 'async-hooks.js' };
const ofTheSystem = /^(?:node:.+|@mongodb-js\/zstd|node-liblzma|sql\.js|quickjs-emscripten|seek-bzip|turndown)$/;
// commands that need Node or a network; the shell says of each that it is not available, so none of their code is shipped
const unusable = /\/chunks\/(?:curl|html-to-markdown|js-exec|python3|sqlite3|undici)-[A-Z0-9]+\.js$/;

/**
 * Brings just-bash to the page as the build that its authors made for Node: it loads each command when it is first typed, which makes it
 * half as large as their build for browsers. What it asks of Node is answered by small stand-ins. The version is pinned, and browser tests watch over it.
 */
export function justBashSplit() {
  const entry = join(dirname(createRequire(import.meta.url).resolve('just-bash')), 'index.js');
  return {
    name: 'just-bash-split',
    enforce: 'pre' as const,
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
    config: () => ({ optimizeDeps: { exclude: ['just-bash'] } }),
    resolveId(id: string, importer: string | undefined) {
      if (id === 'just-bash') return entry;
      const isInside = importer?.replaceAll('\\', '/').includes('/just-bash/dist/');
      if (isInside && (ofTheSystem.test(id) || unusable.test(id))) return standIn(standIns[id] ?? 'nothing.js');
      return undefined;
    },
    transform(code: string, id: string) {
      return id === entry ? { code: `import ${JSON.stringify(standIn('process.js'))};\n${code}`, map: null } : undefined;
    },
  };
}

const standIn = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url));
