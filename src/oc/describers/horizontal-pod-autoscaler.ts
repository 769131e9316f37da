import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { rfc1123z } from './go-time.ts';
import { writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';

interface Metric {
  readonly resource?: { readonly name: string; readonly target: { readonly averageUtilization?: number; readonly averageValue?: string } };
}

interface HorizontalPodAutoscaler extends KubeObject {
  readonly spec?: {
    readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
    readonly metrics?: readonly Metric[];
  };
  readonly status?: { readonly currentReplicas?: number; readonly desiredReplicas?: number };
}

/** A HorizontalPodAutoscaler (k8s.io/kubectl pkg/describe describeHorizontalPodAutoscalerV2). */
export const describeHorizontalPodAutoscaler: Describer<HorizontalPodAutoscaler> = (autoscaler, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = autoscaler;
    const target = spec.scaleTargetRef;
    writeNameAndNamespace(text, autoscaler);
    writeLabelsAndAnnotations(text, autoscaler);
    text.write(0, `CreationTimestamp:\t${rfc1123z(metadata.creationTimestamp)}\n`);
    text.write(0, `Reference:\t${target?.kind ?? ''}/${target?.name ?? ''}\n`);
    text.write(0, 'Metrics:\t( current / target )\n');
    for (const metric of spec.metrics ?? []) text.write(1, metricText(metric));
    text.write(0, `Min replicas:\t${spec.minReplicas ?? '<unset>'}\n`);
    text.write(0, `Max replicas:\t${spec.maxReplicas ?? 0}\n`);
    text.write(0, `${target?.kind ?? ''} pods:\t${status.currentReplicas ?? 0} current / ${status.desiredReplicas ?? 0} desired\n`);
    writeEventsOf(text, autoscaler, context);
  });

/** The cluster measures nothing, so what is current stays unknown. */
function metricText({ resource }: Metric): string {
  if (!resource) return '<unknown metric type>\n';
  const { averageUtilization: share, averageValue } = resource.target;
  if (averageValue !== undefined) return `resource ${resource.name} on pods:\t<unknown> / ${averageValue}\n`;
  return `resource ${resource.name} on pods  (as a percentage of request):\t<unknown> / ${share === undefined ? '<auto>' : `${share}%`}\n`;
}
