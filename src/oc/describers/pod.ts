import { shortDuration } from '../../api/human-duration.ts';
import { writeContainers } from './containers.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { instantOf, rfc1123z } from './go-time.ts';
import { controllerOf, writeLabels, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { writeTolerations } from './pod-template.ts';
import type { Pod } from './shapes.ts';
import { writeVolumes } from './volumes.ts';

/** A pod (k8s.io/kubectl pkg/describe describePod). */
export const describePod: Describer<Pod> = (pod, context) =>
  kubectlText((text) => {
    const { spec = {}, status = {} } = pod;
    writeNameAndNamespace(text, pod);
    writePlace(text, pod);
    writeLabelsAndAnnotations(text, pod);
    writePhase(text, pod, context.now);
    text.write(0, `IP:\t${status.podIP ?? ''}\n`);
    if (status.podIPs?.length) text.write(0, `IPs:\n${status.podIPs.map(({ ip }) => `  IP:\t${ip}\n`).join('')}`);
    else text.write(0, 'IPs:\t<none>\n');
    const controller = controllerOf(pod);
    if (controller !== '') text.write(0, `Controlled By:\t${controller}\n`);
    if (spec.initContainers?.length)
      writeContainers(text, spec.initContainers, { label: 'Init Containers', inTemplate: false, statuses: status.initContainerStatuses ?? [], pod });
    writeContainers(text, spec.containers, { label: 'Containers', inTemplate: false, statuses: status.containerStatuses ?? [], pod });
    if (status.conditions?.length) {
      text.write(0, 'Conditions:\n  Type\tStatus\n');
      for (const { type, status: value } of status.conditions) text.write(1, `${type} \t${value} \n`);
    }
    writeVolumes(text, spec.volumes, false);
    text.write(0, `QoS Class:\t${status.qosClass ?? 'BestEffort'}\n`);
    writeLabels(text, 'Node-Selectors', spec.nodeSelector);
    writeTolerations(text, 'Tolerations', spec.tolerations);
    writeEventsOf(text, pod, context);
  });

function writePlace(text: DescribedText, { spec = {}, status = {} }: Pod): void {
  if (spec.priority !== undefined) text.write(0, `Priority:\t${spec.priority}\n`);
  if (spec.priorityClassName) text.write(0, `Priority Class Name:\t${spec.priorityClassName}\n`);
  if (spec.serviceAccountName) text.write(0, `Service Account:\t${spec.serviceAccountName}\n`);
  text.write(0, `Node:\t${spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>'}\n`);
  if (status.startTime) text.write(0, `Start Time:\t${rfc1123z(status.startTime)}\n`);
}

function writePhase(text: DescribedText, { metadata, spec = {}, status = {} }: Pod, now: number): void {
  if (metadata.deletionTimestamp && status.phase !== 'Failed' && status.phase !== 'Succeeded') {
    text.write(0, `Status:\tTerminating (lasts ${shortDuration(now - instantOf(metadata.deletionTimestamp))})\n`);
    text.write(0, `Termination Grace Period:\t${metadata.deletionGracePeriodSeconds ?? 0}s\n`);
  } else {
    text.write(0, `Status:\t${status.phase ?? ''}\n`);
  }
  if (status.reason) text.write(0, `Reason:\t${status.reason}\n`);
  if (status.message) text.write(0, `Message:\t${status.message}\n`);
  const seccomp = spec.securityContext?.seccompProfile;
  if (!seccomp) return;
  text.write(0, `SeccompProfile:\t${seccomp.type}\n`);
  if (seccomp.type === 'Localhost') text.write(0, `LocalhostProfile:\t${seccomp.localhostProfile ?? ''}\n`);
}
