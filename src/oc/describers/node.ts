import type { Condition, KubeObject, Timestamp } from '../../api/meta.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { rfc1123z } from './go-time.ts';
import { sortedKeys, writeLabelsAndAnnotations } from './kubectl-metadata.ts';

interface Node extends KubeObject {
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
    readonly podCIDR?: string;
    readonly podCIDRs?: readonly string[];
    readonly providerID?: string;
  };
  readonly status?: {
    readonly conditions?: readonly (Condition & { readonly lastHeartbeatTime?: Timestamp })[];
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly capacity?: Readonly<Record<string, string | number>>;
    readonly allocatable?: Readonly<Record<string, string | number>>;
    readonly nodeInfo?: Readonly<Record<string, string>>;
  };
}

/** A Node (k8s.io/kubectl pkg/describe describeNode); the pods on it are left out. */
export const describeNode: Describer<Node> = (node, context) =>
  kubectlText((text) => {
    const { metadata, spec = {}, status = {} } = node;
    text.write(0, `Name:\t${metadata.name}\n`);
    text.write(0, `Roles:\t${rolesOf(node) || '<none>'}\n`);
    writeLabelsAndAnnotations(text, node);
    text.write(0, `CreationTimestamp:\t${rfc1123z(metadata.creationTimestamp)}\n`);
    const taints = (spec.taints ?? []).map(({ key, value, effect }) => `${key}${value ? `=${value}` : ''}:${effect}\n`);
    text.write(0, `Taints:\t${taints.length === 0 ? '<none>\n' : taints.join('\t')}`);
    text.write(0, `Unschedulable:\t${spec.unschedulable === true}\n`);
    writeConditions(text, node);
    text.write(0, 'Addresses:\n');
    for (const { type, address } of status.addresses ?? []) text.write(1, `${type}:\t${address}\n`);
    writeResources(text, 'Capacity', status.capacity);
    writeResources(text, 'Allocatable', status.allocatable);
    text.write(0, 'System Info:\n');
    for (const [title, field] of systemInfo) text.write(1, `${title}:\t${status.nodeInfo?.[field] ?? ''}\n`);
    if (spec.podCIDR) text.write(0, `PodCIDR:\t${spec.podCIDR}\n`);
    if (spec.podCIDRs?.length) text.write(0, `PodCIDRs:\t${spec.podCIDRs.join(',')}\n`);
    if (spec.providerID) text.write(0, `ProviderID:\t${spec.providerID}\n`);
    writeEventsOf(text, node, context);
  });

const systemInfo = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
  ['Kube-Proxy Version', 'kubeProxyVersion'],
] as const;

const rolePrefix = 'node-role.kubernetes.io/';

const rolesOf = ({ metadata }: Node) =>
  sortedKeys(metadata.labels ?? {})
    .filter((label) => label.startsWith(rolePrefix) && label.length > rolePrefix.length)
    .map((label) => label.slice(rolePrefix.length))
    .join(',');

function writeConditions(text: DescribedText, { status }: Node): void {
  if (!status?.conditions?.length) return;
  text.write(0, 'Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n');
  text.write(1, '----\t------\t-----------------\t------------------\t------\t-------\n');
  for (const { type, status: value, lastHeartbeatTime, lastTransitionTime, reason = '', message = '' } of status.conditions) {
    text.write(1, `${type} \t${value} \t${rfc1123z(lastHeartbeatTime)} \t${rfc1123z(lastTransitionTime)} \t${reason} \t${message}\n`);
  }
}

function writeResources(text: DescribedText, title: string, quantities: Readonly<Record<string, string | number>> = {}): void {
  const names = sortedKeys(quantities);
  if (names.length > 0) text.write(0, `${title}:\n`);
  for (const name of names) text.write(1, `${name}:\t${quantities[name]}\n`);
}
