import { idOf } from '../containers/container-image.ts';
import { renderTemplate } from '../containers/go-template.ts';
import { newName } from '../containers/image-names.ts';
import { imageRows, matchesFilters } from '../containers/image-rows.ts';
import { type LocalImage, type LocalImages, podmanStorage, readImages, withImage, writeImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { boolean, string, stringArray } from '../oc/flags.ts';
import { alignTabs } from '../oc/printers/tabwriter.ts';
import { localImage } from './local-image.ts';

const imagesFlags = {
  all: boolean({ shorthand: 'a' }),
  digests: boolean(),
  filter: stringArray({ shorthand: 'f' }),
  format: string(),
  'no-trunc': boolean(),
  noheading: boolean({ shorthand: 'n' }),
  quiet: boolean({ shorthand: 'q' }),
} as const;

/** `podman images`. */
export const imagesCommand: ToolCommand = toolCommand({
  path: 'images',
  aliases: ['image ls', 'image list'],
  use: '[options] [IMAGE]',
  about: 'List images in local storage',
  flags: imagesFlags,
  takes: [0, 1],
  async run({ args: [name], flags, host, out }: ToolInvocation<typeof imagesFlags>) {
    const { images } = await readImages(host, podmanStorage(host));
    const filters = [...flags.filter, ...(name === undefined ? [] : [`reference=${name}`])];
    const rows = imageRows(images, host.now(), { spaced: true, truncated: !flags['no-trunc'] }).filter((row) => matchesFilters(row, filters));
    if (flags.quiet) out([...new Set(rows.map(({ ID }) => `${ID}\n`))].join(''));
    else if (flags.format === 'json') out(`${JSON.stringify(rows.map(jsonOf), null, 4)}\n`);
    else if (flags.format !== '') out(rows.map((row) => `${renderTemplate(flags.format.replace(/^table\s+/, ''), row)}\n`).join(''));
    else {
      const digest = flags.digests ? ['DIGEST'] : [];
      const heading = flags.noheading ? [] : [['REPOSITORY', 'TAG', ...digest, 'IMAGE ID', 'CREATED', 'SIZE']];
      const cells = rows.map((row) => [row.Repository, row.Tag, ...(flags.digests ? [row.Digest] : []), row.ID, row.CreatedSince, row.Size]);
      const lines = [...heading, ...cells];
      if (lines.length > 0) out(alignTabs(`${lines.map((line) => line.join('\t')).join('\n')}\n`, { minWidth: 12, padding: 2 }));
    }
  },
});

const jsonOf = ({ ID, Repository, Tag, Digest, CreatedAt, Size }: ReturnType<typeof imageRows>[number]) => ({
  Id: ID,
  Names: [`${Repository}:${Tag}`],
  Digest,
  CreatedAt,
  Size,
});

const tagFlags = {} as const;

/** `podman tag`. */
export const tagCommand: ToolCommand = toolCommand({
  path: 'tag',
  aliases: ['image tag'],
  use: 'IMAGE TARGET_NAME [TARGET_NAME...]',
  about: 'Add an additional name to a local image',
  flags: tagFlags,
  takes: [2, 100],
  async run({ args: [text = '', ...targets], host }: ToolInvocation<typeof tagFlags>) {
    const images = await readImages(host, podmanStorage(host));
    const found = localImage(images, text);
    if (!found) throw new ToolError(`${text}: image not known`);
    await writeImages(host, podmanStorage(host), withImage(images, found.image, targets.map(newName)));
  },
});

/** `podman untag`. */
export const untagCommand: ToolCommand = toolCommand({
  path: 'untag',
  aliases: ['image untag'],
  use: 'IMAGE [NAME...]',
  about: 'Remove a name from a local image',
  flags: tagFlags,
  takes: [1, 100],
  async run({ args: [text = '', ...names], host }: ToolInvocation<typeof tagFlags>) {
    const images = await readImages(host, podmanStorage(host));
    const found = localImage(images, text);
    if (!found) throw new ToolError(`${text}: image not known`);
    const gone = names.length === 0 ? found.image.names : names.map(newName);
    const missing = gone.find((name) => !found.image.names.includes(name));
    if (missing !== undefined) throw new ToolError(`${missing}: tag not known`);
    await writeImages(host, podmanStorage(host), withoutNames(images, found.image, gone));
  },
});

const rmiFlags = { all: boolean({ shorthand: 'a' }), force: boolean({ shorthand: 'f' }), ignore: boolean({ shorthand: 'i' }) } as const;

/** `podman rmi`. */
export const rmiCommand: ToolCommand = toolCommand({
  path: 'rmi',
  aliases: ['image rm'],
  use: '[options] IMAGE [IMAGE...]',
  about: 'Remove one or more images from local storage',
  flags: rmiFlags,
  takes: [0, 100],
  async run({ args, flags, host, out }: ToolInvocation<typeof rmiFlags>) {
    if (args.length === 0 && !flags.all) throw new ToolError('image name or ID must be specified');
    let images = await readImages(host, podmanStorage(host));
    const names = flags.all ? images.images.map(idOf) : args;
    const failures: string[] = [];
    for (const text of names) {
      const found = localImage(images, text);
      if (found) images = remove(images, found.image, found.name, flags.force || flags.all, out);
      else if (!flags.ignore) failures.push(`${text}: image not known`);
    }
    await writeImages(host, podmanStorage(host), images);
    if (failures.length === 1) throw new ToolError(failures[0] as string, 1);
    if (failures.length > 1) throw new ToolError(`${failures.length} errors occurred:\n${failures.map((failure) => `\t* ${failure}`).join('\n')}\n`, 1);
  },
});

/** A name goes first; the image goes with its last one. */
function remove(images: LocalImages, image: LocalImage, name: string, force: boolean, out: (text: string) => void): LocalImages {
  if (name === '' && image.names.length > 1 && !force) {
    throw new ToolError(`unable to delete image "${idOf(image)}" by ID with more than one tag (${image.names.join(' ')}): please force removal`, 2);
  }
  const gone = name === '' ? image.names : [name];
  out(gone.map((each) => `Untagged: ${each}\n`).join(''));
  if (image.names.some((each) => !gone.includes(each))) return withoutNames(images, image, gone);
  out(`Deleted: ${idOf(image)}\n`);
  return { ...images, images: images.images.filter((each) => each !== image) };
}

const withoutNames = (images: LocalImages, image: LocalImage, gone: readonly string[]): LocalImages => ({
  ...images,
  images: images.images.map((each) => (each === image ? { ...each, names: each.names.filter((name) => !gone.includes(name)) } : each)),
});

/** `podman image exists`: tells by its exit code. */
export const imageExistsCommand: ToolCommand = toolCommand({
  path: 'image exists',
  use: 'IMAGE',
  about: 'Check if an image exists in local storage',
  flags: tagFlags,
  takes: [1, 1],
  async run({ args: [text = ''], host }: ToolInvocation<typeof tagFlags>) {
    if (!localImage(await readImages(host, podmanStorage(host)), text)) throw new ToolError('', 1);
  },
});
