import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

interface Vite {
  build(options: unknown): Promise<readonly Bundle[] | Bundle>;
}

interface Bundle {
  readonly output: readonly { readonly type: string; readonly code?: string }[];
}

/** A part of a Vite plugin, as far as scripts of ours need one. */
export interface ScriptPlugin {
  readonly name: string;
  readonly enforce?: 'pre';
  resolveId?(id: string, importer: string | undefined, options: { readonly kind?: string }): unknown;
  load?(id: string): unknown;
  transform?(code: string, id: string): unknown;
}

interface ClassicOptions {
  /** The global variable that holds what the script exports. Without it nothing is kept. */
  readonly global?: string;
  readonly plugins?: readonly object[];
  /** Names in the code, and the values that take their place. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Bundles a module with all that it loads into one classic script: what a page opened from a disk can run. */
export async function classicScript(entry: string, { global, plugins = [], values = {} }: ClassicOptions = {}): Promise<string> {
  const vite = (await import(pathToFileURL(createRequire(import.meta.resolve('astro')).resolve('vite')).href)) as Vite;
  const bundle = await vite.build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins,
    define: { 'import.meta.url': scriptAddress, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])) },
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        ...(global && { preserveEntrySignatures: 'strict' }),
        output: {
          format: 'iife',
          codeSplitting: false,
          intro: `const ${scriptAddress}=globalThis.document?.currentScript?.src;`,
          ...(global && { name: global }),
        },
      },
    },
  });
  const { output } = Array.isArray(bundle) ? (bundle[0] as Bundle) : (bundle as Bundle);
  const [script, ...others] = output.filter(({ type }) => type === 'chunk');
  if (!script?.code || others.length > 0) throw new Error(`${entry}: expected one script, got ${output.length}`);
  return script.code;
}

/** Where a classic script was loaded from: what `import.meta.url` tells a module. */
const scriptAddress = '__scriptAddress';
