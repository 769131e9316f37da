import type { RegistryManifest } from '../api/registry-transport.ts';

/** An image as tools hold it: its manifest and its configuration, both exact texts. */
export interface ContainerImage {
  readonly manifest: RegistryManifest;
  readonly config: string;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export interface ImageManifest {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

export interface ContainerConfig {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, Readonly<Record<string, never>>>>;
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Volumes?: Readonly<Record<string, Readonly<Record<string, never>>>>;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly StopSignal?: string;
}

export interface HistoryEntry {
  readonly created: string;
  readonly created_by: string;
  readonly empty_layer?: boolean;
}

export interface ImageConfig {
  readonly created: string;
  readonly author?: string;
  readonly architecture: string;
  readonly os: string;
  readonly config: ContainerConfig;
  readonly rootfs: { readonly type: 'layers'; readonly diff_ids: readonly string[] };
  readonly history: readonly HistoryEntry[];
}

export const manifestOf = ({ manifest }: ContainerImage): ImageManifest => JSON.parse(manifest.raw) as ImageManifest;
export const configOf = ({ config }: ContainerImage): ImageConfig => JSON.parse(config) as ImageConfig;

/** The image's ID: the digest of its configuration, without the algorithm. */
export const idOf = (image: ContainerImage): string => manifestOf(image).config.digest.slice('sha256:'.length);

/** Bytes of all layers. */
export const sizeOf = (image: ContainerImage): number => manifestOf(image).layers.reduce((sum, { size }) => sum + size, 0);
