import type { ContainerHost } from './container-host.ts';
import { type ContainerImage, idOf } from './container-image.ts';

/** An image on the workstation, with its names (`localhost/custom-server:1.0`). */
export interface LocalImage extends ContainerImage {
  readonly names: readonly string[];
  /** `quay.io/myorg/custom-server@sha256:…`: where it was pulled from or pushed to. */
  readonly digests: readonly string[];
}

/** The images of a tool, newest first, and what its builds remember: when a step was first made. */
export interface LocalImages {
  readonly images: readonly LocalImage[];
  readonly steps: Readonly<Record<string, string>>;
}

/** Podman's own folder. */
export const podmanStorage = ({ env }: ContainerHost): string => `${env.HOME ?? ''}/.local/share/containers/storage/overlay-images/images.json`;

/** The daemon's. */
export const dockerStorage = (): string => '/var/lib/docker/image/overlay2/repositories.json';

/** Reads the images that a storage file holds. */
export async function readImages({ files }: ContainerHost, file: string): Promise<LocalImages> {
  if (!(await files.exists(file))) return { images: [], steps: {} };
  try {
    const { images, steps } = Object(JSON.parse(await files.read(file))) as { readonly images?: unknown; readonly steps?: unknown };
    return { images: Array.isArray(images) ? images.filter(isImage) : [], steps: Object(steps) };
  } catch {
    return { images: [], steps: {} }; // somebody wrote into the storage by hand: its images are lost
  }
}

function isImage(value: unknown): value is LocalImage {
  const { manifest, config, names, digests } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof Object(manifest).raw === 'string' && typeof config === 'string' && Array.isArray(names) && Array.isArray(digests);
}

/** Writes them back. */
export async function writeImages({ files }: ContainerHost, file: string, images: LocalImages): Promise<void> {
  await files.makeDirectory(file.replace(/\/[^/]*$/, ''));
  await files.write(file, `${JSON.stringify(images)}\n`);
}

/** Adds an image, or names to one that is there. A name stands for one image only: an older one loses it. */
export function withImage({ images, steps }: LocalImages, image: ContainerImage, names: readonly string[], digests: readonly string[] = []): LocalImages {
  const id = idOf(image);
  const known = images.find((each) => idOf(each) === id);
  const others = images.filter((each) => each !== known).map((each) => ({ ...each, names: each.names.filter((name) => !names.includes(name)) }));
  const merged: LocalImage = {
    manifest: image.manifest,
    config: image.config,
    names: [...new Set([...(known?.names ?? []), ...names])],
    digests: [...new Set([...(known?.digests ?? []), ...digests])],
  };
  return { images: [merged, ...others], steps };
}

/** The image of one of these names, or whose ID begins like that. */
export function findImage({ images }: LocalImages, names: readonly string[], id: string): { readonly image: LocalImage; readonly name: string } | undefined {
  for (const name of names) {
    const image = images.find((each) => each.names.includes(name) || each.digests.includes(name));
    if (image) return { image, name };
  }
  const prefix = id.replace(/^sha256:/, '');
  const image = /^[0-9a-f]{3,64}$/.test(prefix) ? images.find((each) => idOf(each).startsWith(prefix)) : undefined;
  return image && { image, name: '' };
}
