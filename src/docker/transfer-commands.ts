import type { RegistryFailure } from '../api/registry-transport.ts';
import { dockerAuthFile, findLogin } from '../containers/auth-file.ts';
import type { ContainerHost } from '../containers/container-host.ts';
import { type ContainerImage, manifestOf } from '../containers/container-image.ts';
import { dockerStorage, findImage, readImages, withImage, writeImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { fetchImage, type RemotePlace, repositoryText, uploadImage } from '../containers/remote-image.ts';
import { dockerClientDefaults, exact, type ImageReference, parseImageReference, repositoryName } from '../imageutil/image-reference.ts';
import { boolean, string } from '../oc/flags.ts';
import { dockerReference, familiar } from './docker-names.ts';
import { daemonFailure } from './docker-words.ts';

const pullFlags = { 'all-tags': boolean({ shorthand: 'a' }), platform: string(), quiet: boolean({ shorthand: 'q' }) } as const;

/** `docker pull`. */
export const pullCommand: ToolCommand = toolCommand({
  path: 'pull',
  aliases: ['image pull'],
  use: '[OPTIONS] NAME[:TAG|@DIGEST]',
  about: 'Download an image from a registry',
  flags: pullFlags,
  takes: [1, 1],
  async run({ args: [text = ''], flags, host, out }: ToolInvocation<typeof pullFlags>) {
    const reference = dockerReference(text);
    if (!flags.quiet) out(defaultTagLine(text));
    await pullImage(host, reference, flags.quiet ? () => undefined : out);
    out(`${exact(reference)}\n`);
  },
});

const pushFlags = { 'all-tags': boolean({ shorthand: 'a' }), 'disable-content-trust': boolean({ default: true }), quiet: boolean({ shorthand: 'q' }) } as const;

/** `docker push`. */
export const pushCommand: ToolCommand = toolCommand({
  path: 'push',
  aliases: ['image push'],
  use: '[OPTIONS] NAME[:TAG]',
  about: 'Upload an image to a registry',
  flags: pushFlags,
  takes: [1, 1],
  async run({ args: [text = ''], host, out }: ToolInvocation<typeof pushFlags>) {
    const reference = dockerReference(text);
    out(defaultTagLine(text));
    const repository = repositoryText(reference);
    out(`The push refers to repository [${repository}]\n`);
    const images = await readImages(host, dockerStorage());
    const found = findImage(images, [exact(reference)], '');
    if (!found) throw new ToolError(`An image does not exist locally with the tag: ${familiar(repository)}`);
    const place = await placeOf(host, reference);
    const layers = shortLayers(found.image);
    out(layers.map((layer) => `${layer}: Preparing\n`).join(''));
    const pushed = uploadImage(place, found.image);
    if (!pushed.ok) throw new ToolError(pushFailure(reference, pushed));
    out(layers.map((layer) => `${layer}: Pushed\n`).join(''));
    out(`${reference.tag}: digest: ${pushed.value.digest} size: ${found.image.manifest.raw.length}\n`);
    await writeImages(host, dockerStorage(), withImage(images, found.image, [], [`${repository}@${pushed.value.digest}`]));
  },
});

/** Downloads an image into the daemon's storage. */
export async function pullImage(host: ContainerHost, reference: ImageReference, out: (text: string) => void): Promise<ContainerImage> {
  const fetched = fetchImage(await placeOf(host, reference));
  if (!fetched.ok) throw new ToolError(`Error response from daemon: ${pullFailure(reference, fetched)}`);
  const image = fetched.value;
  const images = await readImages(host, dockerStorage());
  const name = exact(reference);
  const isNew = findImage(images, [name], '')?.image.manifest.digest !== image.manifest.digest;
  const layers = shortLayers(image);
  const repository = repositoryText(reference);
  out(`${reference.tag || reference.id}: Pulling from ${repositoryName(dockerClientDefaults(reference))}\n`);
  if (isNew) out(layers.map((layer) => `${layer}: Pulling fs layer\n`).join('') + layers.map((layer) => `${layer}: Pull complete\n`).join(''));
  out(`Digest: ${image.manifest.digest}\nStatus: ${isNew ? 'Downloaded newer image for' : 'Image is up to date for'} ${familiar(name)}\n`);
  await writeImages(host, dockerStorage(), withImage(images, image, reference.id === '' ? [name] : [], [`${repository}@${image.manifest.digest}`]));
  return image;
}

const shortLayers = (image: ContainerImage) => manifestOf(image).layers.map(({ digest }) => digest.slice('sha256:'.length, 'sha256:'.length + 12));

function defaultTagLine(text: string): string {
  const parsed = parseImageReference(text);
  return parsed.ok && parsed.reference.tag === '' && parsed.reference.id === '' ? 'Using default tag: latest\n' : '';
}

async function placeOf(host: ContainerHost, reference: ImageReference): Promise<RemotePlace> {
  const credentials = await findLogin(host, [dockerAuthFile(host)], reference.registry, repositoryName(reference));
  return { registries: host.registries, reference, ...(credentials && { credentials }) };
}

function pullFailure(reference: ImageReference, failure: RegistryFailure): string {
  const { registry } = reference;
  if (failure.reason === 'manifest-unknown') return `manifest for ${familiar(exact(reference))} not found: ${failure.message}`;
  if (failure.reason !== 'unauthorized' && failure.reason !== 'denied') return daemonFailure(registry, failure);
  if (registry !== 'docker.io') return failure.message;
  return `pull access denied for ${familiar(repositoryText(reference))}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`;
}

function pushFailure(reference: ImageReference, failure: RegistryFailure): string {
  if (failure.reason !== 'unauthorized' && failure.reason !== 'denied') return daemonFailure(reference.registry, failure);
  return reference.registry === 'docker.io' ? 'denied: requested access to the resource is denied' : failure.message;
}
