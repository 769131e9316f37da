import { buildImage } from '../containers/build-image.ts';
import type { ContainerHost } from '../containers/container-host.ts';
import { type ContainerImage, idOf } from '../containers/container-image.ts';
import { type Containerfile, parseContainerfile } from '../containers/containerfile.ts';
import { dockerStorage, readImages, withImage, writeImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { exact } from '../imageutil/image-reference.ts';
import { boolean, string, stringArray } from '../oc/flags.ts';
import { dockerImage, dockerReference, familiar } from './docker-names.ts';
import { pullImage } from './transfer-commands.ts';

const flags = {
  'build-arg': stringArray(),
  file: string({ shorthand: 'f' }),
  label: stringArray(),
  'no-cache': boolean(),
  pull: boolean(),
  quiet: boolean({ shorthand: 'q' }),
  rm: boolean({ default: true }),
  tag: stringArray({ shorthand: 't' }),
} as const;

/** `docker build`, with the daemon's own builder. */
export const buildCommand: ToolCommand = toolCommand({
  path: 'build',
  aliases: ['image build'],
  use: '[OPTIONS] PATH | URL | -',
  about: 'Build an image from a Dockerfile',
  flags,
  takes: [1, 1],
  run: build,
});

async function build({ args: [path = '.'], flags: typed, host, out }: ToolInvocation<typeof flags>): Promise<void> {
  const context = folderOf(host.cwd, path);
  const file = await readDockerfile(host, context, typed.file);
  const tags = typed.tag.map((tag) => exact(dockerReference(tag)));
  const say = typed.quiet ? () => undefined : out;
  say('Sending build context to Docker daemon  2.048kB\n');
  const { image, steps } = await buildImage({
    host,
    file,
    context,
    buildArgs: pairs(typed['build-arg']),
    labels: pairs(typed.label),
    signature: {},
    useCache: !typed['no-cache'],
    format: 'docker',
    steps: (await readImages(host, dockerStorage())).steps,
    base: (name) => baseImage(host, name, typed.pull, say),
    report: {
      step: ({ step, count }, text) => say(`Step ${step}/${count} : ${text}\n`),
      based: (id) => say(` ---> ${id.slice(0, 12)}\n`),
      made: (id, cached) => say(`${cached ? ' ---> Using cache\n' : ''} ---> ${id.slice(0, 12)}\n`),
    },
  });
  const before = await readImages(host, dockerStorage());
  await writeImages(host, dockerStorage(), withImage({ ...before, steps }, image, tags));
  if (typed.quiet) out(`sha256:${idOf(image)}\n`);
  else out(`Successfully built ${idOf(image).slice(0, 12)}\n${tags.map((tag) => `Successfully tagged ${familiar(tag)}\n`).join('')}`);
}

const folderOf = (cwd: string, path: string) =>
  (path.startsWith('/') ? path : path === '.' ? cwd : `${cwd}/${path.replace(/^\.\//, '')}`).replace(/(?<=.)\/+$/, '');

const pairs = (list: readonly string[]) => Object.fromEntries(list.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));

async function readDockerfile({ files, cwd }: ContainerHost, context: string, named: string): Promise<Containerfile> {
  if (!(await files.isDirectory(context))) throw new ToolError(`unable to prepare context: path "${context}" not found`);
  const path = named === '' ? `${context}/Dockerfile` : folderOf(cwd, named);
  if (!(await files.exists(path)))
    throw new ToolError(`unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${path}: no such file or directory`);
  return parseContainerfile(await files.read(path));
}

async function baseImage(host: ContainerHost, name: string, always: boolean, say: (text: string) => void): Promise<ContainerImage> {
  const known = dockerImage(await readImages(host, dockerStorage()), name);
  if (known && !always) return known.image;
  return pullImage(host, dockerReference(name), say).catch((error: unknown) => {
    throw error instanceof ToolError ? new ToolError(error.message.replace(/^Error response from daemon: /, '')) : error;
  });
}
