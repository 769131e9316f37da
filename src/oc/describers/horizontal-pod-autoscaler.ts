import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { rfc1123z } from './go-time.ts';
import { writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';

interface HorizontalPodAutoscaler extends KubeObject {
  readonly spec?: {
    readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
    readonly targetCPUUtilizationPercentage?: number;
  };
  readonly status?: { readonly currentReplicas?: number; readonly desiredReplicas?: number; readonly currentCPUUtilizationPercentage?: number };
}

/** A HorizontalPodAutoscaler (k8s.io/kubectl pkg/describe describeHorizontalPodAutoscalerV1). */
export const describeHorizontalPodAutoscaler: Describer<HorizontalPodAutoscaler> = (autoscaler, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = autoscaler;
    const target = spec.scaleTargetRef;
    writeNameAndNamespace(text, autoscaler);
    writeLabelsAndAnnotations(text, autoscaler);
    text.write(0, `CreationTimestamp:\t${rfc1123z(metadata.creationTimestamp)}\n`);
    text.write(0, `Reference:\t${target?.kind ?? ''}/${target?.name ?? ''}\n`);
    if (spec.targetCPUUtilizationPercentage !== undefined) {
      text.write(0, `Target CPU utilization:\t${spec.targetCPUUtilizationPercentage}%\n`);
      text.write(0, `Current CPU utilization:\t${status.currentCPUUtilizationPercentage ?? '<unknown>'}%\n`);
    }
    text.write(0, `Min replicas:\t${spec.minReplicas ?? '<unset>'}\n`);
    text.write(0, `Max replicas:\t${spec.maxReplicas ?? 0}\n`);
    text.write(0, `${target?.kind ?? ''} pods:\t${status.currentReplicas ?? 0} current / ${status.desiredReplicas ?? 0} desired\n`);
    writeEventsOf(text, autoscaler, context);
  });
