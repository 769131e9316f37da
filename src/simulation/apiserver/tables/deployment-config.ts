import type { DeploymentConfig, DeploymentTriggerPolicy } from '../../../api/apps.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { column, nameColumn } from './human-time.ts';

/** Columns of DeploymentConfigs (openshift-apiserver pkg/apps/printers/internalversion printDeploymentConfig). */
export const deploymentConfigTable: TableConvertor = {
  columns: [nameColumn, column('Revision'), column('Desired'), column('Current'), column('Triggered By')],
  cells: (object) => {
    const { metadata, spec, status } = object as DeploymentConfig;
    const desired = spec.test ? `${spec.replicas} (during test)` : String(spec.replicas);
    return [metadata.name, String(status?.latestVersion ?? 0), desired, String(status?.updatedReplicas ?? 0), triggersOf(object as DeploymentConfig)];
  },
};

function triggersOf({ spec }: DeploymentConfig): string {
  const names = new Set((spec.template?.spec.containers ?? []).map(({ name }) => name));
  return [...new Set((spec.triggers ?? []).flatMap((trigger) => textOf(trigger, names)))].sort().join(',');
}

function textOf({ type, imageChangeParams: params }: DeploymentTriggerPolicy, names: ReadonlySet<string>): readonly string[] {
  if (type === 'ConfigChange') return ['config'];
  if (type !== 'ImageChange') return [type ?? ''];
  if (!params?.automatic) return [];
  const containers = params.containerNames ?? [];
  const prefix = names.size !== 1 && !containers.every((name) => names.has(name)) ? `${[...containers].sort().join(',')}:` : '';
  const what = `${prefix}${params.from.name}`;
  return [params.from.kind === 'ImageStreamTag' ? `image(${what})` : `${params.from.kind}(${what})`];
}
