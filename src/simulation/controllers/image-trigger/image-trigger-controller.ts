import type { KubeObject, ObjectReference } from '../../../api/meta.ts';
import { StatusError } from '../../../api/status.ts';
import { splitImageStreamTag } from '../../../imageutil/image-stream-tag-name.ts';
import type { Controller, Lister, Watch } from '../controller.ts';
import { imageStreams } from '../targets.ts';
import { tagRetriever } from './tag-retriever.ts';
import { type TriggerSource, triggerSources } from './trigger-sources.ts';

/** Puts the image of a tag into the workloads and builds that ask for it, when the tag moves and when they change. */
// openshift-controller-manager pkg/image/controller/trigger/image_trigger_controller.go
export const imageTriggerController: Controller = {
  name: 'openshift.io/image-trigger',
  user: 'system:serviceaccount:openshift-infra:image-trigger-controller',
  watches: [...triggerSources.map(watchSource), { resource: imageStreams, keys: ({ object }, lister) => triggeredBy(object, lister) }],
  reconcile(key, context) {
    const [index = '', namespace = '', name = ''] = key.split(' ');
    const source = triggerSources[Number(index)];
    const object = source && context.lister.get<KubeObject>(source.target, namespace, name);
    if (object && object.metadata.deletionTimestamp === undefined) react(source, object, context);
    return undefined;
  },
};

function react(source: TriggerSource, object: KubeObject, context: Parameters<Controller['reconcile']>[1]): void {
  try {
    source.imageChanged(object, tagRetriever(context.lister), context);
  } catch (error) {
    // what the server refuses is refused again until something changes, and then the object comes back here
    if (!(error instanceof StatusError)) throw error;
  }
}

const keyOf = (source: TriggerSource, { metadata }: KubeObject) => `${triggerSources.indexOf(source)} ${metadata.namespace} ${metadata.name}`;

function watchSource(source: TriggerSource): Watch {
  return { resource: source.target, keys: ({ type, object }) => (type === 'DELETED' || source.tagsOf(object).length === 0 ? [] : [keyOf(source, object)]) };
}

/** Objects with a trigger for any tag of the stream. */
function triggeredBy(stream: KubeObject, lister: Lister): readonly string[] {
  return triggerSources.flatMap((source) =>
    lister
      .list<KubeObject>(source.target)
      .filter((object) => source.tagsOf(object).some((tag) => isTagOf(stream, tag, object.metadata.namespace)))
      .map((object) => keyOf(source, object)),
  );
}

function isTagOf({ metadata }: KubeObject, { kind = 'ImageStreamTag', name = '', namespace }: ObjectReference, own: string | undefined): boolean {
  return kind === 'ImageStreamTag' && (namespace || own) === metadata.namespace && splitImageStreamTag(name).name === metadata.name;
}
