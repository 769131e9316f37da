import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bash } from 'just-bash';
import { justBashSplit } from '../../src/site/build/just-bash-split/just-bash-split.ts';
import type { Node } from '../../src/site/build/just-bash-split/late-functions.ts';

interface Vite {
  build(options: unknown): Promise<unknown>;
  parseAst(code: string): { readonly body: readonly Node[] };
}

const vite = (await import(pathToFileURL(createRequire(import.meta.resolve('astro')).resolve('vite')).href)) as Vite;

export const parseModule = (code: string): readonly Node[] => vite.parseAst(code).body;

/** The shell's library as pages get it, written to a folder and loaded from there. */
export async function splitBash(folder: string): Promise<{ readonly Bash: typeof Bash }> {
  const entry = 'virtual:bash';
  const own = { name: 'entry', resolveId: (id: string) => (id === entry ? id : undefined), load: (id: string) => (id === entry ? exported : undefined) };
  await vite.build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [own, justBashSplit()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { entryFileNames: 'bash.mjs', chunkFileNames: '[name].[hash].mjs' } },
    },
  });
  return import(pathToFileURL(join(folder, 'bash.mjs')).href);
}

const exported = "export { Bash } from 'just-bash';";
