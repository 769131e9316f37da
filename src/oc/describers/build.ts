import type { Build, BuildTriggerCause } from '../../api/build.ts';
import { goDuration } from '../../api/human-duration.ts';
import type { KubeObject } from '../../api/meta.ts';
import { writeBuildSpec } from './build-spec.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { DescribeContext } from './describer.ts';
import { searchEvents, writeEvents } from './events.ts';
import { instantOf, rfc1123 } from './go-time.ts';
import { writeField, writeMeta } from './openshift-metadata.ts';

/** A Build with the events of its pod (oc pkg/helpers/describe BuildDescriber). */
export const describeBuild = (build: Build, context: DescribeContext): string =>
  openshiftText((text) => {
    const { metadata, spec, status } = build;
    writeMeta(text, build, context.now);
    text.write(0, '\n');
    writeField(text, 'Status', status.message ? `${bold(status.phase)} (${status.message})` : bold(status.phase));
    if (status.startTimestamp) writeField(text, 'Started', rfc1123(status.startTimestamp));
    writeField(text, 'Duration', buildDuration(build, context.now));
    text.write(0, '\n');
    if (status.config) writeField(text, 'Build Config', status.config.name);
    writeField(text, 'Build Pod', `${metadata.name}-build`);
    if (status.output?.to?.imageDigest) writeField(text, 'Image Digest', status.output.to.imageDigest);
    writeBuildSpec(text, spec);
    writeCauses(text, spec.triggeredBy);
    if (status.logSnippet) writeField(text, 'Log Tail', status.logSnippet);
    const events = searchEvents([build, ...podOf(build, context)], context);
    if (events) writeEvents(text, events, context.now);
  });

// The describer writes terminal codes into its text
const bold = (phase: string) => `\x1b[1m${phase}\x1b[0m`;

/** How long a build took, runs or waits (oc pkg/helpers/describe describeBuildDuration). */
export function buildDuration({ metadata, status }: Build, now: number): string {
  const created = instantOf(metadata.creationTimestamp);
  const started = status.startTimestamp ? instantOf(status.startTimestamp) : undefined;
  const completed = status.completionTimestamp ? instantOf(status.completionTimestamp) : undefined;
  if (started === undefined) {
    if (completed !== undefined && ['Cancelled', 'Failed', 'Error'].includes(status.phase)) return `waited for ${goDuration(completed - created)}`;
    return status.phase === 'Cancelled' ? '<none>' : `waiting for ${goDuration(now - created)}`;
  }
  return completed !== undefined ? goDuration(completed - started) : `running for ${goDuration(now - started)}`;
}

function podOf({ metadata }: Build, { client }: DescribeContext): readonly KubeObject[] {
  const pod = client.find({ group: '', version: 'v1', resource: 'pods' }, metadata.namespace, `${metadata.name}-build`);
  return pod ? [pod] : [];
}

// oc pkg/helpers/describe describeBuildTriggerCauses
function writeCauses(text: DescribedText, causes: readonly BuildTriggerCause[] | null | undefined): void {
  if (!causes) writeField(text, '\nBuild trigger cause', '<unknown>');
  for (const { message, imageChangeBuild, githubWebHook, gitlabWebHook, bitbucketWebHook, genericWebHook } of causes ?? []) {
    writeField(text, '\nBuild trigger cause', message);
    const hook = (githubWebHook ?? gitlabWebHook ?? bitbucketWebHook ?? genericWebHook) as { readonly secret?: string } | undefined;
    if (hook) writeField(text, 'Secret', hook.secret);
    if (!imageChangeBuild) continue;
    writeField(text, 'Image ID', imageChangeBuild.imageID);
    writeField(text, 'Image Name/Kind', `${imageChangeBuild.fromRef?.name ?? ''} / ${imageChangeBuild.fromRef?.kind ?? ''}`);
  }
  text.write(0, '\n');
}
