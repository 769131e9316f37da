import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { Controller, ControllerContext } from '../controllers/controller.ts';
import { regarding, splitKey, watchSelf } from '../controllers/owner-reference.ts';
import { nodes, pods } from '../controllers/targets.ts';

/** Gives each new pod a node. */
// kubernetes pkg/scheduler schedule_one.go scheduleOne
export const scheduler: Controller = {
  name: 'default-scheduler',
  user: 'system:kube-scheduler',
  watches: [watchSelf(pods)],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const pod = context.lister.get<Pod>(pods, namespace, name);
    if (pod && !pod.spec.nodeName && pod.metadata.deletionTimestamp === undefined) schedule(pod, context);
    return undefined;
  },
};

function schedule(pod: Pod, context: ControllerContext): void {
  const { namespace = '', name } = pod.metadata;
  const node = context.lister.list<KubeObject>(nodes).find((candidate) => fits(pod, candidate));
  if (!node) {
    context.recordEvent({ regarding: regarding(pod), type: 'Warning', reason: 'FailedScheduling', message: whyNot(context) });
    return;
  }
  const binding: KubeObject = { apiVersion: 'v1', kind: 'Binding', metadata: { name }, target: { kind: 'Node', name: node.metadata.name } };
  context.client.request({ verb: 'create', ...pods, subresource: 'binding', namespace, name, body: binding });
  context.recordEvent({
    regarding: regarding(pod),
    type: 'Normal',
    reason: 'Scheduled',
    message: `Successfully assigned ${namespace}/${name} to ${node.metadata.name}`,
  });
}

function fits({ spec }: Pod, node: KubeObject): boolean {
  const labels = node.metadata.labels ?? {};
  return Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => labels[key] === value);
}

function whyNot({ lister }: ControllerContext): string {
  const count = lister.list(nodes).length;
  const reason = `${count} node(s) didn't match Pod's node affinity/selector`;
  return `0/${count} nodes are available: ${reason}. preemption: 0/${count} nodes are available: ${count} Preemption is not helpful for scheduling.`;
}
