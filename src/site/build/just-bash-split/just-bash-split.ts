import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const standIns: Readonly<Record<string, string>> = { 'node:module': 'module.js', 'node:path': 'path.js', 'node:async_hooks': 'async-hooks.js' };
const ofTheSystem = /^(?:node:.+|@mongodb-js\/zstd|node-liblzma)$/;

/**
 * Brings just-bash to the page as the build that its authors made for Node: it loads each command when it is first typed, which makes it
 * half as large as their build for browsers. What it asks of Node is answered by small stand-ins. The version is pinned, and browser tests watch over it.
 */
export function justBashSplit(): Plugin {
  const entry = join(dirname(createRequire(import.meta.url).resolve('just-bash')), 'index.js');
  return {
    name: 'just-bash-split',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    config: () => ({ optimizeDeps: { exclude: ['just-bash'] } }),
    resolveId(id, importer) {
      if (id === 'just-bash') return entry;
      if (importer?.replaceAll('\\', '/').includes('/just-bash/dist/') && ofTheSystem.test(id)) return standIn(standIns[id] ?? 'nothing.js');
      return undefined;
    },
    transform(code, id) {
      return id === entry ? { code: `import ${JSON.stringify(standIn('process.js'))};\n${code}`, map: null } : undefined;
    },
  };
}

const standIn = (file: string) => fileURLToPath(new URL(`./stand-ins/${file}`, import.meta.url));
