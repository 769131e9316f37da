import { apiVersionOf } from '../../api/resource.ts';
import { defineCommand } from '../command.ts';
import { createAndPrint, requireFlags } from '../create-subcommand.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean, int, string, stringSlice } from '../flags.ts';
import { printFlags } from '../printers/print-flags.ts';
import { findObjects, throwErrors } from '../resource-arguments.ts';

const autoscalers = { group: 'autoscaling', version: 'v1', resource: 'horizontalpodautoscalers' } as const;
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
      const autoscaler = {
        apiVersion: 'autoscaling/v1',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: flags.name || name, creationTimestamp: null },
        spec: {
          scaleTargetRef: { kind: mapping.kind, name, apiVersion: apiVersionOf(mapping) },
          ...(flags.min > 0 && { minReplicas: flags.min }),
          maxReplicas: flags.max,
          ...(flags['cpu-percent'] >= 0 && { targetCPUUtilizationPercentage: flags['cpu-percent'] }),
        },
        status: { currentReplicas: 0, desiredReplicas: 0 },
      };
      await createAndPrint(oc, autoscalers, autoscaler, flags, undefined, operation);
    }
  },
});
