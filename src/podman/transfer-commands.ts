import { findLogin, podmanAuthFile } from '../containers/auth-file.ts';
import type { ContainerHost } from '../containers/container-host.ts';
import { type ContainerImage, idOf, manifestOf } from '../containers/container-image.ts';
import { parseName, pullNames, qualify } from '../containers/image-names.ts';
import { podmanStorage, readImages, withImage, writeImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { readingFailure, writingFailure } from '../containers/registry-words.ts';
import { fetchImage, type RemotePlace, repositoryText, uploadImage } from '../containers/remote-image.ts';
import { exact, type ImageReference, repositoryName } from '../imageutil/image-reference.ts';
import { boolean, string } from '../oc/flags.ts';
import { localImage } from './local-image.ts';

const registryFlags = {
  authfile: string(),
  'cert-dir': string(),
  creds: string(),
  quiet: boolean({ shorthand: 'q' }),
  'tls-verify': boolean({ default: true }),
} as const;

interface RegistryAccess {
  readonly authfile: string;
  readonly creds: string;
  readonly insecure: boolean;
}

const pullFlags = { ...registryFlags, arch: string(), os: string(), platform: string(), policy: string({ default: 'always' }) } as const;

/** `podman pull`. */
export const pullCommand: ToolCommand = toolCommand({
  path: 'pull',
  aliases: ['image pull'],
  use: '[options] IMAGE [IMAGE...]',
  about: 'Pull an image from a registry',
  flags: pullFlags,
  takes: [1, 100],
  async run({ args, flags, host, out, err }: ToolInvocation<typeof pullFlags>) {
    const access = { authfile: flags.authfile, creds: flags.creds, insecure: !flags['tls-verify'] };
    for (const text of args) {
      const image = await pullByName(host, text, access, flags.quiet ? () => undefined : err);
      out(`${idOf(image)}\n`);
    }
  },
});

const pushFlags = {
  ...registryFlags,
  all: boolean(),
  digestfile: string(),
  format: string({ shorthand: 'f' }),
  'remove-signatures': boolean(),
} as const;

/** `podman push`. */
export const pushCommand: ToolCommand = toolCommand({
  path: 'push',
  aliases: ['image push'],
  use: '[options] IMAGE [DESTINATION]',
  about: 'Push an image to a specified destination',
  flags: pushFlags,
  takes: [1, 2],
  async run({ args, flags, host, err }: ToolInvocation<typeof pushFlags>) {
    const [text = '', destination] = args;
    const images = await readImages(host, podmanStorage(host));
    const found = localImage(images, text);
    if (!found) throw new ToolError(`${text}: image not known`);
    const target = qualify(parseName(destination ?? (found.name || text)), 'localhost');
    const place = await placeOf(host, target, { authfile: flags.authfile, creds: flags.creds, insecure: !flags['tls-verify'] });
    const pushed = pushImage(place, found.image, flags.quiet ? () => undefined : err);
    await writeImages(host, podmanStorage(host), withImage(images, found.image, [], [`${repositoryText(target)}@${pushed}`]));
    if (flags.digestfile !== '') await host.files.write(flags.digestfile, pushed);
  },
});

function pushImage(place: RemotePlace, image: ContainerImage, err: (text: string) => void): string {
  err('Getting image source signatures\n');
  const pushed = uploadImage(place, image);
  if (!pushed.ok) throw new ToolError(writingFailure(place, image, pushed));
  err(copyingLines(image));
  return pushed.value.digest;
}

/** Where an image is in a registry, with the login that fits. */
export async function placeOf(host: ContainerHost, reference: ImageReference, { authfile, creds, insecure }: RegistryAccess): Promise<RemotePlace> {
  const colon = creds.indexOf(':');
  const typed = creds === '' ? undefined : { username: colon < 0 ? creds : creds.slice(0, colon), password: colon < 0 ? '' : creds.slice(colon + 1) };
  const credentials =
    typed ??
    (await findLogin(host, [podmanAuthFile(host, authfile), `${host.env.HOME ?? ''}/.docker/config.json`], reference.registry, repositoryName(reference)));
  return { registries: host.registries, reference, insecure, ...(credentials && { credentials }) };
}

/** Pulls an image into the local storage; a name without a host is looked for in each search registry. */
export async function pullByName(host: ContainerHost, text: string, access: RegistryAccess, err: (text: string) => void): Promise<ContainerImage> {
  const reference = parseName(text);
  if (reference.registry === '') err(`Resolving "${text}" using unqualified-search registries (/etc/containers/registries.conf)\n`);
  const failures: string[] = [];
  for (const name of pullNames(reference)) {
    err(`Trying to pull ${exact(name)}...\n`);
    const fetched = fetchImage(await placeOf(host, name, access));
    if (fetched.ok) {
      err(`Getting image source signatures\n${copyingLines(fetched.value)}`);
      const images = await readImages(host, podmanStorage(host));
      const digests = [`${repositoryText(name)}@${fetched.value.manifest.digest}`];
      await writeImages(host, podmanStorage(host), withImage(images, fetched.value, name.id === '' ? [exact(name)] : [], digests));
      return fetched.value;
    }
    failures.push(`initializing source docker://${exact(name)}: ${readingFailure(name, fetched)}`);
  }
  if (failures.length === 1) throw new ToolError(failures[0] as string);
  throw new ToolError(`${failures.length} errors occurred while pulling:\n${failures.map((failure) => ` * ${failure}`).join('\n')}`);
}

/** The lines of a copy. (containers/image copy) */
function copyingLines(image: ContainerImage): string {
  const { layers, config } = manifestOf(image);
  const blobs = layers.map(({ digest }) => `Copying blob ${digest}\n`).join('');
  return `${blobs}Copying config ${config.digest}\nWriting manifest to image destination\n`;
}
