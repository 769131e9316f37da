import type { ImageStreamImage, ImageStreamTag } from '../../api/image.ts';
import type { Container, PodSpec } from '../../api/pod.ts';
import { imageReferenceString, tryParseImageReference } from '../../imageutil/image-reference.ts';
import { recordFlag } from '../change-cause.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { string } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { splitPairs } from '../label-changes.ts';
import { imageResources } from '../new-app/image-streams.ts';
import { throwErrors } from '../resource-arguments.ts';
import { changePodSpecs, objectsToSet, setFlags } from '../set-pod-spec.ts';

/** `oc set image` (k8s.io/kubectl pkg/cmd/set/set_image.go, oc pkg/cli/set/set.go). */
export const setImage = defineCommand({
  path: 'set image',
  use: 'image (-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N',
  flags: {
    ...setFlags,
    record: recordFlag,
    source: string({ default: 'docker', values: ['docker', 'istag', 'imagestreamtag', 'isimage', 'imagestreamimage'] }),
  },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc, changeCause }) {
    const { resources, pairs } = splitPairs(args, 'image');
    const images = imagesOf(pairs);
    const infos = await objectsToSet(oc, resources, flags);
    check(images, resources.length + flags.filename.length > 0, flags.all && flags.selector !== '');
    await changePodSpecs(oc, infos, flags, {
      changeCause,
      change: (spec, fail) => withImages(oc, spec, images, flags.source, fail),
      operation: 'image updated',
      failure: 'failed to patch image update to pod template: ',
    });
  },
});

function imagesOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  const invalid = pairs.filter((pair) => pair.indexOf('=') < 1);
  if (invalid.length > 0) throw new OcError(`invalid image format: ${invalid.join(', ')}`);
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

function check(images: ReadonlyMap<string, string>, hasResources: boolean, selectsTwice: boolean): void {
  const errors: Error[] = [];
  if (selectsTwice) errors.push(new OcError('cannot set --all and --selector at the same time'));
  if (!hasResources) errors.push(new OcError('one or more resources must be specified as <resource> <name> or <resource>/<name>'));
  if (images.size === 0) errors.push(new OcError('at least one image update is required'));
  if (images.size > 1 && images.has('*')) {
    errors.push(new OcError('all containers are already specified by *, but saw more than one container_name=container_image pairs'));
  }
  throwErrors(errors);
}

function withImages(oc: OcContext, spec: PodSpec, images: ReadonlyMap<string, string>, source: string, fail: (error: Error) => void): PodSpec {
  let changed = spec;
  for (const [name, image] of images) {
    try {
      const resolved = resolveImage(oc, source, image);
      const fits = (container: Container) => name === '*' || container.name === name;
      const set = (container: Container) => (fits(container) ? { ...container, image: resolved } : container);
      if (![...changed.containers, ...(changed.initContainers ?? [])].some(fits)) fail(new OcError(`error: unable to find container named ${goQuote(name)}`));
      changed = { ...changed, containers: changed.containers.map(set), ...(changed.initContainers && { initContainers: changed.initContainers.map(set) }) };
    } catch (error) {
      fail(new OcError(`error: unable to resolve image ${goQuote(image)} for container ${goQuote(name)}: ${(error as Error).message}`));
    }
  }
  return changed;
}

/** The pull spec that an image, a tag or an image of a stream stands for (resolveImagePullSpec). */
function resolveImage(oc: OcContext, source: string, typed: string): string {
  if (source === 'docker') return typed;
  const [first = '', second, ...more] = typed.split('/');
  const [namespace, name] = second === undefined ? [oc.namespace, first] : more.length === 0 ? [first, second] : [oc.namespace, ''];
  const reference = referenceOf(oc, source, namespace, name);
  const parsed = reference === undefined ? undefined : tryParseImageReference(reference);
  if (!parsed) throw new OcError(`unable to resolve ${source} ${goQuote(typed)}`);
  return imageReferenceString(parsed);
}

function referenceOf({ client }: OcContext, source: string, namespace: string, name: string): string | undefined {
  const isTag = source === 'istag' || source === 'imagestreamtag';
  if (!isTag && source !== 'isimage' && source !== 'imagestreamimage') return undefined;
  try {
    const target = isTag ? imageResources.imageStreamTags : imageResources.imageStreamImages;
    return client.get<ImageStreamTag | ImageStreamImage>(target, namespace, name).image.dockerImageReference;
  } catch (error) {
    throw new OcError(`failed to get image stream ${isTag ? 'tag' : 'image'} ${goQuote(name)}: ${(error as Error).message}`);
  }
}
