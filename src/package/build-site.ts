import { writeFile } from 'node:fs/promises';
import { build } from 'astro';
import { shippedModules } from './shipped-modules.ts';

/**
 * Builds the site of the working folder afresh: `node build-site.ts SITE CACHE SHIPPED` writes it to the folder SITE, lets Astro keep what it
 * remembers in CACHE, and writes to the file SHIPPED which npm packages are in it. A process of its own, so that nothing of one build is left in the next.
 */
const [outDir = '', cacheDir = '', shippedFile = ''] = process.argv.slice(2);
const shipped = new Set<string>();
const collect = { name: 'shipped-modules', hooks: { 'astro:config:setup': ({ updateConfig }: Setup) => void updateConfig({ vite: { plugins: [plugin()] } }) } };
type Setup = Parameters<NonNullable<import('astro').AstroIntegration['hooks']['astro:config:setup']>>[0];
const plugin = () => shippedModules((folder) => shipped.add(folder));

await build({ outDir, cacheDir, logLevel: 'error', integrations: [collect] });
await writeFile(shippedFile, JSON.stringify([...shipped].sort()));
