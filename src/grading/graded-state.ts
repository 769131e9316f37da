import type { KubeObject } from '../api/meta.ts';
import type { Evidence } from './evidence.ts';
import type { Exercise } from './exercise.ts';
import { namespaceOf } from './subject.ts';

/** What two runs of the same way differ in, and what controllers count. */
const passing = new Set(['generation', 'status', 'lastTriggeredImage', 'openshift.io/image.dockerRepositoryCheck', 'deployment.kubernetes.io/revision']);
const stamps = new Set([
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'managedFields',
  'kubectl.kubernetes.io/last-applied-configuration',
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
]);

/** The objects that the goals are about, as a text to compare: without what differs from run to run, and without what controllers made of them. */
export function gradedState(exercise: Exercise, evidence: Evidence): string {
  const subjects = exercise.goals.flatMap(({ about }) => about);
  const objects = subjects.flatMap(({ name, ...resource }) =>
    evidence.state
      .list(resource, namespaceOf(resource, evidence.project))
      .filter(({ metadata }) => (name === undefined || metadata.name === name) && !metadata.ownerReferences?.some(({ controller }) => controller))
      .map((object) => `${resource.resource} ${object.metadata.name} ${JSON.stringify(plain(object))} ${settled(object)}`),
  );
  return [...new Set(objects)].sort().join('\n');
}

/** The volume with a pod's token, whose name the server makes up. */
const madeUp = /^(kube-api-access)-\w{5}$/;

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(madeUp, '$1');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !passing.has(key) && !stamps.has(key));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]));
}

/** Of the status, what is graded: which image each tag has, and whether pods are there. */
function settled({ status }: KubeObject): string {
  const { tags, availableReplicas } = (status ?? {}) as {
    readonly tags?: readonly { readonly tag: string; readonly items?: readonly { readonly image: string }[] | null }[];
    readonly availableReplicas?: number;
  };
  return JSON.stringify([(tags ?? []).map(({ tag, items }) => [tag, items?.[0]?.image]).sort(), availableReplicas ?? 0]);
}
