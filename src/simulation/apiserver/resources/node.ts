import type { Condition, KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { RestStorage, TableConvertor } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

interface Node extends KubeObject {
  readonly spec?: { readonly unschedulable?: boolean };
  readonly status?: {
    readonly conditions?: readonly Condition[];
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly nodeInfo?: Readonly<Record<string, string>>;
  };
}

/** Nodes (kubernetes pkg/registry/core/node). */
export const nodeStorage = (info: ResourceInfo): RestStorage => standardStorage<Node>(info, {}, { hasStatus: true, table: nodeTable });

// kubernetes pkg/printers/internalversion printNode
const nodeTable: TableConvertor = {
  columns: [
    nameColumn,
    column('Status'),
    column('Roles'),
    ageColumn,
    column('Version'),
    ...['Internal-IP', 'External-IP', 'OS-Image', 'Kernel-Version', 'Container-Runtime'].map((name) => column(name, 'string', 1)),
  ],
  cells: (object, now) => {
    const node = object as Node;
    const { nodeInfo = {} } = node.status ?? {};
    return [
      node.metadata.name,
      statusText(node),
      rolesText(node),
      ageOf(node.metadata.creationTimestamp, now),
      nodeInfo.kubeletVersion ?? '',
      addressOf(node, 'InternalIP'),
      addressOf(node, 'ExternalIP'),
      nodeInfo.osImage || '<unknown>',
      nodeInfo.kernelVersion || '<unknown>',
      nodeInfo.containerRuntimeVersion || '<unknown>',
    ];
  },
};

function statusText({ spec, status }: Node): string {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  const state = ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
  return spec?.unschedulable ? `${state},SchedulingDisabled` : state;
}

function rolesText({ metadata }: Node): string {
  const prefix = 'node-role.kubernetes.io/';
  const roles = Object.keys(metadata.labels ?? {}).filter((label) => label.startsWith(prefix));
  return (
    roles
      .map((label) => label.slice(prefix.length))
      .sort()
      .join(',') || '<none>'
  );
}

const addressOf = ({ status }: Node, type: string) => status?.addresses?.find((address) => address.type === type)?.address ?? '<none>';
