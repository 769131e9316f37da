import type { RegistryManifest } from '../api/registry-transport.ts';
import { type ContainerImage, manifestOf } from '../containers/container-image.ts';
import { podmanStorage, readImages, withImage, writeImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { readingFailure, writingFailure } from '../containers/registry-words.ts';
import { fetchImage, fetchManifest, type RemotePlace, uploadImage } from '../containers/remote-image.ts';
import { exact } from '../imageutil/image-reference.ts';
import { boolean, string } from '../oc/flags.ts';
import { type NamedImage, parseImageName, placeOf } from './image-places.ts';

const flags = {
  all: boolean({ shorthand: 'a' }),
  authfile: string(),
  'dest-authfile': string(),
  'dest-creds': string(),
  'dest-no-creds': boolean(),
  'dest-tls-verify': boolean({ default: true }),
  format: string({ shorthand: 'f' }),
  quiet: boolean({ shorthand: 'q' }),
  'remove-signatures': boolean(),
  'src-authfile': string(),
  'src-creds': string(),
  'src-no-creds': boolean(),
  'src-tls-verify': boolean({ default: true }),
} as const;

type Copy = ToolInvocation<typeof flags>;

/** `skopeo copy`. */
export const copyCommand: ToolCommand = toolCommand({
  path: 'copy',
  use: '[command options] SOURCE-IMAGE DESTINATION-IMAGE',
  about: 'Copy an IMAGE-NAME from one location to another',
  flags,
  takes: [2, 2],
  async run(invocation: Copy) {
    const [from = '', to = ''] = invocation.args;
    const source = parse('source', from);
    const destination = parse('destination', to);
    const out = invocation.flags.quiet ? () => undefined : invocation.out;
    if (invocation.flags.all && source.transport === 'docker') await copyList(invocation, source, destination, out);
    else await write(invocation, destination, await read(invocation, source), out);
  },
});

function parse(which: string, text: string): NamedImage {
  try {
    return parseImageName(text);
  } catch (error) {
    throw error instanceof ToolError ? new ToolError(`Invalid ${which} name ${text}: ${error.message}`) : error;
  }
}

const sourcePlace = ({ flags: typed, host }: Copy, { reference }: Extract<NamedImage, { transport: 'docker' }>): Promise<RemotePlace> =>
  placeOf(host, reference, {
    authfile: typed['src-authfile'] || typed.authfile,
    creds: typed['src-creds'],
    isAnonymous: typed['src-no-creds'],
    insecure: !typed['src-tls-verify'],
  });

const destinationPlace = ({ flags: typed, host }: Copy, { reference }: Extract<NamedImage, { transport: 'docker' }>): Promise<RemotePlace> =>
  placeOf(host, reference, {
    authfile: typed['dest-authfile'] || typed.authfile,
    creds: typed['dest-creds'],
    isAnonymous: typed['dest-no-creds'],
    insecure: !typed['dest-tls-verify'],
  });

async function read(invocation: Copy, source: NamedImage): Promise<ContainerImage> {
  if (source.transport === 'containers-storage') {
    const { images } = await readImages(invocation.host, podmanStorage(invocation.host));
    const found = images.find(({ names }) => names.includes(source.name) || names.includes(`localhost/${source.name}`));
    if (!found)
      throw new ToolError(
        `initializing source containers-storage:${source.name}: reference "${source.name}" does not resolve to an image ID: identifier is not an image`,
      );
    return found;
  }
  const fetched = fetchImage(await sourcePlace(invocation, source));
  if (!fetched.ok) throw new ToolError(`initializing source docker://${exact(source.reference)}: ${readingFailure(source.reference, fetched)}`);
  return fetched.value;
}

async function write(invocation: Copy, destination: NamedImage, image: ContainerImage, out: (text: string) => void): Promise<void> {
  out('Getting image source signatures\n');
  if (destination.transport === 'containers-storage') {
    const file = podmanStorage(invocation.host);
    await writeImages(invocation.host, file, withImage(await readImages(invocation.host, file), image, [destination.name]));
  } else {
    const place = await destinationPlace(invocation, destination);
    const pushed = uploadImage(place, image);
    if (!pushed.ok) throw new ToolError(writingFailure(place, image, pushed));
  }
  out(copyingLines(image));
}

function copyingLines(image: ContainerImage): string {
  const { layers, config } = manifestOf(image);
  return `${layers.map(({ digest }) => `Copying blob ${digest}\n`).join('')}Copying config ${config.digest}\nWriting manifest to image destination\n`;
}

/** All images of a list, then the list itself. */
async function copyList(
  invocation: Copy,
  source: Extract<NamedImage, { transport: 'docker' }>,
  destination: NamedImage,
  out: (text: string) => void,
): Promise<void> {
  const from = await sourcePlace(invocation, source);
  const top = fetchManifest(from);
  if (!top.ok) throw new ToolError(`initializing source docker://${exact(source.reference)}: ${readingFailure(source.reference, top)}`);
  const children = digestsOf(top.value);
  if (children.length === 0 || destination.transport !== 'docker') return write(invocation, destination, await read(invocation, source), out);
  out('Getting image list signatures\n');
  out(`Copying ${children.length} images generated from ${children.length} images in list\n`);
  const to = await destinationPlace(invocation, destination);
  for (const [index, digest] of children.entries()) {
    const reference = { ...source.reference, tag: '', id: digest };
    const image = await read(invocation, { transport: 'docker', reference });
    out(`Copying image ${digest} (${index + 1}/${children.length})\n`);
    await write(invocation, { transport: 'docker', reference: { ...destination.reference, tag: '', id: digest } }, image, out);
  }
  const listed = uploadImage(to, { manifest: top.value, config: '' });
  if (!listed.ok) throw new ToolError(`writing manifest list: ${listed.message}`);
  out('Writing manifest list to image destination\nStoring list signatures\n');
}

const digestsOf = ({ raw }: RegistryManifest): readonly string[] =>
  ((JSON.parse(raw) as { readonly manifests?: readonly { readonly digest: string }[] }).manifests ?? []).map(({ digest }) => digest);
