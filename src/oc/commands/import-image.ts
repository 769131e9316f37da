import { type ImageImportStatus, type ImageStream, type ImageStreamImport, imageGroup, type TagReference } from '../../api/image.ts';
import { parseImageReference } from '../../imageutil/image-reference.ts';
import { joinImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { describeImage } from '../describers/image.ts';
import { describeImageStream } from '../describers/image-stream.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { printFlags, printTypedResult } from '../printers/print-flags.ts';
import { createImageImport } from './image-import-request.ts';

/** `oc import-image` (oc pkg/cli/importimage/importimage.go). */
export const importImage = defineCommand({
  path: 'import-image',
  use: 'import-image IMAGESTREAM[:TAG]',
  flags: {
    ...printFlags,
    all: boolean(),
    confirm: boolean(),
    'dry-run': boolean(),
    from: string(),
    'import-mode': string({ default: 'Legacy', values: ['Legacy', 'PreserveOriginal'] }),
    insecure: boolean(),
    'reference-policy': string({ default: 'source', values: ['source', 'local'] }),
    scheduled: boolean(),
  },
  examples: [
    'oc import-image mystream --from=registry.io/repo/image:latest --confirm',
    'oc import-image mystream',
    'oc import-image mystream:stable',
    'oc import-image mystream --all',
    'oc import-image mystream --import-mode=PreserveOriginal',
    'oc import-image mystream --from=registry.io/repo/image --all --confirm',
    'oc --request-timeout=5m import-image mystream --from=registry.io/repo/image --all --confirm',
  ],
  arguments: ['imagestream'],
  async run({ args, flags, changed, oc }) {
    const target = args[0] ?? '';
    const { name, tag } = parseTarget(target, flags.all);
    const request = createImageImport(oc, {
      name,
      tag,
      target,
      from: flags.from,
      all: flags.all,
      confirm: flags.confirm,
      dryRun: flags['dry-run'],
      scheduled: flags.scheduled,
      insecure: changed('insecure') ? flags.insecure : undefined,
      referencePolicy: referencePolicyOf(flags['reference-policy'], changed('reference-policy')),
      importMode: importModeOf(flags['import-mode']),
    });
    const imports = { group: imageGroup, version: 'v1', resource: 'imagestreamimports' };
    const result = oc.client.create<ImageStreamImport>(imports, oc.namespace, request.import);
    const failed = hasFailure(result);
    const outcome = `imported${failed ? ' with errors' : ''}${flags['dry-run'] ? ' (dry run)' : ''}\n\n`;
    await printTypedResult(oc, request.stream, outcome + resultText(oc, result, request.stream), flags);
    if (failed) throw new OcError('imported completed with errors');
  },
});

// oc pkg/cli/importimage parseImageReference
function parseTarget(target: string, all: boolean): { readonly name: string; readonly tag: string } {
  const parsed = parseImageReference(target);
  if (!parsed.ok) {
    throw new OcError('the image name must be a valid container image pull spec or reference to an image stream (e.g. myregistry/myteam/image:tag)');
  }
  const { name, tag, id } = parsed.reference;
  if (id !== '') throw new OcError("to import images by ID, use the 'tag' command");
  if (tag !== '' && all) throw new OcError(`cannot specify a tag ${JSON.stringify(target)} as well as --all`);
  return { name, tag: tag === '' && !all ? 'latest' : tag };
}

function referencePolicyOf(typed: string, changed: boolean): TagReference['referencePolicy']['type'] {
  const policy = changed ? typed.toLowerCase() : 'source';
  if (!['', 'source', 'local'].includes(policy)) throw new OcError('valid reference policy values are source or local');
  return policy === 'local' ? 'Local' : 'Source';
}

function importModeOf(typed: string): 'Legacy' | 'PreserveOriginal' {
  if (!['', 'Legacy', 'PreserveOriginal'].includes(typed)) throw new OcError('valid ImportMode values are Legacy or PreserveOriginal');
  return typed === 'PreserveOriginal' ? 'PreserveOriginal' : 'Legacy';
}

function hasFailure({ status }: ImageStreamImport): boolean {
  return (status.images ?? []).some((image) => image.status.status === 'Failure') || status.repository?.status.status === 'Failure';
}

/** The stream as it stands now, every image that came, and on standard error those that did not. */
function resultText(oc: OcContext, { status }: ImageStreamImport, stream: ImageStream): string {
  const now = { now: oc.host.now() };
  const describe = (image: ImageImportStatus, failure: string) => {
    if (image.image) return `${describeImage(image.image, joinImageStreamTag(stream.metadata.name, image.tag ?? ''), now)}\n`;
    oc.err(`error: ${failure} ${image.tag ?? ''} failed: ${image.status.message ?? ''}\n`);
    return '';
  };
  const after = status.import ? `${describeImageStream(status.import, now)}\n` : '';
  const fromRepository = (status.repository?.images ?? []).map((image) => describe(image, 'repository tag'));
  const images = (status.images ?? []).map((image) => describe(image, 'tag'));
  const others = status.repository?.additionalTags ?? [];
  const note =
    others.length === 0 ? '' : `\ninfo: The remote repository contained ${others.length} additional tags which were not imported: ${others.join(', ')}\n`;
  return [after, ...fromRepository, ...images, note].join('');
}
