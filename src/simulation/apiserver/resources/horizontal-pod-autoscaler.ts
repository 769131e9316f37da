import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { invalidValue, requiredValue } from '../object-meta-validation.ts';
import type { RestStorage } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

interface Autoscaler extends KubeObject {
  readonly spec: {
    readonly scaleTargetRef?: { readonly kind?: string; readonly name?: string };
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
    readonly targetCPUUtilizationPercentage?: number;
    readonly metrics?: readonly { readonly resource?: { readonly name: string; readonly target?: { readonly averageUtilization?: number } } }[];
  };
  readonly status?: { readonly currentReplicas?: number };
}

/** HorizontalPodAutoscalers: kept and shown. The cluster measures no load, so nothing is scaled. */
export const horizontalPodAutoscalerStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Autoscaler>(
    info,
    {
      setDefaults: (autoscaler) => ({ ...autoscaler, spec: defaultSpec(autoscaler.spec) }),
      prepareForCreate: (autoscaler) => ({ ...autoscaler, status: { currentMetrics: null, desiredReplicas: 0, currentReplicas: 0 } }),
      prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? {} }),
      validate,
    },
    {
      hasStatus: true,
      table: {
        columns: [nameColumn, column('Reference'), column('Targets'), column('MinPods'), column('MaxPods'), column('Replicas', 'integer'), ageColumn],
        cells: (object, now) => {
          const { metadata, spec, status } = object as Autoscaler;
          const reference = `${spec.scaleTargetRef?.kind}/${spec.scaleTargetRef?.name}`;
          const pods = [String(spec.minReplicas ?? '<unset>'), spec.maxReplicas ?? 0, status?.currentReplicas ?? 0];
          return [metadata.name, reference, targetsOf(object as Autoscaler), ...pods, ageOf(metadata.creationTimestamp, now)];
        },
      },
    },
  );

/** Without a metric of its own it goes by 80 % of the CPU that was asked for. */
// kubernetes pkg/apis/autoscaling/v2 SetDefaults_HorizontalPodAutoscaler
function defaultSpec(spec: Autoscaler['spec'] | undefined): Autoscaler['spec'] {
  const hasMetric = spec?.targetCPUUtilizationPercentage !== undefined || (spec?.metrics ?? []).length > 0;
  const metrics = [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }];
  return { minReplicas: 1, ...spec, ...(!hasMetric && { metrics }) };
}

// kubernetes pkg/apis/autoscaling/validation validateHorizontalPodAutoscalerSpec
function validate({ spec }: Autoscaler): readonly FieldError[] {
  const { minReplicas = 1, maxReplicas = 0, scaleTargetRef } = spec;
  return [
    ...(minReplicas < 1 ? [invalidValue('spec.minReplicas', minReplicas, 'must be greater than or equal to 1')] : []),
    ...(maxReplicas < 1 ? [invalidValue('spec.maxReplicas', maxReplicas, 'must be greater than 0')] : []),
    ...(maxReplicas < minReplicas ? [invalidValue('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`')] : []),
    ...(scaleTargetRef?.kind ? [] : [requiredValue('spec.scaleTargetRef.kind')]),
    ...(scaleTargetRef?.name ? [] : [requiredValue('spec.scaleTargetRef.name')]),
  ];
}

function targetsOf({ spec }: Autoscaler): string {
  const cpu = spec.targetCPUUtilizationPercentage;
  const metrics = (spec.metrics ?? []).map(({ resource }) => `${resource?.name ?? 'metric'}: <unknown>/${resource?.target?.averageUtilization ?? '<auto>'}%`);
  const targets = cpu === undefined ? metrics : [`cpu: <unknown>/${cpu}%`, ...metrics];
  return targets.length === 0 ? '<none>' : targets.join(', ');
}
