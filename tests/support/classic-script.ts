import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { justBashSplit } from '../../src/site/build/just-bash-split/just-bash-split.ts';

interface Vite {
  build(options: unknown): Promise<readonly Bundle[] | Bundle>;
}

interface Bundle {
  readonly output: readonly { readonly type: string; readonly code?: string }[];
}

/** Bundles a script of the site with all that it loads into one classic script, as a page opened from a disk needs it: browsers load no modules there. */
export async function classicScript(entry: string): Promise<string> {
  const vite = (await import(pathToFileURL(createRequire(import.meta.resolve('astro')).resolve('vite')).href)) as Vite;
  const bundle = await vite.build({
    configFile: false,
    logLevel: 'error',
    plugins: [justBashSplit()],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const { output } = Array.isArray(bundle) ? (bundle[0] as Bundle) : (bundle as Bundle);
  const [script, ...others] = output.filter(({ type }) => type === 'chunk');
  if (!script?.code || others.length > 0) throw new Error(`${entry}: expected one script, got ${output.length}`);
  return script.code;
}
