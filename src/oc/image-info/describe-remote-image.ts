import { shortestDuration } from '../../api/human-duration.ts';
import { instantOf } from '../describers/go-time.ts';
import { humanSize } from '../describers/human-size.ts';
import { alignTabs } from '../printers/tabwriter.ts';
import type { RemoteImage } from './remote-image.ts';

/** The text of `oc image info` for one image, with the empty line after it (oc pkg/cli/image/info describeImage). */
export function describeRemoteImage(image: RemoteImage, now: number): string {
  const { reference, config, digest, listDigest, mediaType } = image;
  const lines = [
    `Name:\t${image.name}`,
    ...(reference.id === digest ? [] : [`Digest:\t${digest}`]),
    ...(listDigest === '' ? [] : [`Manifest List:\t${listDigest}`]),
    `Media Type:\t${mediaType}`,
    `Created:\t${config.created ? `${shortestDuration(now - instantOf(config.created))} ago` : '<unknown>'}`,
    ...layerLines(image),
    `OS:\t${config.os ?? ''}`,
    `Arch:\t${config.architecture ?? ''}`,
    ...(config.author ? [`Author:\t${config.author}`] : []),
    ...containerLines(image),
    '',
  ];
  return alignTabs(`${lines.join('\n')}\n`, { minWidth: 0, padding: 1 });
}

function layerLines({ config, layers }: RemoteImage): readonly string[] {
  if (layers.length === 0) return [`Layer Size:\t${humanSize(config.size)}`];
  const size = config.size === 0 ? `${layers.length} layers (size unavailable)` : `${humanSize(config.size)} in ${layers.length} layers`;
  return [
    `Image Size:\t${size}`,
    ...layers.map((layer, index) => `${index === 0 ? 'Layers:' : ''}\t${layer.size === 0 ? '--' : humanSize(layer.size)}\t${layer.digest}`),
  ];
}

function containerLines({ config: { config } }: RemoteImage): readonly string[] {
  if (!config) return [];
  const { Entrypoint, Cmd, WorkingDir, User, ExposedPorts, Env, Labels, Volumes } = config;
  const ports = sorted(ExposedPorts).join(', ');
  return [
    ...(Entrypoint?.length ? [`Entrypoint:\t${Entrypoint.join(' ')}`] : []),
    ...(Cmd?.length ? [`Command:\t${Cmd.join(' ')}`] : []),
    ...(Entrypoint?.length || Cmd?.length ? [] : ['Command:\t<none>']),
    ...(WorkingDir ? [`Working Dir:\t${WorkingDir}`] : []),
    ...(User ? [`User:\t${User}`] : []),
    ...(ports === '' ? [] : [`Exposes Ports:\t${ports}`]),
    ...listLines('Environment:', Env ?? []),
    ...listLines(
      'Labels:',
      sorted(Labels).map((key) => `${key}=${Labels?.[key] ?? ''}`),
    ),
    ...listLines('Volumes:', sorted(Volumes)),
  ];
}

const sorted = (record: Readonly<Record<string, unknown>> | null | undefined) => Object.keys(record ?? {}).sort();

const listLines = (title: string, items: readonly string[]) => items.map((item, index) => `${index === 0 ? title : ''}\t${item}`);
