import { StatusError } from '../../api/status.ts';
import type { DescribeContext } from './describer.ts';
import type { Pod } from './shapes.ts';

const pods = { group: '', version: 'v1', resource: 'pods' };

interface PodsOf {
  readonly namespace: string | undefined;
  /** A label selector. */
  readonly selector: string;
  /** Only pods that this object controls; every pod that matches where it is missing. */
  readonly controllerUid?: string | undefined;
}

/** `1 Running / 0 Waiting / 0 Succeeded / 0 Failed`, or why it cannot be told. */
// k8s.io/kubectl pkg/describe getPodStatusForController
export function podCounts({ namespace, selector, controllerUid }: PodsOf, { client }: DescribeContext): string {
  try {
    const listed = client.list<Pod>(pods, namespace, { labelSelector: selector }).items;
    const counted = controllerUid === undefined ? listed : listed.filter((pod) => controls(controllerUid, pod));
    const count = (phase: string) => counted.filter(({ status }) => status?.phase === phase).length;
    return `${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`;
  } catch (error) {
    if (error instanceof StatusError) return `error in fetching pods: ${error.message}`;
    throw error;
  }
}

const controls = (uid: string, { metadata }: Pod) => metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === uid) ?? false;
