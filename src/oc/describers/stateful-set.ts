import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { rfc1123z } from './go-time.ts';
import { selectorText, writeLabels, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { podCounts } from './pod-counts.ts';
import { writePodTemplate } from './pod-template.ts';
import type { Workload } from './shapes.ts';

/** A StatefulSet (k8s.io/kubectl pkg/describe describeStatefulSet). */
export const describeStatefulSet: Describer<Workload> = (set, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = set;
    const selector = selectorText(spec.selector);
    writeNameAndNamespace(text, set);
    text.write(0, `CreationTimestamp:\t${rfc1123z(metadata.creationTimestamp)}\n`);
    text.write(0, `Selector:\t${selector}\n`);
    writeLabelsAndAnnotations(text, set);
    text.write(0, `Replicas:\t${spec.replicas ?? 1} desired | ${status.replicas ?? 0} total\n`);
    text.write(0, `Update Strategy:\t${spec.updateStrategy?.type ?? ''}\n`);
    const partition = spec.updateStrategy?.rollingUpdate?.partition;
    if (partition !== undefined) text.write(1, `Partition:\t${partition}\n`);
    text.write(0, `Pods Status:\t${podCounts({ namespace: metadata.namespace, selector, controllerUid: metadata.uid }, context)}\n`);
    writePodTemplate(text, spec.template ?? {});
    writeClaims(text, (spec as { readonly volumeClaimTemplates?: readonly Claim[] }).volumeClaimTemplates);
    writeEventsOf(text, set, context);
  });

interface Claim {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>>; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: {
    readonly storageClassName?: string;
    readonly accessModes?: readonly string[];
    readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
  };
}

// k8s.io/kubectl pkg/describe describeVolumeClaimTemplates
function writeClaims(text: DescribedText, claims: readonly Claim[] = []): void {
  text.write(0, `Volume Claims:${claims.length === 0 ? '\t<none>' : ''}\n`);
  for (const { metadata, spec = {} } of claims) {
    text.write(1, `Name:\t${metadata.name}\n`);
    text.write(1, `StorageClass:\t${spec.storageClassName ?? ''}\n`);
    writeLabels(text, '  Labels', metadata.labels);
    writeLabels(text, '  Annotations', metadata.annotations);
    text.write(1, `Capacity:\t${spec.resources?.requests?.storage ?? '<default>'}\n`);
    text.write(1, `Access Modes:\t[${(spec.accessModes ?? []).join(' ')}]\n`);
  }
}
