import type { KubeObject } from '../../api/meta.ts';

/** A trigger that writes the image of a stream's tag into a container. */
export interface ImageTrigger {
  readonly stream: string;
  readonly tag: string;
  readonly namespace: string | undefined;
  readonly containers: readonly string[];
  readonly isPaused: boolean;
}

const annotation = 'image.openshift.io/triggers';

// openshift-controller-manager pkg/image/trigger: the annotation on Kubernetes kinds, imageChangeParams on a DeploymentConfig
/** The image triggers of a workload; what cannot be read triggers nothing. */
export function imageTriggersOf(workload: KubeObject | undefined): readonly ImageTrigger[] {
  return [...configured(workload), ...annotated(workload)];
}

interface ConfigTrigger {
  readonly type: string;
  readonly imageChangeParams?: {
    readonly automatic?: boolean;
    readonly containerNames?: readonly string[];
    readonly from?: { readonly kind?: string; readonly name?: string; readonly namespace?: string };
  };
}

function configured(workload: KubeObject | undefined): readonly ImageTrigger[] {
  const triggers = (workload?.spec as { readonly triggers?: readonly ConfigTrigger[] } | undefined)?.triggers ?? [];
  return triggers.flatMap(({ imageChangeParams: change }) => {
    if (change?.from?.name === undefined) return [];
    return [toTrigger(change.from.name, change.from.namespace, change.containerNames ?? [], change.automatic !== true)];
  });
}

interface AnnotatedTrigger {
  readonly from?: { readonly name?: string; readonly namespace?: string };
  readonly fieldPath?: string;
  readonly paused?: boolean | string;
}

function annotated(workload: KubeObject | undefined): readonly ImageTrigger[] {
  try {
    const triggers: readonly AnnotatedTrigger[] = JSON.parse(workload?.metadata.annotations?.[annotation] ?? '[]');
    return triggers.flatMap(({ from, fieldPath = '', paused }) => {
      if (from?.name === undefined) return [];
      const container = containerOf(workload, fieldPath);
      return [toTrigger(from.name, from.namespace, container === undefined ? [] : [container], paused === true || paused === 'true')];
    });
  } catch {
    return []; // an annotation that is no JSON triggers nothing
  }
}

/** The container that a path names, or counts: `containers[0]` is the first one. */
function containerOf(workload: KubeObject | undefined, fieldPath: string): string | undefined {
  const counted = /\bcontainers\[(\d+)\]\.image$/.exec(fieldPath)?.[1];
  if (counted === undefined) return /@\.name==[\\'"]*([\w.-]+)/.exec(fieldPath)?.[1];
  const { template } = (workload?.spec ?? {}) as { readonly template?: { readonly spec?: { readonly containers?: readonly { readonly name: string }[] } } };
  return template?.spec?.containers?.[Number(counted)]?.name;
}

function toTrigger(name: string, namespace: string | undefined, containers: readonly string[], isPaused: boolean): ImageTrigger {
  const [stream = '', tag = 'latest'] = name.split(':');
  return { stream, tag, namespace, containers, isPaused };
}
