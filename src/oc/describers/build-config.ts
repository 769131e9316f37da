import type { Build, BuildConfig, BuildTriggerPolicy } from '../../api/build.ts';
import { isWebhook, webhookAddress } from '../webhook-address.ts';
import { buildDuration } from './build.ts';
import { writeBuildSpec } from './build-spec.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { DescribeContext } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { goTime, instantOf } from './go-time.ts';
import { writeField, writeMeta } from './openshift-metadata.ts';

/** A BuildConfig with its latest builds (oc pkg/helpers/describe BuildConfigDescriber). */
export const describeBuildConfig = (config: BuildConfig, context: DescribeContext): string =>
  openshiftText((text) => {
    const { spec, status } = config;
    writeMeta(text, config, context.now);
    writeField(text, 'Latest Version', status?.lastVersion || 'Never built');
    writeBuildSpec(text, spec);
    writeField(text, '\nBuild Run Policy', spec.runPolicy);
    writeTriggers(text, config, context);
    writeHistoryLimits(text, config);
    writeBuilds(text, config, context);
    writeEventsOf(text, config, context, { before: '\n' });
  });

// oc pkg/helpers/describe describeBuildTriggers
function writeTriggers(text: DescribedText, config: BuildConfig, { server = '' }: DescribeContext): void {
  const triggers = config.spec.triggers ?? [];
  const labels = triggers.filter(({ type }) => !isWebhook(type)).map(triggerText);
  writeField(text, 'Triggered by', labels.join(', '));
  const seen = new Set<string>();
  for (const trigger of triggers.filter(({ type }) => isWebhook(type))) {
    const isGeneric = trigger.type === 'Generic';
    if (!isGeneric && seen.has(trigger.type)) continue;
    if (!seen.has(trigger.type)) text.write(0, `Webhook ${trigger.type}:\n`);
    seen.add(trigger.type);
    text.write(0, `\tURL:\t${webhookAddress(server, config, trigger.type)}\n`);
    if (isGeneric) text.write(0, `\tAllowEnv:\t${(trigger.generic as { readonly allowEnv?: boolean } | undefined)?.allowEnv === true}\n`);
  }
}

function triggerText({ type, imageChange }: BuildTriggerPolicy): string {
  if (type === 'ConfigChange') return 'Config';
  if (type === 'ImageChange' && imageChange?.from?.name) return `Image(${imageChange.from.kind} ${imageChange.from.name})`;
  return type || '<unknown>';
}

function writeHistoryLimits(text: DescribedText, { spec }: BuildConfig): void {
  const { successfulBuildsHistoryLimit: successful, failedBuildsHistoryLimit: failed } = spec;
  if (successful === undefined && failed === undefined) return;
  text.write(0, 'Builds History Limit:\n');
  if (successful !== undefined) text.write(0, `\tSuccessful:\t${successful}\n`);
  if (failed !== undefined) text.write(0, `\tFailed:\t${failed}\n`);
}

const mostBuilds = 10;

function writeBuilds(text: DescribedText, config: BuildConfig, { client, now }: DescribeContext): void {
  const { items } = client.list<Build>({ group: 'build.openshift.io', version: 'v1', resource: 'builds' }, config.metadata.namespace);
  const builds = items.filter((build) => isOf(build, config.metadata.name)).sort((a, b) => created(b) - created(a));
  if (builds.length === 0) return;
  text.write(0, '\nBuild\tStatus\tDuration\tCreation Time\n');
  for (const build of builds.slice(0, mostBuilds)) {
    const { metadata, status } = build;
    text.write(0, `${metadata.name} \t${status.phase.toLowerCase()} \t${buildDuration(build, now)} \t${goTime(metadata.creationTimestamp)}\n`);
  }
}

const created = ({ metadata }: Build) => instantOf(metadata.creationTimestamp);

// oc pkg/helpers/build ByBuildConfigPredicate
const isOf = ({ metadata }: Build, config: string) =>
  metadata.annotations?.['openshift.io/build-config.name'] === config ||
  metadata.labels?.['openshift.io/build-config.name'] === config ||
  metadata.labels?.buildconfig === config;
