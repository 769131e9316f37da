import type { ReplicaSet } from '../../../api/apps.ts';
import type { Pod } from '../../../api/pod.ts';
import type { ControllerContext } from '../controller.ts';
import { isControlledBy } from '../owner-reference.ts';
import { isPodFinished } from '../pod-status.ts';
import { pods } from '../targets.ts';

/** Do pods of these ReplicaSets still run? One that is on its way out does. */
// kubernetes pkg/controller/deployment/recreate.go oldPodsRunning
export function haveRunningPods(oldSets: readonly ReplicaSet[], { lister }: ControllerContext): boolean {
  const namespace = oldSets[0]?.metadata.namespace;
  if (namespace === undefined) return false;
  return lister.list<Pod>(pods, namespace).some((pod) => !isPodFinished(pod) && oldSets.some((set) => isControlledBy(pod, set)));
}
