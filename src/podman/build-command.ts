import { buildImage, type StepPlace } from '../containers/build-image.ts';
import type { ContainerHost } from '../containers/container-host.ts';
import { type ContainerImage, idOf } from '../containers/container-image.ts';
import { type Containerfile, parseContainerfile } from '../containers/containerfile.ts';
import { newName } from '../containers/image-names.ts';
import { podmanStorage, readImages, withImage, writeImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { boolean, string, stringArray } from '../oc/flags.ts';
import { localImage } from './local-image.ts';
import { pullByName } from './transfer-commands.ts';

const flags = {
  authfile: string(),
  'build-arg': stringArray(),
  creds: string(),
  file: string({ shorthand: 'f' }),
  format: string({ default: 'oci' }),
  iidfile: string(),
  label: stringArray(),
  layers: boolean({ default: true }),
  'no-cache': boolean(),
  pull: string({ default: 'missing', noOptDefault: 'always' }),
  quiet: boolean({ shorthand: 'q' }),
  rm: boolean({ default: true }),
  squash: boolean(),
  tag: stringArray({ shorthand: 't' }),
  'tls-verify': boolean({ default: true }),
} as const;

type Build = ToolInvocation<typeof flags>;

/** `podman build`. */
export const buildCommand: ToolCommand = toolCommand({
  path: 'build',
  aliases: ['image build', 'buildx build'],
  use: '[options] [CONTEXT]',
  about: 'Build an image using instructions from Containerfiles',
  flags,
  takes: [0, 1],
  run: build,
});

async function build(invocation: Build): Promise<void> {
  const { flags: typed, host, out } = invocation;
  const context = host.cwd === '' ? '.' : resolve(host.cwd, invocation.args[0] ?? '.');
  const file = await readContainerfile(host, context, typed.file);
  const tags = typed.tag.map(newName);
  const say = typed.quiet ? () => undefined : out;
  const { image, steps } = await buildImage({
    host,
    file,
    context,
    buildArgs: pairs(typed['build-arg']),
    labels: pairs(typed.label),
    signature: { 'io.buildah.version': '1.37.2' },
    useCache: !typed['no-cache'] && typed.layers,
    format: typed.format === 'docker' ? 'docker' : 'oci',
    steps: (await readImages(host, podmanStorage(host))).steps,
    base: (name) => baseImage(invocation, name),
    report: {
      step: (place, text) => say(`${stepTitle(place)}: ${text}\n`),
      based: () => undefined,
      made: (id, cached, isLast) => {
        if (!isLast) say(`--> ${cached ? 'Using cache ' : ''}${cached ? id : id.slice(0, 12)}\n`);
      },
    },
  });
  const before = await readImages(host, podmanStorage(host));
  await writeImages(host, podmanStorage(host), withImage({ ...before, steps }, image, tags));
  say(`COMMIT ${typed.tag[0] ?? ''}`.trimEnd());
  say(`\n--> ${idOf(image).slice(0, 12)}\n${tags.map((tag) => `Successfully tagged ${tag}\n`).join('')}`);
  out(`${idOf(image)}\n`);
  if (typed.iidfile !== '') await host.files.write(typed.iidfile, `sha256:${idOf(image)}`);
}

const stepTitle = ({ stage, stages, step, count }: StepPlace) => `${stages > 1 ? `[${stage}/${stages}] ` : ''}STEP ${step}/${count}`;

const resolve = (cwd: string, path: string) =>
  (path.startsWith('/') ? path : path === '.' || path === './' ? cwd : `${cwd}/${path.replace(/^\.\//, '')}`).replace(/(?<=.)\/+$/, '');

const pairs = (list: readonly string[]) => Object.fromEntries(list.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));

async function readContainerfile({ files, cwd, stdin }: ContainerHost, context: string, named: string): Promise<Containerfile> {
  if (named === '-') return parseContainerfile(stdin);
  if (named !== '') {
    const path = [`${context}/${named}`, resolve(cwd, named)];
    for (const each of named.startsWith('/') ? [named] : path) if (await files.exists(each)) return parseContainerfile(await files.read(each));
    throw new ToolError(`the specified Containerfile or Dockerfile does not exist, ${resolve(cwd, named)}: no such file or directory`);
  }
  if (!(await files.isDirectory(context))) throw new ToolError(`context must be a directory: "${context}"`);
  for (const name of ['Containerfile', 'Dockerfile'])
    if (await files.exists(`${context}/${name}`)) return parseContainerfile(await files.read(`${context}/${name}`));
  throw new ToolError(`no Containerfile or Dockerfile specified or found in context directory, ${context}: no such file or directory`);
}

async function baseImage({ flags: typed, host, err }: Build, name: string): Promise<ContainerImage> {
  const known = localImage(await readImages(host, podmanStorage(host)), name);
  if (known && typed.pull !== 'always' && typed.pull !== 'true' && typed.pull !== 'newer') return known.image;
  const access = { authfile: typed.authfile, creds: typed.creds, insecure: !typed['tls-verify'] };
  try {
    return await pullByName(host, name, access, err);
  } catch (error) {
    if (error instanceof ToolError) throw new ToolError(`creating build container: ${error.message}`);
    throw error;
  }
}
