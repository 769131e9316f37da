import type { ApiClient } from '../../api/client.ts';
import type { DockerImage, ImageStream, ImageStreamImage } from '../../api/image.ts';
import { StatusError } from '../../api/status.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import { latestTaggedImage } from '../../imageutil/tag-events.ts';
import { specTag } from '../../imageutil/tag-references.ts';
import { goQuote } from '../go-quote.ts';
import { type ComponentMatch, proximityScore, type Searcher, type SearchResult } from './component-match.ts';
import { hasAnnotationTag, imageResources } from './image-streams.ts';

export interface ImageStreamSearcherOptions {
  readonly client: ApiClient;
  /** Projects that are looked in when none is typed. */
  readonly namespaces: readonly string[];
  readonly allowMissingTags: boolean;
}

/** Looks among the image streams of the project and of `openshift` (oc pkg/helpers/newapp/app/imagestreamlookup.go ImageStreamSearcher). */
export function imageStreamSearcher(options: ImageStreamSearcherOptions): Searcher {
  return { type: 'images in image streams', search: async (precise, term) => searchImageStreams(options, precise, term) };
}

interface Wanted {
  readonly term: string;
  readonly name: string;
  readonly tag: string;
  /** No tag was typed: `latest` may lead on to the tag it stands for. */
  readonly followTag: boolean;
}

function searchImageStreams(options: ImageStreamSearcherOptions, precise: boolean, term: string): SearchResult {
  const reference = term === '*' ? { registry: '', namespace: '', name: '*', tag: '' } : tryParseImageReference(term);
  if (reference?.registry !== '') return { matches: [], errors: [] };
  const wanted = { term, name: reference.name, tag: reference.tag === '' ? 'latest' : reference.tag, followTag: reference.tag === '' };
  const matches: ComponentMatch[] = [];
  const errors: Error[] = [];
  for (const namespace of reference.namespace === '' ? options.namespaces : [reference.namespace]) {
    try {
      const found = matchesInNamespace(options, namespace, wanted);
      matches.push(...found.matches);
      if (found.exact && precise) break;
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      if (error.status.reason !== 'NotFound' && error.status.reason !== 'Forbidden') errors.push(error);
    }
  }
  return { matches, errors };
}

function matchesInNamespace(options: ImageStreamSearcherOptions, namespace: string, wanted: Wanted) {
  let exact = false;
  const matches: ComponentMatch[] = [];
  for (const stream of options.client.list<ImageStream>(imageResources.imageStreams, namespace).items) {
    const score = proximityScore(stream.metadata.name, wanted.name);
    if (score >= 0.3) continue;
    const found = matchesOfStream(options, stream, score, wanted);
    matches.push(...found);
    exact ||= found.some((match) => match.score === 0 && match.dockerImage !== undefined);
  }
  return { matches, exact };
}

function matchesOfStream(options: ImageStreamSearcherOptions, stream: ImageStream, score: number, wanted: Wanted): readonly ComponentMatch[] {
  const reference = specTag(stream, wanted.tag);
  const hidden = reference !== undefined && wanted.followTag && hasAnnotationTag(reference, 'hidden');
  const tag = hidden ? wanted.tag : finalTag(stream, wanted);
  const latest = latestTaggedImage(stream, tag);
  if (hidden || !latest?.image) {
    if (options.allowMissingTags) return [matchOf(stream, tag, score, wanted.term)];
    return partialMatches(stream, score, wanted.term);
  }
  const namespace = stream.metadata.namespace;
  const image = options.client.find<ImageStreamImage>(imageResources.imageStreamImages, namespace, `${stream.metadata.name}@${latest.image}`);
  const metadata = image?.image.dockerImageMetadata;
  return metadata ? [matchOf(stream, tag, score, wanted.term, metadata)] : [];
}

/** `latest` that only stands for another tag of the stream gives way to that tag, so that applications follow the stable branch it names. */
function finalTag(stream: ImageStream, { tag, followTag }: Wanted): string {
  const from = followTag ? specTag(stream, tag)?.from : undefined;
  if (from?.kind !== 'ImageStreamTag' || from.name === undefined || from.name.includes(':')) return tag;
  const target = specTag(stream, from.name);
  return target && !hasAnnotationTag(target, 'hidden') && latestTaggedImage(stream, from.name) ? from.name : tag;
}

/** The tags that do exist, as second best. */
function partialMatches(stream: ImageStream, score: number, term: string): readonly ComponentMatch[] {
  const withImages = (stream.status.tags ?? []).map(({ tag }) => tag).filter((tag) => latestTaggedImage(stream, tag)?.image);
  if (withImages.length === 0) return [{ ...matchOf(stream, '', score + 0.5, term), noTagsFound: true }];
  const visible = withImages.filter((tag) => {
    const reference = specTag(stream, tag);
    return !reference || !hasAnnotationTag(reference, 'hidden');
  });
  return visible.map((tag) => matchOf(stream, tag, score + 0.5, term));
}

function matchOf(stream: ImageStream, tag: string, score: number, term: string, dockerImage?: DockerImage): ComponentMatch {
  const { namespace = '', name: streamName } = stream.metadata;
  const name = `${namespace}/${streamName}${tag === '' ? '' : `:${tag}`}`;
  const [shown, project] = [goQuote(streamName), goQuote(namespace)];
  return {
    value: term,
    argument: `--image-stream=${goQuote(name)}${tag === '' ? ' --allow-missing-imagestream-tags' : ''}`,
    name,
    description: tag === '' ? `Image stream ${shown} in project ${project}` : `Image stream ${shown} (tag ${goQuote(tag)}) in project ${project}`,
    score,
    imageStream: stream,
    dockerImage,
    imageTag: tag,
    directTag: (stream.metadata.generation ?? 0) > 0,
  };
}
