import type { ContainerStatus, Pod } from '../../api/pod.ts';
import { containerLog } from './container-log.ts';

const stages = ['pre', 'mid', 'post'] as const;

/** What a deployer tells of its work, with the words of the pods that its hooks ran in (openshift/oc pkg/cli/deployer). */
export function deployerLog(
  deployment: Pick<Pod['metadata'], 'namespace' | 'name'>,
  { state }: ContainerStatus,
  hookPod: (stage: string) => Pod | undefined,
): string {
  const hooks = new Map(stages.map((stage) => [stage, hookPod(stage)]));
  const [pre, mid, post] = stages.map((stage) => hookLog(stage, hooks.get(stage)));
  const hasFailed = (state.terminated?.exitCode ?? 0) !== 0;
  const failed = hasFailed ? stages.find((stage) => hooks.get(stage)?.status?.phase === 'Failed') : undefined;
  const isHeldUp = failed === 'pre' || ['Pending', 'Running'].includes(hooks.get('pre')?.status?.phase ?? '');
  const scaled = isHeldUp ? '' : `--> Scaling ${deployment.name} up\n`;
  const why = failed && `error: ${failed} hook failed: the ${failed} hook failed: , aborting rollout of ${deployment.namespace}/${deployment.name}\n`;
  return `${pre}${scaled}${mid}${post}${why ?? ''}${state.terminated?.exitCode === 0 ? '--> Success\n' : ''}`;
}

function hookLog(stage: string, pod: Pod | undefined): string {
  if (!pod) return '';
  const [status] = pod.status?.containerStatuses ?? [];
  const said = status?.containerID === undefined ? '' : containerLog(pod, status.name, status);
  const retries = Array.from({ length: status?.restartCount ?? 0 }, (_, index) => `--> ${stage}: Retrying hook pod (retry #${index + 1})\n`).join('');
  const phase = pod.status?.phase;
  const end = phase === 'Succeeded' ? `--> ${stage}: Success\n` : phase === 'Failed' ? `--> ${stage}: Failed\n` : '';
  return `--> ${stage}: Running hook pod ...\n${retries}${said}${end}`;
}
