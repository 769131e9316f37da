import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { formatLabels, selectorText, writeLabelsAndAnnotations } from './kubectl-metadata.ts';
import { podCounts } from './pod-counts.ts';
import { writePodTemplate } from './pod-template.ts';
import type { Workload } from './shapes.ts';

/** A DaemonSet (k8s.io/kubectl pkg/describe describeDaemonSet). */
export const describeDaemonSet: Describer<Workload> = (set, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = set;
    const selector = selectorText(spec.selector);
    text.write(0, `Name:\t${metadata.name}\n`);
    text.write(0, `Selector:\t${selector}\n`);
    text.write(0, `Node-Selector:\t${formatLabels(spec.template?.spec?.nodeSelector)}\n`);
    writeLabelsAndAnnotations(text, set);
    text.write(0, `Desired Number of Nodes Scheduled: ${status.desiredNumberScheduled ?? 0}\n`);
    text.write(0, `Current Number of Nodes Scheduled: ${status.currentNumberScheduled ?? 0}\n`);
    text.write(0, `Number of Nodes Scheduled with Up-to-date Pods: ${status.updatedNumberScheduled ?? 0}\n`);
    text.write(0, `Number of Nodes Scheduled with Available Pods: ${status.numberAvailable ?? 0}\n`);
    text.write(0, `Number of Nodes Misscheduled: ${status.numberMisscheduled ?? 0}\n`);
    text.write(0, `Pods Status:\t${podCounts({ namespace: metadata.namespace, selector, controllerUid: metadata.uid }, context)}\n`);
    writePodTemplate(text, spec.template ?? {});
    writeEventsOf(text, set, context);
  });
