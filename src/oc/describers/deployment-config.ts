import type { DeploymentConfig, DeploymentStrategy, DeploymentTriggerPolicy, ReplicationController } from '../../api/apps.ts';
import { StatusError } from '../../api/status.ts';
import { splitImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { DescribeContext } from './describer.ts';
import { searchEvents, writeEvents } from './events.ts';
import { instantOf } from './go-time.ts';
import { labelText } from './kubectl-metadata.ts';
import { ago, writeField, writeMeta } from './openshift-metadata.ts';
import { podCounts } from './pod-counts.ts';
import { writePodTemplate } from './pod-template.ts';

/** A DeploymentConfig with its latest deployments (oc pkg/helpers/describe DeploymentConfigDescriber). */
export const describeDeploymentConfig = (config: DeploymentConfig, context: DescribeContext): string =>
  openshiftText((text) => {
    writeMeta(text, config, context.now);
    writeField(text, 'Latest Version', config.status?.latestVersion || 'Not deployed');
    writeSpec(text, config);
    text.write(0, '\n');
    writeDeployments(text, config, context);
    const events = searchEvents([config], context);
    if (!events) return;
    text.write(0, '\n');
    writeEvents(text, events.slice(-(mostEvents - 1)), context.now);
  });

const mostEvents = 8;
const mostDeployments = 3;

// oc pkg/helpers/describe printDeploymentConfigSpec
function writeSpec(text: DescribedText, { spec }: DeploymentConfig): void {
  writeField(text, 'Selector', labelText(spec.selector));
  writeField(text, 'Replicas', `${spec.replicas}${spec.test ? ' (test, will be scaled down between deployments)' : ''}`);
  if (spec.paused) writeField(text, 'Paused', 'yes');
  writeField(text, 'Triggers', (spec.triggers ?? []).map(triggerText).filter(Boolean).join(', '));
  writeField(text, 'Strategy', spec.strategy?.type);
  writeHooks(text, spec.strategy);
  if (spec.minReadySeconds) writeField(text, 'MinReadySeconds', spec.minReadySeconds);
  text.write(0, 'Template:\n');
  writePodTemplate(text, spec.template);
}

function triggerText({ type, imageChangeParams: change }: DeploymentTriggerPolicy): string {
  if (type === 'ConfigChange') return 'Config';
  if (type !== 'ImageChange' || !change?.from.name) return '';
  const { name, tag } = splitImageStreamTag(change.from.name);
  return `Image(${name}@${tag}, auto=${change.automatic === true})`;
}

interface LifecycleHook {
  readonly failurePolicy?: string;
  readonly execNewPod?: {
    readonly containerName?: string;
    readonly command?: readonly string[];
    readonly env?: readonly { readonly name: string; readonly value?: string }[];
  };
  readonly tagImages?: readonly {
    readonly containerName: string;
    readonly to: { readonly kind?: string; readonly name?: string; readonly namespace?: string };
  }[];
}

// oc pkg/helpers/describe printStrategy
function writeHooks(text: DescribedText, strategy: DeploymentStrategy | undefined): void {
  const recreate = (strategy?.recreateParams ?? {}) as Readonly<Record<string, LifecycleHook | undefined>>;
  const rolling = (strategy?.rollingParams ?? {}) as Readonly<Record<string, LifecycleHook | undefined>>;
  writeHook(text, 'Pre-deployment', recreate.pre);
  writeHook(text, 'Mid-deployment', recreate.mid);
  writeHook(text, 'Post-deployment', recreate.post);
  writeHook(text, 'Pre-deployment', rolling.pre);
  writeHook(text, 'Post-deployment', rolling.post);
}

function writeHook(text: DescribedText, title: string, hook: LifecycleHook | undefined): void {
  if (!hook) return;
  const policy = `failure policy: ${hook.failurePolicy ?? ''}`;
  if (hook.execNewPod) {
    const { containerName = '', command = [], env = [] } = hook.execNewPod;
    text.write(1, `${title} hook (pod type, ${policy}):\n`);
    text.write(1, `  Container:\t${containerName}\n`);
    text.write(1, `  Command:\t${command.join(' ')}\n`);
    if (env.length > 0) text.write(1, `  Env:\t${labelText(Object.fromEntries(env.map(({ name, value }) => [name, value || '<none>'])))}\n`);
  }
  if (!hook.tagImages?.length) return;
  text.write(1, `${title} hook (tag images, ${policy}):\n`);
  for (const { containerName, to } of hook.tagImages)
    text.write(1, `  Tag:\tcontainer ${containerName} to ${to.kind ?? ''} ${to.name ?? ''} ${to.namespace ?? ''}\n`);
}

function writeDeployments(text: DescribedText, config: DeploymentConfig, context: DescribeContext): void {
  const history = deploymentsOf(config, context);
  const latest = history.find(({ metadata }) => metadata.name === `${config.metadata.name}-${config.status?.latestVersion ?? 0}`);
  if (!latest) {
    writeField(text, 'Latest Deployment', '<none>');
    return;
  }
  const active = activeDeployment(history);
  writeDeployment(text, latest, `Deployment #${versionOf(latest)} (latest)`, latest === active || history.length === 1, context);
  const older = [...history].sort((a, b) => instantOf(b.metadata.creationTimestamp) - instantOf(a.metadata.creationTimestamp) || versionOf(b) - versionOf(a));
  for (const deployment of older.filter((each) => each !== latest).slice(0, mostDeployments - 1)) {
    writeDeployment(text, deployment, `Deployment #${versionOf(deployment)}`, deployment === active, context);
  }
}

function deploymentsOf({ metadata }: DeploymentConfig, { client }: DescribeContext): readonly ReplicationController[] {
  try {
    const labelSelector = `openshift.io/deployment-config.name=${metadata.name}`;
    return client.list<ReplicationController>({ group: '', version: 'v1', resource: 'replicationcontrollers' }, metadata.namespace, { labelSelector }).items;
  } catch (error) {
    if (error instanceof StatusError) return [];
    throw error;
  }
}

const annotation = ({ metadata }: ReplicationController, name: string) => metadata.annotations?.[`openshift.io/deployment${name}`] ?? '';
const versionOf = (deployment: ReplicationController) => Number(annotation(deployment, '-config.latest-version'));
const phaseOf = (deployment: ReplicationController) => annotation(deployment, '.phase');

/** The newest that completed (library-go appsutil ActiveDeployment). */
const activeDeployment = (history: readonly ReplicationController[]) =>
  [...history].sort((a, b) => versionOf(b) - versionOf(a)).find((deployment) => phaseOf(deployment) === 'Complete');

// oc pkg/helpers/describe printDeploymentRc
function writeDeployment(text: DescribedText, deployment: ReplicationController, title: string, isVerbose: boolean, context: DescribeContext): void {
  const { metadata, spec, status } = deployment;
  text.write(0, `${title}:\n`);
  if (isVerbose) text.write(0, `\tName:\t${metadata.name}\n`);
  text.write(0, `\tCreated:\t${ago(metadata.creationTimestamp, context.now).toLowerCase()} ago\n`);
  text.write(0, `\tStatus:\t${phaseOf(deployment)}\n`);
  text.write(0, `\tReplicas:\t${status?.replicas ?? 0} current / ${spec.replicas ?? 0} desired\n`);
  if (!isVerbose) return;
  text.write(0, `\tSelector:\t${labelText(spec.selector)}\n`);
  text.write(0, `\tLabels:\t${labelText(metadata.labels)}\n`);
  text.write(0, `\tPods Status:\t${podCounts({ namespace: metadata.namespace, selector: labelText(spec.selector) }, context)}\n`);
}
