import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BadPackage } from './bad-package.ts';
import { shippedPackages } from './components.ts';
import { type FolderFiles, readFolder } from './folder-files.ts';
import { licensesOf } from './licenses.ts';
import type { LockedPackages } from './lock-file.ts';
import { type Package, packageOf } from './package-files.ts';
import { readmeOf } from './readme.ts';
import { sbomOf } from './sbom.ts';
import { sumsOf } from './sha256-sums.ts';

/** A built site, and the folders of the npm packages whose modules are in it. */
export interface BuiltSite {
  readonly site: FolderFiles;
  readonly modules: readonly string[];
}

/** Builds the site of a project afresh, in a folder that is there for this build alone and lies in the project. */
export async function buildSite(project: string, work: string, environment: NodeJS.ProcessEnv = process.env): Promise<BuiltSite> {
  const [site, cache, modules] = [join(work, 'site'), join(work, 'cache'), join(work, 'modules.json')];
  const { SITE_URL: _, ...env } = environment; // A package stands at any address, and names none.
  const builder = spawn(process.execPath, ['src/package/build-site.ts', site, cache, modules], {
    cwd: project,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = () => builder.kill();
  process.once('exit', stop);
  const status = await new Promise((resolve, reject) => builder.once('error', reject).once('exit', resolve)).finally(() => process.off('exit', stop));
  if (status !== 0) throw new BadPackage('The site could not be built; what is wrong is said above. The package is as it was before.');
  return { site: await readFolder(site), modules: JSON.parse(await readFile(modules, 'utf8')) };
}

/** Puts the built site of a project together with what goes with it: README, licenses, the list of its parts. */
export async function makePackage(project: string, { site, modules }: BuiltSite, day: string): Promise<Package> {
  const read = (file: string) => readFile(join(project, file), 'utf8');
  const described = JSON.parse(await read('package.json'));
  const { packages: locked } = JSON.parse(await read('package-lock.json')) as { readonly packages: LockedPackages };
  const shipped = shippedPackages(modules, locked);
  const name = `${described.name}-${described.version}`;
  const companions = {
    'LICENSE.txt': await read('LICENSE'),
    'NOTICE.txt': (await read('NOTICE')).replaceAll('src/site/fonts/OFL.txt', fontLicense),
    'README.html': await readmeOf(project, { version: described.version, zip: `${name}.zip` }),
    [fontLicense]: await read('src/site/fonts/OFL.txt'),
    'licenses/third-party.txt': await licensesOf(project, shipped, locked),
    'sbom.cdx.json': sbomOf(described, shipped, locked, { day, sums: sumsOf(site) }),
  };
  return packageOf(name, day, site, new Map(Object.entries(companions).map(([path, text]) => [path, new TextEncoder().encode(text)])));
}

const fontLicense = 'licenses/JetBrains-Mono-OFL.txt';
