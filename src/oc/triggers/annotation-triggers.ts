import type { KubeObject, ObjectReference } from '../../api/meta.ts';
import { ChangeRefused } from '../set-objects.ts';
import { checkContainers, otherNamespace, refuseWebHooks } from './trigger-containers.ts';
import { type ImageChangeTrigger, noTriggers, type TriggerDefinition } from './trigger-definition.ts';

const triggersAnnotation = 'image.openshift.io/triggers';

/** One entry of the annotation (library-go image/trigger ObjectFieldTrigger). */
interface ObjectFieldTrigger {
  readonly from?: ObjectReference;
  readonly fieldPath?: string;
  readonly paused?: boolean;
}

interface PodSpec {
  readonly containers?: readonly { readonly name: string }[];
  readonly initContainers?: readonly { readonly name: string }[];
}

interface Workload extends KubeObject {
  readonly spec?: {
    readonly paused?: boolean;
    readonly template?: { readonly spec?: PodSpec };
    readonly jobTemplate?: { readonly spec?: { readonly template?: { readonly spec?: PodSpec } } };
  };
}

/** Triggers that a workload's annotation names; undefined where it is not readable (oc pkg/cli/set NewAnnotationTriggers). */
export function annotationTriggers(object: KubeObject): TriggerDefinition | undefined {
  const workload = object as Workload;
  const { annotations = {}, namespace } = workload.metadata;
  const configChange = !(workload.kind === 'Deployment' && workload.spec?.paused === true);
  const text = annotations?.[triggersAnnotation];
  const entries = text === undefined ? [] : parseEntries(text);
  if (!entries) return undefined;
  const imageChange = entries.flatMap(({ from, fieldPath = '', paused }): ImageChangeTrigger[] => {
    const container = containerAt(workload, fieldPath);
    if (container === undefined) return [];
    return [{ auto: !paused, names: [container], from: from?.name ?? '', namespace: otherNamespace(from?.namespace, namespace) }];
  });
  return { ...noTriggers, configChange, imageChange };
}

/** The workload with its annotation written anew; only a Deployment can be kept from following its config, by pausing it. */
export function withAnnotationTriggers(object: KubeObject, triggers: TriggerDefinition): KubeObject {
  const workload = object as Workload;
  refuseWebHooks(triggers, 'does');
  const { spec: podSpec, path } = podSpecOf(workload);
  const taken = new Set<string>();
  const entries = triggers.imageChange.flatMap((trigger) => {
    checkContainers(trigger, podSpec);
    const again = [...new Set(trigger.names)].filter((name) => taken.has(name)).sort();
    if (again.length > 0) throw new ChangeRefused(`only one trigger may reference each container: ${again.join(', ')}`);
    for (const name of trigger.names) taken.add(name);
    return trigger.names.map((name) => entryFor(trigger, `${path}.containers[?(@.name=="${name}")].image`, workload.metadata.namespace));
  });
  const annotations = { ...workload.metadata.annotations, [triggersAnnotation]: triggers.imageChange.length === 0 ? 'null' : JSON.stringify(entries) };
  const annotated = { ...workload, metadata: { ...workload.metadata, annotations } };
  return workload.kind === 'Deployment' ? withPaused(annotated, !triggers.configChange) : annotated;
}

function entryFor({ from, namespace, auto }: ImageChangeTrigger, fieldPath: string, own: string | undefined): ObjectFieldTrigger {
  const other = otherNamespace(namespace, own);
  return { from: { kind: 'ImageStreamTag', name: from, ...(other !== '' && { namespace: other }) }, fieldPath, ...(!auto && { paused: true }) };
}

function withPaused(workload: Workload, paused: boolean): Workload {
  const { paused: _, ...spec } = workload.spec ?? {};
  return { ...workload, spec: paused ? { ...spec, paused } : spec };
}

function parseEntries(text: string): readonly ObjectFieldTrigger[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed === null) return [];
    return Array.isArray(parsed) && parsed.every(isEntry) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(entry: unknown): entry is ObjectFieldTrigger {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return false;
  const { from, fieldPath, paused } = entry as Readonly<Record<string, unknown>>;
  return (
    (from === undefined || from === null || typeof from === 'object') &&
    (fieldPath === undefined || fieldPath === null || typeof fieldPath === 'string') &&
    (paused === undefined || paused === null || typeof paused === 'boolean')
  );
}

// library-go image/trigger ContainerForObjectFieldPath
const containerPath =
  /^(?<path>[a-zA-Z.]+)\.(?<list>containers|initContainers)\[(?:(?<index>\d+)|\?\(@\.name==["'](?<name>[a-z0-9][-a-z0-9]*)["']\))\]\.image$/;

function containerAt(workload: Workload, fieldPath: string): string | undefined {
  const groups = containerPath.exec(fieldPath)?.groups;
  const { spec, path } = podSpecOf(workload);
  if (!groups || groups.path !== path) return undefined;
  const containers = spec[groups.list as keyof PodSpec] ?? [];
  const { index, name } = groups;
  return (index === undefined ? containers.find((container) => container.name === name) : containers[Number(index)])?.name;
}

function podSpecOf({ kind, spec }: Workload): { readonly spec: PodSpec; readonly path: string } {
  if (kind === 'CronJob') return { spec: spec?.jobTemplate?.spec?.template?.spec ?? {}, path: 'spec.jobTemplate.spec.template.spec' };
  return { spec: spec?.template?.spec ?? {}, path: 'spec.template.spec' };
}
