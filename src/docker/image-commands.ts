import { configOf, idOf, sizeOf } from '../containers/container-image.ts';
import { renderTemplate } from '../containers/go-template.ts';
import { imageRows, matchesFilters } from '../containers/image-rows.ts';
import { dockerStorage, type LocalImage, type LocalImages, readImages, withImage, writeImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { exact } from '../imageutil/image-reference.ts';
import { boolean, string, stringArray } from '../oc/flags.ts';
import { alignTabs } from '../oc/printers/tabwriter.ts';
import { dockerImage, dockerReference, familiar, referenceProblem } from './docker-names.ts';
import { dockerVersion } from './docker-version.ts';

const imagesFlags = {
  all: boolean({ shorthand: 'a' }),
  digests: boolean(),
  filter: stringArray({ shorthand: 'f' }),
  format: string(),
  'no-trunc': boolean(),
  quiet: boolean({ shorthand: 'q' }),
} as const;

const table = { minWidth: 10, padding: 3 } as const;

/** `docker images`. */
export const imagesCommand: ToolCommand = toolCommand({
  path: 'images',
  aliases: ['image ls', 'image list'],
  use: '[OPTIONS] [REPOSITORY[:TAG]]',
  about: 'List images',
  flags: imagesFlags,
  takes: [0, 1],
  async run({ args: [name], flags, host, out }: ToolInvocation<typeof imagesFlags>) {
    const { images } = await readImages(host, dockerStorage());
    const filters = [...flags.filter, ...(name === undefined ? [] : [`reference=${name}`])];
    const rows = imageRows(images, host.now(), { spaced: false, truncated: !flags['no-trunc'] })
      .map((row) => ({ ...row, Repository: familiar(row.Repository) }))
      .filter((row) => matchesFilters(row, filters));
    if (flags.quiet) out(rows.map(({ ID }) => `${ID}\n`).join(''));
    else if (flags.format !== '' && flags.format !== 'table')
      out(rows.map((row) => `${flags.format === 'json' ? JSON.stringify(row) : renderTemplate(flags.format, row)}\n`).join(''));
    else {
      const heading = ['REPOSITORY', 'TAG', ...(flags.digests ? ['DIGEST'] : []), 'IMAGE ID', 'CREATED', 'SIZE'];
      const cells = rows.map((row) => [row.Repository, row.Tag, ...(flags.digests ? [row.Digest] : []), row.ID, row.CreatedSince, row.Size]);
      out(alignTabs(`${[heading, ...cells].map((line) => line.join('\t')).join('\n')}\n`, table));
    }
  },
});

const noFlags = {} as const;

/** `docker tag`. */
export const tagCommand: ToolCommand = toolCommand({
  path: 'tag',
  aliases: ['image tag'],
  use: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  about: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  flags: noFlags,
  takes: [2, 2],
  async run({ args: [source = '', target = ''], host }: ToolInvocation<typeof noFlags>) {
    for (const text of [source, target]) {
      const problem = referenceProblem(text);
      if (problem !== undefined) throw new ToolError(`Error parsing reference: "${text}" is not a valid repository/tag: ${problem}`);
    }
    const images = await readImages(host, dockerStorage());
    const found = dockerImage(images, source);
    if (!found) throw new ToolError(`Error response from daemon: No such image: ${familiar(exact(dockerReference(source)))}`);
    await writeImages(host, dockerStorage(), withImage(images, found.image, [exact(dockerReference(target))]));
  },
});

const rmiFlags = { force: boolean({ shorthand: 'f' }), 'no-prune': boolean() } as const;

/** `docker rmi`. */
export const rmiCommand: ToolCommand = toolCommand({
  path: 'rmi',
  aliases: ['image rm'],
  use: '[OPTIONS] IMAGE [IMAGE...]',
  about: 'Remove one or more images',
  flags: rmiFlags,
  takes: [1, 100],
  async run({ args, flags, host, out, err }: ToolInvocation<typeof rmiFlags>) {
    let images = await readImages(host, dockerStorage());
    let failed = false;
    for (const text of args) {
      const found = dockerImage(images, text);
      if (found) images = remove(images, found.image, found.name, flags.force, out);
      else {
        err(`Error response from daemon: No such image: ${familiar(exact(dockerReference(text)))}\n`);
        failed = true;
      }
    }
    await writeImages(host, dockerStorage(), images);
    if (failed) throw new ToolError('');
  },
});

function remove(images: LocalImages, image: LocalImage, name: string, force: boolean, out: (text: string) => void): LocalImages {
  if (name === '' && image.names.length > 1 && !force) {
    throw new ToolError(
      `Error response from daemon: conflict: unable to delete ${idOf(image).slice(0, 12)} (must be forced) - image is referenced in multiple repositories`,
    );
  }
  const gone = name === '' ? image.names : [name];
  out(gone.map((each) => `Untagged: ${familiar(each)}\n`).join(''));
  const rest = image.names.filter((each) => !gone.includes(each));
  if (rest.length > 0) return { ...images, images: images.images.map((each) => (each === image ? { ...each, names: rest } : each)) };
  out(`${image.digests.map((digest) => `Untagged: ${familiar(digest)}\n`).join('')}Deleted: sha256:${idOf(image)}\n`);
  return { ...images, images: images.images.filter((each) => each !== image) };
}

const inspectFlags = { format: string({ shorthand: 'f' }), type: string() } as const;

/** `docker inspect`. */
export const inspectCommand: ToolCommand = toolCommand({
  path: 'inspect',
  aliases: ['image inspect'],
  use: '[OPTIONS] NAME|ID [NAME|ID...]',
  about: 'Return low-level information on Docker objects',
  flags: inspectFlags,
  takes: [1, 100],
  async run({ args, flags, host, out }: ToolInvocation<typeof inspectFlags>) {
    const images = await readImages(host, dockerStorage());
    const found = args.map((text) => dockerImage(images, text)?.image);
    const described = found.flatMap((image) => (image ? [describe(image)] : []));
    if (flags.format === '') out(`${described.length === 0 ? '[]' : JSON.stringify(described, null, 4)}\n`);
    else out(described.map((each) => `${renderTemplate(flags.format, each)}\n`).join(''));
    const missing = args[found.indexOf(undefined)];
    if (missing !== undefined) throw new ToolError(`Error: No such object: ${missing}`);
  },
});

function describe(image: LocalImage): Readonly<Record<string, unknown>> {
  const { created, author = '', architecture, os, config, rootfs } = configOf(image);
  return {
    Id: `sha256:${idOf(image)}`,
    RepoTags: image.names.map(familiar),
    RepoDigests: image.digests.map(familiar),
    Parent: '',
    Comment: '',
    Created: created,
    DockerVersion: '',
    Author: author,
    Config: config,
    Architecture: architecture,
    Os: os,
    Size: sizeOf(image),
    RootFS: { Type: 'layers', Layers: rootfs.diff_ids },
  };
}

const psFlags = { all: boolean({ shorthand: 'a' }), quiet: boolean({ shorthand: 'q' }) } as const;

/** `docker ps`: containers run in the cluster, none runs here. */
export const psCommand: ToolCommand = toolCommand({
  path: 'ps',
  aliases: ['container ls'],
  use: '[OPTIONS]',
  about: 'List containers',
  flags: psFlags,
  takes: [0, 0],
  async run({ flags, out }: ToolInvocation<typeof psFlags>) {
    if (!flags.quiet) out(alignTabs('CONTAINER ID\tIMAGE\tCOMMAND\tCREATED\tSTATUS\tPORTS\tNAMES\n', table));
  },
});

/** `docker version`. */
export const versionCommand: ToolCommand = toolCommand({
  path: 'version',
  use: '[OPTIONS]',
  about: 'Show the Docker version information',
  flags: noFlags,
  takes: [0, 0],
  async run({ out }: ToolInvocation<typeof noFlags>) {
    out(`Client: Docker Engine - Community\n Version:           ${dockerVersion}\n OS/Arch:           linux/amd64\n Context:           default\n`);
  },
});
