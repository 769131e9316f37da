import type { ContainerConfig, ImageConfig, RemoteImage } from './remote-image.ts';

/** `oc image info -o json`: one image, or a list of several, fields in the order of the client's own types. */
export const remoteImagesJson = (images: readonly RemoteImage[]): string => goJson(images.length === 1 ? jsonOf(images[0] as RemoteImage) : images.map(jsonOf));

const jsonOf = ({ name, digest, listDigest, mediaType, layers, config }: RemoteImage) => ({
  name,
  digest,
  contentDigest: digest,
  listDigest,
  mediaType,
  layers: layers.map((layer) => ({ mediaType: layer.mediaType, digest: layer.digest, size: layer.size })),
  config: configOf(config),
});

// library-go image/dockerv1client DockerImageConfig
const configOf = (config: ImageConfig) => ({
  id: '',
  created: config.created ?? '0001-01-01T00:00:00Z',
  container_config: {},
  ...present(config, ['docker_version', 'author']),
  ...(config.config && { config: containerOf(config.config) }),
  ...present(config, ['architecture', 'size']),
  ...(config.rootfs && { rootfs: config.rootfs }),
  ...present(config, ['history', 'os', 'os.version', 'os.features']),
});

const containerFields = [
  'Hostname',
  'Domainname',
  'User',
  'ExposedPorts',
  'Tty',
  'OpenStdin',
  'StdinOnce',
  'Env',
  'Cmd',
  'Image',
  'Volumes',
  'WorkingDir',
  'Entrypoint',
  'OnBuild',
  'Labels',
];

const containerOf = (config: ContainerConfig) => present(config, containerFields);

/** Fields in this order, without those that Go's omitempty leaves out. */
function present(record: Readonly<Record<string, unknown>>, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.filter((field) => !isEmpty(record[field])).map((field) => [field, record[field]]));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const goJson = (value: unknown) =>
  JSON.stringify(value, null, 2).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
