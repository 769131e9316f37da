import type { ContainerStatus, Pod } from '../../../api/pod.ts';
import { badRequest, conflict, type Status } from '../../../api/status.ts';
import { timestamp } from '../../clock.ts';
import { deployedBy, hookPodName } from '../../controllers/deployment-config/deployment-annotations.ts';
import { containerLog } from '../../kubelet/container-log.ts';
import { deployerLog } from '../../kubelet/deployer-log.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';

type Subresource = Omit<RestStorage, 'info' | 'subresources'>;

const pods = { group: '', resource: 'pods' } as const;

function load(context: RequestContext, name: string): Pod {
  return context.storage('', 'pods').get?.(context, name) as Pod;
}

/** `POST pods/NAME/binding`: the scheduler's word on which node a pod runs (kubernetes pkg/registry/core/pod/storage BindingREST). */
export const bindingStorage: Subresource = {
  create(context, binding): Status {
    const name = context.request.name ?? binding.metadata.name;
    const pod = load(context, name);
    const node = (binding.target as { readonly name?: string } | undefined)?.name ?? '';
    if (pod.spec.nodeName) throw conflict({ group: '', resource: 'pods/binding' }, name, `pod ${name} is already assigned to node "${pod.spec.nodeName}"`);
    const scheduled = { lastTransitionTime: timestamp(context.clock.now()), status: 'True', type: 'PodScheduled' } as const;
    const bound: Pod = { ...pod, spec: { ...pod.spec, nodeName: node }, status: { ...pod.status, conditions: [...(pod.status?.conditions ?? []), scheduled] } };
    if (!context.dryRun) context.store.put(pods, bound, context.write);
    return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };
  },
};

/** `GET pods/NAME/log`: what a container wrote (kubernetes pkg/registry/core/pod/rest LogREST, pkg/kubelet GetKubeletContainerLogs). */
export const logStorage: Subresource = {
  getText(context, name) {
    const pod = load(context, name);
    const container = containerNamed(pod, context.request.query?.container);
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    const status = statuses.find((one) => one.name === container);
    if (!pod.spec.nodeName) return '';
    requireStarted(pod, container, status);
    return limited(logOf(pod, container, status as ContainerStatus, context), context.request.query ?? {});
  },
};

function logOf(pod: Pod, container: string, status: ContainerStatus, { store }: RequestContext): string {
  const name = deployedBy(pod.metadata);
  if (name === undefined) return containerLog(pod, container, status);
  const { namespace } = pod.metadata;
  return deployerLog({ namespace, name }, status, (stage) => store.get(pods, namespace, hookPodName(name, stage)) as Pod | undefined);
}

function containerNamed(pod: Pod, wanted: string | undefined): string {
  const { name } = pod.metadata;
  const names = pod.spec.containers.map((container) => container.name);
  const initNames = (pod.spec.initContainers ?? []).map((container) => container.name);
  if (wanted) {
    if (![...names, ...initNames].includes(wanted)) throw badRequest(`container ${wanted} is not valid for pod ${name}`);
    return wanted;
  }
  const [only, ...others] = names;
  const preferred = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
  if (preferred && names.includes(preferred)) return preferred;
  const orInit = initNames.length > 0 ? ` or one of the init containers: [${initNames.join(' ')}]` : '';
  if (others.length > 0) throw badRequest(`a container name must be specified for pod ${name}, choose one of: [${names.join(' ')}]${orInit}`);
  return only ?? '';
}

// kubernetes pkg/kubelet/kubelet_pods.go validateContainerLogStatus
function requireStarted(pod: Pod, container: string, status: ContainerStatus | undefined): void {
  const waiting = status ? status.state.waiting : { reason: '' };
  if (!waiting || status?.lastState.terminated) return;
  const start = `container "${container}" in pod "${pod.metadata.name}" is waiting to start`;
  const why: Readonly<Record<string, string>> = { ErrImagePull: "image can't be pulled", ImagePullBackOff: 'trying and failing to pull image' };
  throw badRequest(`${start}: ${why[waiting.reason] ?? (waiting.reason || 'no logs yet')}`);
}

function limited(text: string, { tailLines, limitBytes }: Readonly<Record<string, string>>): string {
  const lines = text.split('\n').slice(0, -1);
  const tail = tailLines === undefined ? lines : lines.slice(Math.max(0, lines.length - Number(tailLines)));
  const whole = tail.map((line) => `${line}\n`).join('');
  return limitBytes === undefined ? whole : whole.slice(0, Number(limitBytes));
}
