import type { DockerConfig, EmbeddedImage, Image, ImageStreamImage, ImageStreamTag, ImageTag } from '../../api/image.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { DescribeContext } from './describer.ts';
import { humanSize } from './human-size.ts';
import { ago, writeCreated, writeDescriptionAndAnnotations, writeField, writePairs } from './openshift-metadata.ts';

type Now = Pick<DescribeContext, 'now'>;

/** An Image. */
export const describeImageObject = (image: Image, context: Now): string => describeImage(image, '', context);

/** The image behind an ImageStreamTag, an ImageTag or an ImageStreamImage. */
export const describeTaggedImage = ({ image }: ImageStreamTag | ImageTag | ImageStreamImage, context: Now): string =>
  image ? describeImage(image, image.metadata.name ?? '', context) : '';

/** An image: where it is, its layers, how it was made and how it starts (oc pkg/helpers/describe DescribeImage). */
export const describeImage = (image: EmbeddedImage, imageName: string, { now }: Now): string =>
  openshiftText((text) => {
    const { metadata, dockerImageMetadata: docker, dockerImageManifests: manifests = [] } = image;
    if (imageName !== '') writeField(text, 'Image Name', imageName);
    writeField(text, 'Docker Image', image.dockerImageReference);
    writeField(text, 'Name', metadata.name);
    if (metadata.creationTimestamp) writeCreated(text, metadata.creationTimestamp, now);
    if (hasEntries(metadata.labels)) writePairs(text, 'Labels', metadata.labels);
    if (hasEntries(metadata.annotations)) writeDescriptionAndAnnotations(text, metadata);
    writeLayers(text, image);
    writeSignatures(text, image);
    writeField(text, 'Image Created', `${ago(docker?.Created, now)} ago`);
    writeField(text, 'Author', docker?.Author);
    writeField(text, 'Arch', docker?.Architecture);
    if (manifests.length > 0) writeField(text, 'Manifests', manifests.map(({ os, architecture, digest }) => `${os}/${architecture}\t${digest}`).join('\n'));
    writeConfig(text, docker?.Config ?? {});
  });

const hasEntries = (record: Readonly<Record<string, string>> | undefined) => Object.keys(record ?? {}).length > 0;

function writeLayers(text: DescribedText, { dockerImageLayers: layers = [], dockerImageMetadata: docker }: EmbeddedImage): void {
  const size = humanSize(docker?.Size ?? 0);
  if (layers.length === 0) {
    writeField(text, 'Layer Size', size);
    return;
  }
  writeField(text, 'Image Size', `${size} in ${layers.length} layers`);
  writeField(text, 'Layers', layers.map((layer) => `${humanSize(layer.size)}\t${layer.name}`).join('\n'));
}

function writeSignatures(text: DescribedText, { signatures = [] }: EmbeddedImage): void {
  for (const signature of signatures) {
    writeField(text, 'Image Signatures', ' ');
    writeField(text, '\tName', signature.metadata?.name);
    writeField(text, '\tType', String(signature.type ?? ''));
    writeField(text, '\tStatus', signature.issuedBy ? 'Verified' : 'Unverified');
  }
}

// oc pkg/helpers/describe describeDockerImage
function writeConfig(text: DescribedText, { Entrypoint = [], Cmd = [], WorkingDir, User, ExposedPorts, Labels, Env, Volumes }: DockerConfig): void {
  if (Entrypoint?.length) writeField(text, 'Entrypoint', Entrypoint.join(' '));
  if (Cmd?.length || !Entrypoint?.length) writeField(text, 'Command', (Cmd ?? []).join(' '));
  writeField(text, 'Working Dir', WorkingDir);
  writeField(text, 'User', User);
  writeField(text, 'Exposes Ports', sorted(ExposedPorts).join(', '));
  writePairs(text, 'Docker Labels', Labels);
  writeList(text, 'Environment', Env ?? []);
  writeList(text, 'Volumes', sorted(Volumes));
}

const sorted = (record: Readonly<Record<string, unknown>> | null | undefined) => Object.keys(record ?? {}).sort();

function writeList(text: DescribedText, label: string, [first, ...rest]: readonly string[]): void {
  if (first === undefined) return;
  writeField(text, label, first);
  for (const item of rest) text.write(0, `\t${item}\n`);
}
