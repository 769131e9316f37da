import { apiVersionOf, type ResourceInfo } from '../../api/resource.ts';
import { defineCommand } from '../command.ts';
import { createAndPrint, requireFlags } from '../create-subcommand.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean, int, string, stringSlice } from '../flags.ts';
import { printFlags } from '../printers/print-flags.ts';
import { findObjects, throwErrors } from '../resource-arguments.ts';

const autoscalers = { group: 'autoscaling', version: 'v2', resource: 'horizontalpodautoscalers' } as const;
const scalable = ['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController', 'DeploymentConfig'];

/** `oc autoscale` (k8s.io/kubectl pkg/cmd/autoscale/autoscale.go). */
export const autoscale = defineCommand({
  path: 'autoscale',
  use: 'autoscale (-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu-percent=CPU]',
  flags: {
    ...printFlags,
    'cpu-percent': int({ default: -1 }),
    'dry-run': dryRunFlag,
    'field-manager': string({ default: 'kubectl-autoscale' }),
    filename: stringSlice({ shorthand: 'f' }),
    kustomize: string({ shorthand: 'k' }),
    max: int({ default: -1 }),
    min: int({ default: -1 }),
    name: string(),
    recursive: boolean({ shorthand: 'R' }),
    'save-config': boolean(),
  },
  arguments: ['resource', 'name'],
  async run(invocation) {
    const { args, flags, oc } = invocation;
    requireFlags(invocation, ['max']);
    if (flags.max < 1) throw new OcError(`--max=MAXPODS is required and must be at least 1, max: ${flags.max}`);
    if (flags.max < flags.min) throw new OcError(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${flags.max}, min: ${flags.min}`);
    const { infos, errors } = await findObjects(oc, { args, filenames: flags.filename, recursive: flags.recursive });
    throwErrors(errors);
    if (infos.length === 0) throw new OcError('no objects passed to autoscale');
    const operation = dryRunStrategy(oc, flags['dry-run']) === 'client' ? 'created' : 'autoscaled';
    for (const { mapping, name } of infos) {
      if (!scalable.includes(mapping.kind))
        throw new OcError(
          `cannot autoscale a ${mapping.kind}: could not find scale subresource for ${mapping.group}/${mapping.version}, Resource=${mapping.resource} in discovery information`,
        );
      const autoscaler = autoscalerOf(mapping, name, flags);
      await createAndPrint(oc, autoscalers, operation === 'created' ? autoscaler : toStoredVersion(autoscaler), flags, undefined, operation);
    }
  },
});

interface Settings {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly 'cpu-percent': number;
}

function autoscalerOf(target: ResourceInfo, name: string, { name: named, min, max, 'cpu-percent': percent }: Settings) {
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: named || name, creationTimestamp: null },
    spec: {
      scaleTargetRef: { kind: target.kind, name, apiVersion: apiVersionOf(target) },
      ...(min > 0 && { minReplicas: min }),
      maxReplicas: max,
      ...(percent >= 0 && { targetCPUUtilizationPercentage: percent }),
    },
    status: { currentReplicas: 0, desiredReplicas: 0 },
  };
}

/** The real server converts from v1; the simulated one holds one version of each kind. */
function toStoredVersion({ spec, ...autoscaler }: ReturnType<typeof autoscalerOf>) {
  const { targetCPUUtilizationPercentage: percent, ...kept } = spec;
  const cpu = { name: 'cpu', target: { type: 'Utilization', averageUtilization: percent } };
  return {
    ...autoscaler,
    apiVersion: 'autoscaling/v2',
    spec: { ...kept, ...(percent !== undefined && { metrics: [{ type: 'Resource', resource: cpu }] }) },
  };
}
