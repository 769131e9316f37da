import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { BadPackage } from '../package/bad-package.ts';
import { buildElsewhere } from '../package/build-elsewhere.ts';
import { commitDay } from '../package/commit-day.ts';
import { buildSite, makePackage } from '../package/make-package.ts';
import { mustBeSame } from '../package/package-files.ts';
import { inPassingFolder } from '../package/passing-folder.ts';
import { putInPlace } from '../package/write-package.ts';
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

async function main(): Promise<void> {
  const { twice } = readArguments();
  const day = commitDay(project);
  await inPassingFolder(`${target}.part-`, async (work) => {
    console.log('Building the site …');
    const made = await makePackage(project, await buildSite(project, work), day);
    if (twice) {
      console.log('Building it again, elsewhere …');
      const second = await inPassingFolder(join(tmpdir(), 'imagestream-labs-'), async (folder) => {
        const place = join(folder, 'another place');
        return makePackage(place, await buildElsewhere(project, place), day);
      });
      mustBeSame(made, second);
    }
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
