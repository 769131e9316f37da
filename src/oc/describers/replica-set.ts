import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { controllerOf, selectorText, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { podCounts } from './pod-counts.ts';
import { writePodTemplate } from './pod-template.ts';
import type { Workload } from './shapes.ts';
import { writeConditions } from './workload-conditions.ts';

/** A ReplicaSet (k8s.io/kubectl pkg/describe describeReplicaSet). */
export const describeReplicaSet: Describer<Workload> = (replicaSet, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = replicaSet;
    const selector = selectorText(spec.selector);
    writeNameAndNamespace(text, replicaSet);
    text.write(0, `Selector:\t${selector || '<none>'}\n`);
    writeLabelsAndAnnotations(text, replicaSet);
    const controller = controllerOf(replicaSet);
    if (controller !== '') text.write(0, `Controlled By:\t${controller}\n`);
    text.write(0, `Replicas:\t${status.replicas ?? 0} current / ${spec.replicas ?? 0} desired\n`);
    text.write(0, `Pods Status:\t${podCounts({ namespace: metadata.namespace, selector, controllerUid: metadata.uid }, context)}\n`);
    writePodTemplate(text, spec.template ?? {});
    writeConditions(text, status.conditions);
    writeEventsOf(text, replicaSet, context);
  });
