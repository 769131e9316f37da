import { canonical } from '../../api/canonical-json.ts';
import { StatusError } from '../../api/status.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { DescribeContext, Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { rfc1123z } from './go-time.ts';
import { selectorText, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { writePodTemplate } from './pod-template.ts';
import type { PodTemplate, Workload } from './shapes.ts';
import { writeConditions } from './workload-conditions.ts';

/** A Deployment with its replica sets (k8s.io/kubectl pkg/describe describeDeployment). */
export const describeDeployment: Describer<Workload> = (deployment, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = deployment;
    writeNameAndNamespace(text, deployment);
    text.write(0, `CreationTimestamp:\t${rfc1123z(metadata.creationTimestamp)}\n`);
    writeLabelsAndAnnotations(text, deployment);
    text.write(0, `Selector:\t${selectorText(spec.selector)}\n`);
    text.write(0, `Replicas:\t${replicasText(deployment)}\n`);
    text.write(0, `StrategyType:\t${spec.strategy?.type ?? ''}\n`);
    text.write(0, `MinReadySeconds:\t${spec.minReadySeconds ?? 0}\n`);
    const rolling = spec.strategy?.rollingUpdate;
    if (rolling) text.write(0, `RollingUpdateStrategy:\t${rolling.maxUnavailable ?? 0} max unavailable, ${rolling.maxSurge ?? 0} max surge\n`);
    writePodTemplate(text, spec.template ?? {});
    writeConditions(text, status.conditions);
    writeReplicaSets(text, deployment, context);
    writeEventsOf(text, deployment, context);
  });

function replicasText({ spec = {}, status = {} }: Workload): string {
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, unavailableReplicas = 0 } = status;
  return `${spec.replicas ?? 1} desired | ${updatedReplicas} updated | ${replicas} total | ${availableReplicas} available | ${unavailableReplicas} unavailable`;
}

function writeReplicaSets(text: DescribedText, deployment: Workload, context: DescribeContext): void {
  const owned = replicaSetsOf(deployment, context);
  if (owned.length === 0) return;
  const template = templateKey(deployment.spec?.template);
  // k8s.io/kubernetes deployment util FindNewReplicaSet: the oldest of those that carry the template
  const current = owned.find((replicaSet) => templateKey(replicaSet.spec?.template) === template);
  const old = owned.filter((replicaSet) => replicaSet !== current);
  text.write(0, `OldReplicaSets:\t${replicaSetsText(old)}\n`);
  text.write(0, `NewReplicaSet:\t${replicaSetsText(current ? [current] : [])}\n`);
}

function replicaSetsOf({ metadata, spec }: Workload, { client }: DescribeContext): readonly Workload[] {
  const replicaSets = { group: 'apps', version: 'v1', resource: 'replicasets' };
  try {
    const { items } = client.list<Workload>(replicaSets, metadata.namespace, { labelSelector: selectorText(spec?.selector) });
    const owned = items.filter((item) => item.metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === metadata.uid));
    return [...owned].sort((a, b) => creation(a).localeCompare(creation(b)) || revision(a) - revision(b));
  } catch (error) {
    if (error instanceof StatusError) return [];
    throw error;
  }
}

const creation = ({ metadata }: Workload) => metadata.creationTimestamp ?? '';
const revision = ({ metadata }: Workload) => Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);

function templateKey(template: PodTemplate | undefined): string {
  const { 'pod-template-hash': _, ...labels } = template?.metadata?.labels ?? {};
  return canonical({ labels, annotations: template?.metadata?.annotations ?? {}, spec: template?.spec ?? {} });
}

const replicaSetsText = (replicaSets: readonly Workload[]) =>
  replicaSets.map(({ metadata, spec, status }) => `${metadata.name} (${status?.replicas ?? 0}/${spec?.replicas ?? 0} replicas created)`).join(', ') || '<none>';
