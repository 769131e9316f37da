import type { KubeObject } from '../../../api/meta.ts';
import type { Container, PodSpec } from '../../../api/pod.ts';
import { annotationTriggers, type ObjectFieldTrigger } from './field-trigger.ts';
import type { TagRetriever } from './tag-retriever.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The object with the images that its annotation asks for; undefined where nothing changes, or where a trigger points nowhere. */
// library-go pkg/image/trigger UpdateObjectFromImages
export function withTriggeredImages(object: KubeObject, specPath: readonly string[], retrieve: TagRetriever): KubeObject | undefined {
  const triggers = annotationTriggers(object).filter(({ paused }) => !paused);
  const before = specPath.reduce<unknown>((value, field) => (value as Fields)[field], object) as PodSpec;
  let spec = before;
  for (const trigger of triggers) {
    const image = retrieve(trigger.from.namespace || (object.metadata.namespace ?? ''), trigger.from.name);
    if (image === undefined || !trigger.fieldPath.startsWith(`${specPath.join('.')}.`)) continue;
    const next = withImage(spec, trigger, specPath, image);
    if (!next) return undefined;
    spec = next;
  }
  return spec === before ? undefined : (replaced(object, specPath, spec) as KubeObject);
}

function withImage(spec: PodSpec, { fieldPath }: ObjectFieldTrigger, specPath: readonly string[], image: string): PodSpec | undefined {
  const match = /^(containers|initContainers)\[([^\]]*)\]\.image$/.exec(fieldPath.slice(specPath.join('.').length + 1));
  if (!match) return undefined;
  const list = match[1] as 'containers' | 'initContainers';
  const found = findContainer(spec, list, match[2] ?? '');
  if (!found) return undefined;
  if (found.container.image === image) return spec;
  const containers = (spec[found.list] ?? []).map((container) => (container === found.container ? { ...container, image } : container));
  return { ...spec, [found.list]: containers };
}

/** By number in its list, or by name in both. */
// library-go pkg/image/trigger findContainerBySelector
function findContainer(
  spec: PodSpec,
  list: 'containers' | 'initContainers',
  selector: string,
): { readonly list: 'containers' | 'initContainers'; readonly container: Container } | undefined {
  if (/^\d+$/.test(selector)) {
    const container = spec[list]?.[Number(selector)];
    return container && { list, container };
  }
  const name = /^\?\(@\.name=="(.*)"\)$/.exec(selector)?.[1];
  for (const place of ['initContainers', 'containers'] as const) {
    const container = spec[place]?.find((one) => one.name === name);
    if (container) return { list: place, container };
  }
  return undefined;
}

function replaced(value: unknown, [field, ...rest]: readonly string[], next: unknown): unknown {
  if (field === undefined) return next;
  const fields = value as Fields;
  return { ...fields, [field]: replaced(fields[field], rest, next) };
}
