import type { Deployment, DeploymentConfig } from '../../api/apps.ts';
import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { compactJson } from '../printers/json.ts';
import type { DryRun } from '../printers/print-flags.ts';
import { controllerRevisions, templateOfRevision } from './controller-revisions.ts';
import { deploymentConfigs } from './deployment-phase.ts';
import { deploymentRevisions, type Revision, templateText } from './history.ts';

const hashLabel = 'pod-template-hash';

/** Takes a workload back to a former revision; 0 means the one before. Returns what to say. (k8s.io/kubectl pkg/polymorphichelpers/rollback.go) */
export function undoRollout(
  client: ApiClient,
  info: Pick<ResourceInfo, 'group' | 'version' | 'resource' | 'kind'>,
  object: KubeObject,
  toRevision: number,
  dryRun: DryRun,
): string {
  switch (`${info.kind}.${info.group}`) {
    case 'Deployment.apps':
      return undoDeployment(client, info, object, toRevision, dryRun);
    case 'DeploymentConfig.apps.openshift.io':
      return undoDeploymentConfig(client, object as DeploymentConfig, toRevision, dryRun);
    case 'DaemonSet.apps':
    case 'StatefulSet.apps':
      return undoByPatch(client, info, object, toRevision, dryRun);
    default:
      throw new OcError(noRollbacker(info));
  }
}

type Target = Pick<ResourceInfo, 'group' | 'version' | 'resource'>;

function undoDeployment(client: ApiClient, target: Target, { metadata }: KubeObject, toRevision: number, dryRun: DryRun): string {
  const deployment = client.get<Deployment>(target, metadata.namespace, metadata.name);
  const revision = wantedRevision(deploymentRevisions(client, deployment), toRevision, deployment.metadata.name);
  if (dryRun === 'client') return templateText(revision.template);
  if (deployment.spec.paused) {
    throw new OcError("you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again");
  }
  const template = withoutHash(revision.template);
  if (compactJson(sortedKeys(template)) === compactJson(sortedKeys(withoutHash(deployment.spec.template)))) return skipped(toRevision);
  const patch = [
    { op: 'replace', path: '/spec/template', value: template },
    { op: 'replace', path: '/metadata/annotations', value: restoredAnnotations(deployment, revision.object) },
  ];
  const { namespace, name } = deployment.metadata;
  try {
    client.patch(target, namespace, name, 'application/json-patch+json', patch, { dryRun: dryRun === 'server' });
  } catch (error) {
    throw new OcError(`failed restoring revision ${toRevision}: ${(error as Error).message}`);
  }
  return 'rolled back';
}

const skipped = (toRevision: number): string => `skipped rollback (current template already matches revision ${toRevision})`;
const notFound = (revision: number): OcError => new OcError(`unable to find specified revision ${revision} in history`);

function wantedRevision(revisions: readonly Revision[], toRevision: number, name: string): Revision {
  const newestFirst = [...revisions].sort((a, b) => b.number - a.number);
  const wanted = toRevision === 0 ? newestFirst[1] : newestFirst.find(({ number }) => number === toRevision);
  if (wanted) return wanted;
  throw toRevision === 0 ? new OcError(`no rollout history found for deployment ${goQuote(name)}`) : notFound(toRevision);
}

function withoutHash(template: PodTemplateSpec): PodTemplateSpec {
  const { [hashLabel]: _hash, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

/** Annotations that belong to the Deployment as it is, and not to a revision of it. */
const keptAnnotations = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
];

function restoredAnnotations(deployment: KubeObject, revision: KubeObject): Readonly<Record<string, string>> {
  const pick = (object: KubeObject, kept: boolean) =>
    Object.entries(object.metadata.annotations ?? {}).filter(([name]) => keptAnnotations.includes(name) === kept);
  return Object.fromEntries([...pick(deployment, true), ...pick(revision, false)]);
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sortedKeys(each)]),
  );
}

// oc pkg/helpers/originpolymorphichelpers/deploymentconfigs/rollback.go Rollback
function undoDeploymentConfig(client: ApiClient, config: DeploymentConfig, toRevision: number, dryRun: DryRun): string {
  const { namespace, name } = config.metadata;
  if (config.spec.paused) throw new OcError(`cannot rollback a paused config; resume it first with 'rollout resume dc/${name}' and try again`);
  const request = {
    apiVersion: 'apps.openshift.io/v1',
    kind: 'DeploymentConfigRollback',
    metadata: { name },
    name,
    spec: { from: {}, revision: toRevision, includeTriggers: false, includeTemplate: true, includeReplicationMeta: false, includeStrategy: false },
  };
  const rolledBack = client.create(deploymentConfigs, namespace, request as KubeObject, { name, subresource: 'rollback' }) as DeploymentConfig;
  if (dryRun === 'client') return `\n${rolledBack.spec.template ? templateText(rolledBack.spec.template) : ''}`;
  client.update(deploymentConfigs, namespace, rolledBack);
  return 'rolled back';
}

function undoByPatch(client: ApiClient, target: Target, object: KubeObject, toRevision: number, dryRun: DryRun): string {
  const history = [...controllerRevisions(client, object)].sort((a, b) => b.revision - a.revision);
  if (toRevision === 0 && history.length <= 1) throw new OcError('no last revision to roll back to');
  const wanted = toRevision === 0 ? history[1] : history.find(({ revision }) => revision === toRevision);
  if (!wanted) throw notFound(toRevision);
  const template = templateOfRevision(object, wanted);
  if (dryRun === 'client') return templateText(template);
  const current = (object.spec as { readonly template: PodTemplateSpec }).template;
  if (compactJson(sortedKeys(template)) === compactJson(sortedKeys(current))) return skipped(toRevision);
  const { namespace, name } = object.metadata;
  client.patch(target, namespace, name, 'application/strategic-merge-patch+json', wanted.data, { dryRun: dryRun === 'server' });
  return 'rolled back';
}

function noRollbacker({ group, kind }: Pick<ResourceInfo, 'group' | 'kind'>): string {
  const shown = goQuote(group === '' ? kind : `${kind}.${group}`);
  const known = ['Job.batch', 'CronJob.batch', 'Pod.', 'ReplicaSet.apps', 'ReplicationController.'].includes(`${kind}.${group}`);
  return known
    ? `no rollbacker has been implemented for ${shown}`
    : `error retrieving rollbacker for ${shown}, no visitor method exists for {${group} ${kind}}`;
}
