import type { BuildConfig, BuildRequest, BuildTriggerCause, ImageChangeTrigger } from '../../../api/build.ts';
import type { ObjectReference } from '../../../api/meta.ts';
import type { TagRetriever } from './tag-retriever.ts';

/** The build that a BuildConfig's image change triggers ask for; undefined where no image is new. */
// openshift-controller-manager pkg/image/trigger/buildconfigs buildConfigReactor.ImageChanged
export function requestedBuild(config: BuildConfig, retrieve: TagRetriever): BuildRequest | undefined {
  const { name, namespace = '' } = config.metadata;
  const fired = new Map<string, { readonly from: ObjectReference; readonly latest: string }>();
  for (const { imageChange } of config.spec.triggers ?? []) {
    const from = imageChange && !imageChange.paused ? sourceOf(config, imageChange) : undefined;
    if (!imageChange || from?.kind !== 'ImageStreamTag') continue;
    const latest = retrieve(from.namespace || namespace, from.name ?? '');
    if (latest && latest !== lastTriggered(config, imageChange, from)) fired.set(`${from.namespace ?? ''}/${from.name}`, { from, latest });
  }
  const [first] = fired.values();
  if (!first) return undefined;
  const triggeredBy: readonly BuildTriggerCause[] = [...fired.values()].map(({ from, latest }) => ({
    message: 'Image change',
    imageChangeBuild: { imageID: latest, fromRef: from },
  }));
  return {
    apiVersion: 'build.openshift.io/v1',
    kind: 'BuildRequest',
    metadata: { name, namespace },
    triggeredByImage: { kind: 'DockerImage', name: first.latest },
    from: first.from,
    triggeredBy,
  };
}

/** The tag that a trigger watches: its own, or the one that the strategy builds from. */
function sourceOf({ spec }: BuildConfig, { from }: ImageChangeTrigger): ObjectReference | undefined {
  const { sourceStrategy, dockerStrategy, customStrategy } = spec.strategy;
  return from ?? (sourceStrategy ?? dockerStrategy ?? customStrategy)?.from;
}

function lastTriggered({ metadata, status }: BuildConfig, trigger: ImageChangeTrigger, from: ObjectReference): string | undefined {
  const namespaceOf = (namespace: string | undefined) => namespace || metadata.namespace;
  const known = status?.imageChangeTriggers?.find((one) => one.from?.name === from.name && namespaceOf(one.from?.namespace) === namespaceOf(from.namespace));
  return known?.lastTriggeredImageID || trigger.lastTriggeredImageID;
}
