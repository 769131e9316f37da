import { BadPackage } from './bad-package.ts';
import type { FolderFiles } from './folder-files.ts';
import { sha256, sumsOf } from './sha256-sums.ts';
import { zipFolder } from './zip-folder.ts';

/** Everything that `npm run package` writes: `<name>/`, `<name>.zip` and `SHA256SUMS` of the zip. */
export interface Package {
  readonly name: string;
  /** What is in the folder, its own `SHA256SUMS` included. */
  readonly files: FolderFiles;
  readonly zip: Uint8Array;
  readonly sums: string;
}

const sumsFile = 'SHA256SUMS';

/** Puts a package together from the files of the site and those that go with it; `day` (2026-11-20) is the time that they bear in the zip. */
export function packageOf(name: string, day: string, site: FolderFiles, companions: FolderFiles): Package {
  if (!site.has('index.html')) throw new BadPackage('The built site has no index.html.');
  checkNames(site, [...companions.keys(), sumsFile]);
  const content = new Map([...site, ...companions]);
  const files = new Map([...content, [sumsFile, new TextEncoder().encode(sumsOf(content))]]);
  const zip = zipFolder(name, files, day);
  return { name, files, zip, sums: `${sha256(zip)}  ${name}.zip\n` };
}

/** No file of the package may take the place of one of the site, not even on a disk where `README` and `readme` are one. */
function checkNames(site: FolderFiles, added: readonly string[]): void {
  const taken = new Set([...site.keys()].flatMap((path) => withFolders(path.toLowerCase())));
  const twice = added.filter((path) => withFolders(path.toLowerCase()).some((part) => taken.has(part)));
  if (twice.length > 0) throw new BadPackage(`The site has a file of the same name already: ${twice.join(', ')}`);
}

const withFolders = (path: string) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/** How two packages differ, one line for each file; nothing where they are the same. */
export function differences(one: Package, other: Package): readonly string[] {
  const paths = [...new Set([...one.files.keys(), ...other.files.keys()])].sort();
  const files = paths.flatMap((path) => {
    const [a, b] = [one.files.get(path), other.files.get(path)];
    if (a === undefined || b === undefined) return [`${path}: only in the ${a === undefined ? 'second' : 'first'}`];
    return Buffer.compare(a, b) === 0 ? [] : [`${path}: differs`];
  });
  return files.length > 0 || one.sums === other.sums ? files : [`${one.name}.zip: differs, though its files are the same`];
}

/** Refuses a package that another build of the same sources did not give, and names the files that differ. */
export function mustBeSame(first: Package, second: Package): void {
  const differing = differences(first, second);
  if (differing.length === 0) return;
  const shown = differing.slice(0, 40);
  throw new BadPackage(
    ['The site does not build the same way twice:', ...shown, `${differing.length} differences. The package is as it was before.`].join('\n'),
  );
}
