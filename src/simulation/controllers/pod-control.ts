import type { KubeObject } from '../../api/meta.ts';
import type { Pod, PodTemplateSpec } from '../../api/pod.ts';
import { StatusError } from '../../api/status.ts';
import type { ControllerContext } from './controller.ts';
import { controllerReference, regarding } from './owner-reference.ts';
import { pods } from './targets.ts';

/** Makes and removes pods on behalf of a workload, and writes the events about it. */
// kubernetes pkg/controller RealPodControl
export function createPod(context: ControllerContext, owner: KubeObject, template: PodTemplateSpec, fixedName?: string): Pod | StatusError {
  const { namespace = '', name } = owner.metadata;
  const { labels, annotations, finalizers } = template.metadata ?? {};
  const generated = fixedName === undefined && { generateName: `${name}-` };
  const pod: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: fixedName ?? '',
      ...generated,
      namespace,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
      ...(finalizers && { finalizers }),
      ownerReferences: [controllerReference(owner)],
    },
    spec: template.spec,
  };
  try {
    const created = context.client.create<Pod>(pods, namespace, pod);
    context.recordEvent({ regarding: regarding(owner), type: 'Normal', reason: 'SuccessfulCreate', message: `Created pod: ${created.metadata.name}` });
    return created;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    context.recordEvent({ regarding: regarding(owner), type: 'Warning', reason: 'FailedCreate', message: `Error creating: ${error.message}` });
    return error;
  }
}

/** Deletes a pod and notes it as an event of its owner (kubernetes pkg/controller RealPodControl DeletePod). */
export function deletePod(context: ControllerContext, owner: KubeObject, pod: Pod): void {
  const { namespace, name } = pod.metadata;
  deleteIfThere(context, pods, namespace, name);
  context.recordEvent({ regarding: regarding(owner), type: 'Normal', reason: 'SuccessfulDelete', message: `Deleted pod: ${name}` });
}

/** Deletes, and does not mind when somebody else was faster. */
export function deleteIfThere(
  { client }: ControllerContext,
  target: { readonly group: string; readonly version: string; readonly resource: string },
  namespace: string | undefined,
  name: string,
): void {
  try {
    client.delete(target, namespace, name);
  } catch (error) {
    if (!(error instanceof StatusError && error.status.reason === 'NotFound')) throw error;
  }
}
