import { type ImageStream, imageGroup } from '../../api/image.ts';
import { type ImageReference, type ParsedImageReference, parseImageReference } from '../../imageutil/image-reference.ts';
import { latestTaggedImage } from '../../imageutil/tag-events.ts';
import type { OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { checkResourceName } from '../resource-arguments.ts';
import { findResource } from '../resource-mapper.ts';

/** What a tag is to be set to. */
export interface TagSource {
  /** `DockerImage`, `ImageStreamTag` or `ImageStreamImage`. */
  readonly kind: string;
  readonly reference: ImageReference;
}

interface SourceFlags {
  /** `--source`; empty for whatever the text looks like. */
  readonly kind: string;
  readonly alias: boolean;
}

/** Finds out what SOURCE means; without `--alias` a stream's tag becomes the image it holds now (oc pkg/cli/tag TagOptions.Complete). */
export function resolveTagSource(oc: OcContext, text: string, { kind: typed, alias }: SourceFlags): TagSource {
  const hint = typed === '' ? '' : kindFor(oc, typed);
  if (hint !== '' && !validKinds.includes(hint.toLowerCase())) {
    throw new UsageError(`invalid source ${goQuote(typed)}; valid values are ${validKinds.join(', ')}`, { showHelpHint: true });
  }
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new OcError(`invalid SOURCE: ${parsed.error}`);
  const source = { kind: hint === '' ? guessKind(parsed.reference) : hint, reference: hint === '' ? parsed.reference : checkHint(oc, hint, parsed.reference) };
  return source.kind === 'ImageStreamTag' && !alias ? currentImage(oc, text, source.reference) : source;
}

const validKinds: readonly string[] = ['docker', 'dockerimage', 'imagestreamimage', 'imagestreamtag', 'isimage', 'istag'];

// oc pkg/cli/tag determineSourceKind
function kindFor({ discovery }: OcContext, typed: string): string {
  const found = findResource(
    discovery.filter(({ group }) => group === imageGroup),
    typed,
  );
  if (found) return found.kind;
  return ['docker', 'dockerimage'].includes(typed.toLowerCase()) ? 'DockerImage' : typed;
}

function guessKind({ registry, id, tag }: ImageReference): string {
  if (registry !== '') return 'DockerImage';
  if (id !== '') return 'ImageStreamImage';
  return tag === '' ? 'DockerImage' : 'ImageStreamTag';
}

function checkHint(oc: OcContext, kind: string, reference: ImageReference): ImageReference {
  if (kind !== 'ImageStreamTag' && kind !== 'ImageStreamImage') return reference;
  if (reference.registry !== '') throw new OcError('server in SOURCE is only allowed when providing a container image');
  if (kind === 'ImageStreamTag' && reference.tag === '') throw new OcError('--source=ImageStreamTag requires a valid <name>:<tag> in SOURCE');
  if (kind === 'ImageStreamImage' && reference.id === '') throw new OcError('--source=ImageStreamImage requires a valid <name>@<id> in SOURCE');
  return reference.namespace === 'library' ? { ...reference, namespace: oc.namespace } : reference;
}

function currentImage(oc: OcContext, text: string, reference: ImageReference): TagSource {
  checkResourceName(reference.name);
  const streams = { group: imageGroup, version: 'v1', resource: 'imagestreams' };
  const stream = oc.client.get<ImageStream>(streams, reference.namespace || oc.namespace, reference.name);
  const event = latestTaggedImage(stream, reference.tag);
  if (!event) throw new OcError(`${goQuote(text)} is not currently pointing to an image, cannot use it as the source of a tag`);
  if (event.image !== '') return { kind: 'ImageStreamImage', reference: { ...reference, id: event.image, tag: '' } };
  const parsed: ParsedImageReference = parseImageReference(event.dockerImageReference);
  if (!parsed.ok) throw new OcError(`the image stream tag ${goQuote(text)} has an invalid pull spec and cannot be used to tag: ${parsed.error}`);
  return { kind: 'DockerImage', reference: parsed.reference };
}
