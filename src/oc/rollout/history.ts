import type { Deployment, ReplicaSet, ReplicationController } from '../../api/apps.ts';
import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { writePodTemplate } from '../describers/pod-template.ts';
import type { PodTemplate } from '../describers/shapes.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { alignTabs } from '../printers/tabwriter.ts';
import { controllerRevisions, templateOfRevision } from './controller-revisions.ts';
import { annotationOf, deploymentAnnotations, phaseOf, rolloutsOf, versionOf } from './deployment-phase.ts';

/** One revision of a workload: its number, and the object that keeps it. */
export interface Revision {
  readonly number: number;
  readonly object: KubeObject;
  readonly template: PodTemplateSpec;
}

const openshiftKinds = 'DeploymentConfig.apps.openshift.io';

/** Revisions of a workload by number, oldest first (k8s.io/kubectl pkg/polymorphichelpers/history.go GetHistory). */
export function revisionsOf(client: ApiClient, { group, kind }: Pick<ResourceInfo, 'group' | 'kind'>, object: KubeObject): readonly Revision[] {
  const { namespace, name } = object.metadata;
  switch (`${kind}.${group}`) {
    case openshiftKinds:
      return sorted(
        rolloutsOf(client, namespace, name).map((rc) => ({ number: versionOf(rc), object: rc, template: (rc as ReplicationController).spec.template })),
      );
    case 'Deployment.apps':
      return sorted(deploymentRevisions(client, object as Deployment));
    case 'DaemonSet.apps':
    case 'StatefulSet.apps':
      return sorted(
        controllerRevisions(client, object).map((revision) => ({
          number: revision.revision,
          object: revision,
          template: templateOfRevision(object, revision),
        })),
      );
    default:
      throw new OcError(noViewer(group, kind));
  }
}

/** The table of revisions, or the pod template of one (ViewHistory). */
export function historyText(revisions: readonly Revision[], kind: Pick<ResourceInfo, 'group' | 'kind'>, revision: number): string {
  if (revisions.length === 0) return 'No rollout history found.';
  if (revision > 0) {
    const wanted = revisions.find(({ number }) => number === revision);
    if (!wanted) throw new OcError('unable to find the specified revision');
    return templateText(wanted.template);
  }
  return kind.kind === 'DeploymentConfig' ? deploymentConfigTable(revisions) : kubectlTable(revisions);
}

/** `Pod Template:` with bare tabs, as `rollout history --revision` and `rollout undo --dry-run` print it. */
export function templateText(template: PodTemplateSpec): string {
  let written = '';
  writePodTemplate({ write: (level, text) => (written += '  '.repeat(level) + text), flush: () => undefined }, template as PodTemplate);
  return written;
}

/** ReplicaSets of a Deployment that know their revision. */
export function deploymentRevisions(client: ApiClient, { metadata }: Deployment): readonly Revision[] {
  const owned = client.list<ReplicaSet>({ group: 'apps', version: 'v1', resource: 'replicasets' }, metadata.namespace).items.filter(isOwnedBy(metadata.uid));
  return owned.flatMap((replicaSet) => {
    const number = Number.parseInt(annotationOf(replicaSet, 'deployment.kubernetes.io/revision'), 10);
    return Number.isNaN(number) ? [] : [{ number, object: replicaSet, template: replicaSet.spec.template }];
  });
}

export const isOwnedBy =
  (uid: string | undefined) =>
  ({ metadata }: KubeObject): boolean =>
    metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === uid) ?? false;

const sorted = (revisions: readonly Revision[]) => [...revisions].sort((a, b) => a.number - b.number);

function kubectlTable(revisions: readonly Revision[]): string {
  const rows = revisions.map(({ number, object }) => `${number}\t${annotationOf(object, 'kubernetes.io/change-cause') || '<none>'}\n`);
  return alignTabs(`REVISION\tCHANGE-CAUSE\n${rows.join('')}`, { minWidth: 0, padding: 2 });
}

function deploymentConfigTable(revisions: readonly Revision[]): string {
  const rows = revisions.map(({ number, object }) => `${number}\t${phaseOf(object)}\t${annotationOf(object, deploymentAnnotations.reason) || '<unknown>'}\n`);
  return alignTabs(`REVISION\tSTATUS\tCAUSE\n${rows.join('')}`, { minWidth: 0, padding: 1, tabWidth: 8 });
}

/** Kinds that kubectl knows, but keeps no history of. */
const withoutHistory = ['Job.batch', 'CronJob.batch', 'Pod.', 'ReplicaSet.apps', 'ReplicationController.'];

function noViewer(group: string, kind: string): string {
  const shown = goQuote(group === '' ? kind : `${kind}.${group}`);
  if (withoutHistory.includes(`${kind}.${group}`)) return `no history viewer has been implemented for ${shown}`;
  return `error retrieving history for ${shown}, no visitor method exists for {${group} ${kind}}`;
}
