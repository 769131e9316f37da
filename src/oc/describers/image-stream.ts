import type { ImageStream, NamedTagEventList, TagEvent, TagReference } from '../../api/image.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import { latestObservedTagGeneration, statusTag } from '../../imageutil/tag-events.ts';
import { prioritizeTags } from '../../imageutil/tag-order.ts';
import { followTagReference, specTag } from '../../imageutil/tag-references.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { DescribeContext } from './describer.ts';
import { ago, writeField, writeMeta } from './openshift-metadata.ts';

/** An ImageStream with every tag, where it comes from and what it held (oc pkg/helpers/describe DescribeImageStream). */
export const describeImageStream = (stream: ImageStream, { now }: Pick<DescribeContext, 'now'>): string =>
  openshiftText((text) => {
    const { publicDockerImageRepository, dockerImageRepository } = stream.status;
    writeMeta(text, stream, now);
    writeField(text, 'Image Repository', publicDockerImageRepository || dockerImageRepository);
    writeField(text, 'Image Lookup', `local=${stream.spec.lookupPolicy?.local === true}`);
    writeTags(text, stream, now);
  });

// oc pkg/helpers/describe formatImageStreamTags
function writeTags(text: DescribedText, stream: ImageStream, now: number): void {
  const inStatus = (stream.status.tags ?? []).map(({ tag }) => tag);
  const onlyInSpec = (stream.spec.tags ?? []).map(({ name }) => name).filter((name) => !inStatus.includes(name));
  const tags = [...inStatus, ...onlyInSpec];
  if (tags.length === 0) {
    text.write(0, 'Tags:\t<none>\n');
    return;
  }
  text.write(0, `Unique Images:\t${countImages(stream)}\nTags:\t${tags.length}\n\n`);
  const aliases = aliasesByTarget(stream);
  const hidden = new Set([...aliases.values()].flat());
  const shown = prioritizeTags(tags).filter((tag) => !hidden.has(tag));
  shown.forEach((tag, index) => {
    if (index > 0) text.write(0, '\n');
    writeTag(text, stream, tag, aliases.get(tag) ?? [], now);
  });
}

function countImages(stream: ImageStream): number {
  const events = (stream.status.tags ?? []).flatMap(({ items }) => items ?? []);
  return new Set(events.filter(({ image, dockerImageReference }) => image || dockerImageReference).map(({ image }) => image)).size;
}

/** Tags that only follow another tag of the stream, by the tag they end at. */
function aliasesByTarget(stream: ImageStream): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const { name } of stream.spec.tags ?? []) {
    const followed = followTagReference(stream, name);
    if (followed.ok && followed.multiple) aliases.set(followed.tag, [...(aliases.get(followed.tag) ?? []), name].sort());
  }
  return aliases;
}

function writeTag(text: DescribedText, stream: ImageStream, tag: string, aliases: readonly string[], now: number): void {
  const spec = specTag(stream, tag);
  const status = statusTag(stream, tag);
  text.write(0, aliases.length > 0 ? `${tag} (${prioritizeTags(aliases).join(', ')})\n` : `${tag}\n`);
  text.write(0, `  ${sourceText(stream, spec)}\n`);
  if (spec?.from && spec.importPolicy?.insecure) text.write(0, '    will use insecure HTTPS or HTTP connections\n');
  if (spec?.referencePolicy?.type === 'Local') text.write(0, '    prefer registry pullthrough when referencing this tag\n');
  text.write(0, '\n');
  writeTagAnnotations(text, spec);
  if (isImporting(stream, spec)) text.write(0, '  ~ importing latest image ...\n');
  writeFailures(text, status, now);
  for (const [index, event] of (status?.items ?? []).entries()) writeEvent(text, event, index === 0, now);
}

function sourceText(stream: ImageStream, spec: TagReference | undefined): string {
  if (!spec) return 'no spec tag';
  if (!spec.from) return 'tag without source image';
  const { kind, namespace, name = '' } = spec.from;
  const source = namespace && namespace !== stream.metadata.namespace ? `${namespace}/${name}` : name;
  const place = { DockerImage: 'registry ', ImageStreamImage: 'image ', ImageStreamTag: '' }[kind ?? ''];
  if (place === undefined) return `${spec.reference ? 'reference to' : 'updates from'} ${kind} ${source}`;
  if (spec.reference) return `reference to ${place}${source}`;
  if (spec.importPolicy?.scheduled && kind !== 'ImageStreamImage') return `updates automatically from ${place}${source}`;
  return `tagged from ${source}`;
}

function isImporting(stream: ImageStream, spec: TagReference | undefined): boolean {
  return spec?.from !== undefined && !spec.reference && (spec.generation ?? 0) > latestObservedTagGeneration(stream, spec.name);
}

function writeTagAnnotations(text: DescribedText, spec: TagReference | undefined): void {
  const { description, tags, supports, sampleRepo } = spec?.annotations ?? {};
  const spaced = (list: string) => list.split(',').join(', ');
  const lines = [
    ...(description ? [description] : []),
    ...(tags ? [`Tags: ${spaced(tags)}`] : []),
    ...(supports ? [`Supports: ${spaced(supports)}`] : []),
    ...(sampleRepo ? [`Example Repo: ${sampleRepo}`] : []),
  ];
  for (const line of lines) text.write(0, `  ${line}\n`);
  if (lines.length > 0) text.write(0, '\n');
}

function writeFailures(text: DescribedText, status: NamedTagEventList | undefined, now: number): void {
  const failures = (status?.conditions ?? []).filter((condition) => condition.type === 'ImportSuccess' && condition.status === 'False');
  for (const { reason = '', message = '', lastTransitionTime } of failures) {
    text.write(0, `  ! error: Import failed (${reason}): ${message}\n      ${ago(lastTransitionTime, now)} ago\n`);
  }
}

function writeEvent(text: DescribedText, { dockerImageReference, image, created }: TagEvent, isCurrent: boolean, now: number): void {
  text.write(0, `  ${isCurrent ? '*' : ' '} ${dockerImageReference}\n`);
  const reference = tryParseImageReference(dockerImageReference);
  const namesImage = image === '' || reference === undefined || reference.id === image;
  text.write(0, `      ${ago(created, now)} ago${namesImage ? '' : `\t${image}`}\n`);
}
