import { type ContainerConfig, configOf, idOf, manifestOf, sizeOf } from '../containers/container-image.ts';
import { renderTemplate } from '../containers/go-template.ts';
import { type LocalImage, podmanStorage, readImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { string } from '../oc/flags.ts';
import { localImage } from './local-image.ts';

const flags = { format: string({ shorthand: 'f' }), type: string({ shorthand: 't' }) } as const;

/** `podman inspect`. */
export const inspectCommand: ToolCommand = toolCommand({
  path: 'inspect',
  use: '[options] {CONTAINER|IMAGE} [...]',
  about: 'Display the configuration of object denoted by ID',
  flags,
  takes: [1, 100],
  run: (invocation: ToolInvocation<typeof flags>) => inspect(invocation, (text) => `no such object: "${text}"`),
});

/** `podman image inspect`. */
export const imageInspectCommand: ToolCommand = toolCommand({
  path: 'image inspect',
  use: '[options] IMAGE [IMAGE...]',
  about: 'Display the configuration of an image',
  flags,
  takes: [1, 100],
  run: (invocation: ToolInvocation<typeof flags>) => inspect(invocation, (text) => `${text}: image not known`),
});

async function inspect({ args, flags: typed, host, out }: ToolInvocation<typeof flags>, missing: (text: string) => string): Promise<void> {
  const images = await readImages(host, podmanStorage(host));
  const found = args.map((text) => localImage(images, text)?.image);
  const described = found.flatMap((image) => (image ? [describe(image)] : []));
  if (typed.format === '' || typed.format === 'json') out(`${described.length === 0 ? '[]' : JSON.stringify(described, null, 5)}\n`);
  else out(described.map((each) => `${renderTemplate(typed.format, each)}\n`).join(''));
  const first = args[found.indexOf(undefined)];
  if (first !== undefined) throw new ToolError(missing(first));
}

function describe(image: LocalImage): Readonly<Record<string, unknown>> {
  const config = configOf(image);
  return {
    Id: idOf(image),
    Digest: image.manifest.digest,
    RepoTags: image.names,
    RepoDigests: image.digests,
    Parent: '',
    Comment: '',
    Created: config.created,
    Config: config.config satisfies ContainerConfig,
    Version: '',
    Author: config.author ?? '',
    Architecture: config.architecture,
    Os: config.os,
    Size: sizeOf(image),
    VirtualSize: sizeOf(image),
    RootFS: { Type: 'layers', Layers: config.rootfs.diff_ids },
    Labels: config.config.Labels ?? null,
    Annotations: {},
    ManifestType: manifestOf(image).mediaType,
    User: config.config.User ?? '',
    History: config.history,
    NamesHistory: image.names,
  };
}
