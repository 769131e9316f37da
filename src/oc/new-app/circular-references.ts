import type { BuildConfig } from '../../api/build.ts';
import type { ImageStream } from '../../api/image.ts';
import type { KubeObject, ObjectReference } from '../../api/meta.ts';
import { splitImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { specTag } from '../../imageutil/tag-references.ts';
import { goQuote } from '../go-quote.ts';
import type { AppConfig } from './app-config.ts';
import { imageResources } from './image-streams.ts';

/** Why a build would set itself off for ever, or undefined (oc pkg/helpers/newapp/cmd/newapp.go checkCircularReferences). */
export function circularReference(config: AppConfig, objects: readonly KubeObject[]): string | undefined {
  for (const object of objects) {
    if (object.kind !== 'BuildConfig') continue;
    const { strategy, output } = (object as BuildConfig).spec;
    const input = (strategy.sourceStrategy ?? strategy.dockerStrategy ?? strategy.customStrategy)?.from;
    if (!input || !output?.to) return undefined;
    const inputEnds = followReference(config, objects, input);
    const outputEnds = followReference(config, objects, output.to);
    if (inputEnds.circular !== undefined) return circularText(inputEnds.circular);
    if (outputEnds.circular !== undefined) return circularText(outputEnds.circular);
    if (inputEnds.at.includes(outputEnds.at[0] ?? '')) return `output image of ${goQuote(inputEnds.image ?? input.name ?? '')} should be different than input`;
  }
  return undefined;
}

const circularText = (name: string): string => `image stream tag reference ${goQuote(name)} is a circular loop of image stream tags`;

interface Followed {
  /** The tags on the way, and the image at its end. */
  readonly at: readonly string[];
  readonly image?: string;
  readonly circular?: string;
}

function followReference(config: AppConfig, objects: readonly KubeObject[], from: ObjectReference): Followed {
  const at: string[] = [];
  let reference: ObjectReference | undefined = from;
  while (reference?.kind === 'ImageStreamTag') {
    const namespace: string = reference.namespace || config.namespace;
    const { name, tag } = splitImageStreamTag(reference.name ?? '');
    const key = `${namespace}/${name}:${tag}`;
    if (at.includes(key)) return { at, circular: from.name ?? '' };
    at.push(key);
    const next: ObjectReference | undefined = tagSource(config, objects, namespace, name, tag);
    reference = next?.kind === 'ImageStreamTag' ? inStream(next, namespace, name) : next;
  }
  if (reference?.kind !== 'DockerImage' || reference.name === undefined) return { at };
  const image = reference.name.includes(':') ? reference.name : `${reference.name}:latest`;
  return { at: [...at, image], image };
}

const inStream = (next: ObjectReference, namespace: string, stream: string): ObjectReference => ({
  ...next,
  namespace: next.namespace || namespace,
  name: next.name?.includes(':') ? next.name : `${stream}:${next.name}`,
});

function tagSource(config: AppConfig, objects: readonly KubeObject[], namespace: string, name: string, tag: string): ObjectReference | undefined {
  const made = objects.find(({ kind, metadata }) => kind === 'ImageStream' && metadata.name === name && (metadata.namespace ?? config.namespace) === namespace);
  const stream = made ?? config.client.find(imageResources.imageStreams, namespace, name);
  return stream && specTag(stream as ImageStream, tag)?.from;
}
