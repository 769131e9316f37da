import type { Image, ImageStream } from '../../api/image.ts';
import { imageGroup } from '../../api/image.ts';
import type { Pod } from '../../api/pod.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import { prioritizeTags } from '../../imageutil/tag-order.ts';
import { type Command, defineCommand, type OcContext } from '../command.ts';
import { binarySize } from '../describers/human-size.ts';
import { alignTabs } from '../printers/tabwriter.ts';

/** `oc adm top images` and `oc adm top imagestreams`: what images take, and who uses them (oc pkg/cli/admin/top). */
export const topImageCommands: readonly Command[] = [topCommand('images', (oc) => topImages(oc)), topCommand('imagestreams', (oc) => topImageStreams(oc))];

function topCommand(what: string, rows: (oc: OcContext) => readonly (readonly string[])[]): Command {
  return defineCommand({
    path: `adm top ${what}`,
    use: what,
    flags: {},
    run: async ({ oc }) => {
      const lines = rows(oc).map((cells) => `${cells.map((cell) => `${cell}\t`).join('')}\n`);
      oc.out(alignTabs(lines.join(''), { minWidth: 0, padding: 1 }));
    },
  }) as unknown as Command;
}

/** All projects, unless one was typed. */
const scopeOf = ({ namespace, namespaceIsExplicit }: OcContext): string | undefined => (namespaceIsExplicit ? namespace : undefined);

const listImages = ({ client }: OcContext): readonly Image[] => client.list<Image>({ group: imageGroup, version: 'v1', resource: 'images' }, undefined).items;

const listStreams = (oc: OcContext): readonly ImageStream[] =>
  oc.client.list<ImageStream>({ group: imageGroup, version: 'v1', resource: 'imagestreams' }, scopeOf(oc)).items;

function topImages(oc: OcContext): readonly (readonly string[])[] {
  const images = listImages(oc);
  const streams = listStreams(oc);
  const pods = oc.client.list<Pod>({ group: '', version: 'v1', resource: 'pods' }, scopeOf(oc)).items;
  const infos = images.map((image) => ({
    image,
    tags: streams.flatMap((stream) => tagsWith(stream, image)),
    storage: storageOf([image]),
  }));
  infos.sort((a, b) => b.tags.length - a.tags.length || b.storage - a.storage);
  const lines = infos.map(({ image, tags, storage }) => [
    image.metadata.name,
    listed(tags),
    listed(parentsOf(image, images).map(shortened)),
    listed(pods.filter((pod) => uses(pod, image)).map(controllerOf)),
    image.dockerImageManifest && layersOf(image).length > 0 ? 'yes' : 'no',
    binarySize(storage),
  ]);
  return [['NAME', 'IMAGESTREAMTAG', 'PARENTS', 'USAGE', 'METADATA', 'STORAGE'], ...lines];
}

function topImageStreams(oc: OcContext): readonly (readonly string[])[] {
  const images = new Map(listImages(oc).map((image) => [image.metadata.name, image]));
  const infos = listStreams(oc).map((stream) => {
    const current = [...new Set((stream.status.tags ?? []).flatMap(({ items }) => images.get(items?.[0]?.image ?? '') ?? []))];
    return { stream, images: current.length, layers: current.flatMap(layersOf).length, storage: storageOf(current) };
  });
  infos.sort((a, b) => b.storage - a.storage || b.images - a.images);
  const lines = infos.map(({ stream, images: count, layers, storage }) => [
    `${stream.metadata.namespace}/${stream.metadata.name}`,
    binarySize(storage),
    String(count),
    String(layers),
  ]);
  return [['NAME', 'STORAGE', 'IMAGES', 'LAYERS'], ...lines];
}

const listed = (values: readonly string[]): string => (values.length === 0 ? '<none>' : values.join(', '));

const layersOf = (image: Image) => image.dockerImageLayers ?? [];

/** Bytes of the layers and configurations, each counted once (getStorage). */
function storageOf(images: readonly Image[]): number {
  const blobs = new Map<string, number>();
  for (const image of images) {
    for (const { name, size } of layersOf(image)) if (!blobs.has(name)) blobs.set(name, size);
    const id = image.dockerImageMetadata?.Id ?? '';
    if (image.dockerImageConfig && !blobs.has(id)) blobs.set(id, image.dockerImageConfig.length);
  }
  return [...blobs.values()].reduce((sum, size) => sum + size, 0);
}

/** `project/stream (tags)` where the image is what tags mean now. */
function tagsWith({ metadata, status }: ImageStream, image: Image): readonly string[] {
  const tags = (status.tags ?? []).filter(({ items }) => items?.[0]?.image === image.metadata.name).map(({ tag }) => tag);
  return tags.length === 0 ? [] : [`${metadata.namespace}/${metadata.name} (${prioritizeTags(tags).join(',')})`];
}

const emptyLayer = 'sha256:a3ed95caeb02ffe68cdd9fd84406680ae93d633cb16422d00e8a7c22955b46d4';

/** Images whose top layer this one has further down (markParentsInGraph). */
function parentsOf(image: Image, images: readonly Image[]): readonly string[] {
  const top = topLayer(image);
  const below = new Set(layersOf(image).flatMap(({ name }) => (name === top ? [] : [name])));
  return images.filter((other) => other !== image && below.has(topLayer(other) ?? '')).map(({ metadata }) => metadata.name);
}

const topLayer = (image: Image): string | undefined => layersOf(image).findLast(({ name }) => name !== emptyLayer)?.name;

const shortened = (name: string): string => (name.length > 20 ? `${name.slice(0, 17)}...` : name);

function uses({ spec, status }: Pod, image: Image): boolean {
  const isAlive = status?.phase === 'Running' || status?.phase === 'Pending';
  return isAlive && spec.containers.some((container) => tryParseImageReference(container.image ?? '')?.id === image.metadata.name);
}

const owners = [
  ['openshift.io/build.name', 'Build'],
  ['openshift.io/deployment.name', 'Deployment'],
  ['openshift.io/deployer-pod.name', 'Deployer'],
] as const;

/** What a pod belongs to; only OpenShift's own builds and deployments say so (getController). */
function controllerOf({ metadata }: Pod): string {
  const found = owners.find(([annotation]) => metadata.annotations?.[annotation] !== undefined);
  return found ? `${found[1]}: ${metadata.namespace}/${metadata.annotations?.[found[0]]}` : '<unknown>';
}
