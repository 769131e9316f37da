import { type ImageStream, imageGroup } from '../../api/image.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, duration, type FlagValues, int, string } from '../flags.ts';
import { checkReachable } from '../prune/check-reachable.ts';
import { checkRegistryUrl } from '../prune/check-registry-url.ts';
import { imageUsage } from '../prune/image-usage.ts';
import { loadPruneCluster, type PruneCluster } from '../prune/prune-cluster.ts';
import { pruneImages } from '../prune/prune-images.ts';
import { type PruneRules, pruneStream } from '../prune/prune-streams.ts';
import { pruneSummary } from '../prune/prune-summary.ts';
import { sizeLimits } from '../prune/size-limits.ts';

const pruneFlags = {
  all: boolean({ default: true }),
  'certificate-authority': string(),
  confirm: boolean(),
  'force-insecure': boolean(),
  'ignore-invalid-refs': boolean(),
  'keep-tag-revisions': int({ default: 3 }),
  'keep-younger-than': duration({ default: 3_600_000 }),
  'num-workers': int({ default: 5 }),
  'prune-over-size-limit': boolean(),
  'prune-registry': boolean({ default: true }),
  'registry-url': string(),
};

type PruneFlags = FlagValues<typeof pruneFlags>;

/** `oc adm prune images` (oc pkg/cli/admin/prune/images/images.go). */
export const pruneImagesCommand = defineCommand({
  path: 'adm prune images',
  use: 'images',
  flags: pruneFlags,
  examples: [
    'oc adm prune images --keep-tag-revisions=3 --keep-younger-than=60m',
    'oc adm prune images --keep-tag-revisions=3 --keep-younger-than=60m --confirm',
    'oc adm prune images --prune-over-size-limit',
    'oc adm prune images --registry-url=default-route-openshift-image-registry.apps.ocp4.example.com --confirm',
  ],
  run({ args, flags, changed, oc }) {
    if (args.length > 0) throw new UsageError('no arguments are allowed to this command', { showHelpHint: true });
    if (!oc.credentials.token) throw new OcError('you must use a client config with a token');
    validate(flags, changed('prune-over-size-limit') && (changed('keep-younger-than') || changed('keep-tag-revisions')));
    const project = oc.namespaceIsExplicit ? oc.namespace : undefined;
    const cluster = loadPruneCluster(oc, project);
    if (flags.confirm && flags['prune-registry']) checkReachable(oc, flags['registry-url'], flags['force-insecure'], cluster);
    const rules = rulesOf(flags, changed('prune-over-size-limit'), cluster, oc);
    if (!flags.confirm) oc.err('Dry run enabled - no modifications will be made. Add --confirm to remove images\n');
    if (!flags['prune-registry']) oc.out('Only API objects will be removed.  No modifications to the image registry will be made.\n');
    prune(oc, cluster, rules, { writes: flags.confirm, onlyStreams: project !== undefined });
  },
});

function validate(flags: PruneFlags, goesBySizeAndAge: boolean): void {
  if (goesBySizeAndAge) throw new OcError('--prune-over-size-limit cannot be specified with --keep-tag-revisions nor --keep-younger-than');
  for (const name of ['keep-younger-than', 'keep-tag-revisions'] as const) {
    if (flags[name] < 0) throw new OcError(`--${name} must be greater than or equal to 0`);
  }
  checkRegistryUrl(flags['registry-url']);
  if (flags['certificate-authority'] === '') return;
  if (flags['force-insecure']) throw new OcError('--certificate-authority cannot be specified with --force-insecure');
  if (flags['registry-url'].startsWith('http://')) throw new OcError('--certificate-authority cannot be specified for insecure http protocol');
}

function rulesOf(flags: PruneFlags, goesBySize: boolean, cluster: PruneCluster, oc: OcContext): PruneRules {
  const keptSince = goesBySize ? Number.NEGATIVE_INFINITY : oc.host.now() - flags['keep-younger-than'];
  const usage = imageUsage(cluster, keptSince);
  if (usage.badReferences.length > 0 && !flags['ignore-invalid-refs']) {
    oc.err(`Failed to build graph!\n\nThe following objects have invalid references:\n\n${usage.badReferences.map((line) => `  ${line}\n`).join('')}`);
    oc.err('\nEither fix the references or delete the objects to make the pruner proceed.\n');
    throw new OcError('failed to build graph - no changes made');
  }
  return {
    keptSince,
    keepTagRevisions: goesBySize ? 0 : flags['keep-tag-revisions'],
    exceedsLimits: goesBySize && flags['prune-over-size-limit'] ? sizeLimits(cluster.limitRanges) : undefined,
    includesExternal: flags.all,
    prunesRegistry: flags['prune-registry'],
    images: new Map(cluster.images.map((image) => [image.metadata.name, image])),
    usage,
  };
}

interface Course {
  readonly writes: boolean;
  readonly onlyStreams: boolean;
}

/** First the history of the streams, then the images that no history names any more; the registry drops what it held for them. */
function prune(oc: OcContext, { streams }: PruneCluster, rules: PruneRules, { writes, onlyStreams }: Course): void {
  const pruned = streams.map((stream) => pruneStream(stream, rules));
  for (const { stream, deletedItems, layerLinks, manifests } of pruned) {
    const repository = `${stream.metadata.namespace}/${stream.metadata.name}`;
    for (const link of layerLinks) oc.out(`Deleting layer link ${link} in repository ${repository}\n`);
    if (deletedItems === 0) continue;
    oc.out(`Deleting ${deletedItems} items from image stream ${repository}\n`);
    if (writes) oc.client.update<ImageStream>(streamsResource, stream.metadata.namespace, stream, { subresource: 'status' });
    for (const manifest of manifests) oc.out(`Deleting manifest link ${manifest} in repository ${repository}\n`);
  }
  const images = onlyStreams
    ? []
    : pruneImages(
        pruned.map(({ stream }) => stream),
        rules,
      );
  for (const { image, blobs } of images) {
    for (const blob of blobs) oc.out(`Deleting blob ${blob}\n`);
    oc.out(`Deleting image ${image.metadata.name}\n`);
    if (writes) deleteImage(oc, image.metadata.name);
  }
  oc.out(`Summary: ${pruneSummary(pruned, images)}\n`);
}

const streamsResource = { group: imageGroup, version: 'v1', resource: 'imagestreams' };

/** One that is gone already is as good as deleted. */
function deleteImage({ client }: OcContext, name: string): void {
  try {
    client.delete({ group: imageGroup, version: 'v1', resource: 'images' }, undefined, name, { gracePeriodSeconds: 0 });
  } catch (error) {
    if (!(error instanceof StatusError) || error.status.reason !== 'NotFound') throw error;
  }
}
