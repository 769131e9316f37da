import type { Condition, KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { formatLabels, labelText, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { podCounts } from './pod-counts.ts';
import { writePodTemplate } from './pod-template.ts';
import type { PodTemplate } from './shapes.ts';
import { writeConditions } from './workload-conditions.ts';

/** What descriptions read of a ReplicationController. */
export interface ReplicationController extends KubeObject {
  readonly spec?: { readonly replicas?: number; readonly selector?: Readonly<Record<string, string>>; readonly template?: PodTemplate };
  readonly status?: { readonly replicas?: number; readonly conditions?: readonly Condition[] };
}

/** A ReplicationController (k8s.io/kubectl pkg/describe describeReplicationController). */
export const describeReplicationController: Describer<ReplicationController> = (controller, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = controller;
    writeNameAndNamespace(text, controller);
    text.write(0, `Selector:\t${formatLabels(spec.selector)}\n`);
    writeLabelsAndAnnotations(text, controller);
    text.write(0, `Replicas:\t${status.replicas ?? 0} current / ${spec.replicas ?? 0} desired\n`);
    const counts = podCounts({ namespace: metadata.namespace, selector: labelText(spec.selector), controllerUid: metadata.uid }, context);
    text.write(0, `Pods Status:\t${counts}\n`);
    writePodTemplate(text, spec.template);
    writeConditions(text, status.conditions);
    writeEventsOf(text, controller, context);
  });
