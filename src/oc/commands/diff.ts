import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { withSource } from '../error-source.ts';
import { OcError, SilentExit } from '../errors.ts';
import { boolean, type FlagValues, string, stringSlice } from '../flags.ts';
import { lastApplied, withLastApplied } from '../last-applied.ts';
import { type Manifest, readManifests } from '../manifests.ts';
import { matchesSelector } from '../match-selector.ts';
import { printError } from '../print-error.ts';
import { printYaml } from '../printers/yaml.ts';
import { throwErrors } from '../resource-arguments.ts';
import { threeWayMergePatch } from '../strategic-diff.ts';
import { unifiedDiff } from '../unified-diff.ts';

const flags = {
  'field-manager': string({ default: 'kubectl-client-side-apply' }),
  filename: stringSlice({ shorthand: 'f' }),
  'force-conflicts': boolean(),
  recursive: boolean({ shorthand: 'R' }),
  selector: string({ shorthand: 'l' }),
  'server-side': boolean(),
} as const;

/** `oc diff` (kubectl pkg/cmd/diff/diff.go). Exit code 1 where there is a difference, more where something failed. */
export const diff = defineCommand({
  path: 'diff',
  use: 'diff -f FILENAME',
  flags,
  arguments: ['file'],
  examples: ['oc diff -f imagestream.yaml', 'cat imagestream.yaml | oc diff -f -'],
  async run({ args, flags: typed, oc }: Invocation<typeof flags>) {
    if (args.length > 0) throw new OcError(`Unexpected args: [${args.join(' ')}]`, 2);
    if (typed.filename.length === 0) throw new OcError('must specify one of -f and -k', 2);
    try {
      return (await printDifferences(oc, typed)) ? 1 : 0;
    } catch (error) {
      oc.err(printError(error, 'oc diff').text);
      throw new SilentExit(2);
    }
  },
});

/** Are there any? */
async function printDifferences(oc: OcContext, typed: FlagValues<typeof flags>): Promise<boolean> {
  const { manifests, errors } = await readManifests(oc, typed.filename, typed.recursive);
  throwErrors(errors);
  let isDifferent = false;
  for (const manifest of manifests.filter(({ object }) => matchesSelector(object, typed.selector))) {
    const text = differenceOf(oc, manifest, typed['field-manager'], typed['server-side']);
    if (text !== '') isDifferent = true;
    oc.out(text);
  }
  return isDifferent;
}

function differenceOf(oc: OcContext, manifest: Manifest, fieldManager: string, onServer: boolean): string {
  const { mapping, namespace, name, source } = manifest;
  const live = oc.client.find(mapping, namespace, name);
  const next = merged(oc, manifest, live, fieldManager, onServer);
  const file = [mapping.group === '' ? 'v1' : `${mapping.group}.${mapping.version}`, mapping.kind, namespace ?? '', name].join('.');
  const text = unifiedDiff(live ? shown(live) : '', shown(next), {
    from: `/tmp/LIVE-${source.length}/${file}`,
    to: `/tmp/MERGED-${source.length}/${file}`,
    at: oc.host.now(),
  });
  return text === '' ? '' : `diff -u -N /tmp/LIVE-${source.length}/${file} /tmp/MERGED-${source.length}/${file}\n${text}`;
}

/** What the object would be after an apply: the server's answer to a dry run. */
function merged(
  oc: OcContext,
  { mapping, namespace, name, object, source }: Manifest,
  live: KubeObject | undefined,
  fieldManager: string,
  onServer: boolean,
): KubeObject {
  try {
    if (!live) return oc.client.create(mapping, namespace, withLastApplied(object), { dryRun: true, fieldManager });
    if (onServer) return oc.client.patch(mapping, namespace, name, 'application/apply-patch+yaml', object, { dryRun: true, fieldManager });
    const patch = threeWayMergePatch(lastApplied(live), withLastApplied(object), live);
    return oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', madeFrom(live, patch), { dryRun: true, fieldManager });
  } catch (error) {
    throw withSource(error, 'diffing', source);
  }
}

/** A patch of the object as it is now, whatever resourceVersion the file or the last apply names (kubectl pkg/cmd/apply/patcher.go addResourceVersion). */
function madeFrom({ metadata: { resourceVersion } }: KubeObject, patch: Readonly<Record<string, unknown>>): object {
  return { ...patch, metadata: { ...(patch.metadata as object | undefined), resourceVersion } };
}

/** The annotation that notes the last apply is not part of what is compared. */
function shown(object: KubeObject): string {
  const { 'kubectl.kubernetes.io/last-applied-configuration': _, ...annotations } = object.metadata.annotations ?? {};
  const metadata = { ...object.metadata, annotations: Object.keys(annotations).length === 0 ? undefined : annotations };
  return printYaml({ ...object, metadata });
}
