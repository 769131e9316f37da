import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { BadPackage } from '../package/bad-package.ts';
import { buildElsewhere } from '../package/build-elsewhere.ts';
import { commitDay } from '../package/commit-day.ts';
import { buildSite, makePackage } from '../package/make-package.ts';
import { differences, type Package } from '../package/package-files.ts';
import { besideFolder, putInPlace } from '../package/write-package.ts';
import { BadInput } from './lab-arguments.ts';

/**
 * Writes `package/`: the built site as one folder and one zip, for any host, any network and any disk. With `--twice` it builds the site a second
 * time elsewhere and writes the package only where both are the same, byte for byte. Exit code 1 where there is no package, 2 for a wrong argument.
 */
const usage = 'usage: npm run package [-- --twice]';
const project = join(import.meta.dirname, '../..');
const target = join(project, 'package');

function readArguments(): { readonly twice?: boolean } {
  try {
    return parseArgs({ options: { twice: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new BadInput(`${(error as Error).message}\n${usage}`);
  }
}

/** Holds a package against one that is built elsewhere. */
async function compareWithSecond(first: Package, day: string): Promise<void> {
  const elsewhere = mkdtempSync(join(tmpdir(), 'imagestream-labs-'));
  const tidy = () => rmSync(elsewhere, { recursive: true, force: true });
  process.once('exit', tidy);
  try {
    const place = join(elsewhere, 'another place');
    const differing = differences(first, await makePackage(place, await buildElsewhere(project, place), day));
    if (differing.length === 0) return;
    const shown = differing.slice(0, 40);
    throw new BadPackage(
      ['The site does not build the same way twice:', ...shown, `${differing.length} differences. The package is as it was before.`].join('\n'),
    );
  } finally {
    tidy();
    process.off('exit', tidy);
  }
}

async function main(): Promise<void> {
  const { twice } = readArguments();
  const day = commitDay(project);
  await besideFolder(target, async (work) => {
    console.log('Building the site …');
    const made = await makePackage(project, await buildSite(project, work), day);
    if (twice) console.log('Building it again, elsewhere …');
    if (twice) await compareWithSecond(made, day);
    putInPlace(made, work, target);
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
    const size = [...made.files.values()].reduce((sum, { length }) => sum + length, 0);
    const shown = relative(process.cwd(), target) || '.';
    console.log(`${shown}/${made.name}/: ${made.files.size} files, ${megabytes(size)}`);
    console.log(`${shown}/${made.name}.zip: ${megabytes(made.zip.length)}, SHA-256 ${made.sums.slice(0, 64)}`);
    if (twice) console.log('Built twice, in two places: the same, byte for byte.');
  });
}

await main().catch((error: Error) => {
  const known = error instanceof BadInput || error instanceof BadPackage;
  console.error(known ? error.message : error.stack);
  process.exitCode = error instanceof BadInput ? 2 : 1;
});
