import type { ImageTag, NamedTagEventList, TagReference } from '../../../api/image.ts';
import { splitImageStreamImage, splitImageStreamTag } from '../../../imageutil/image-stream-tag-name.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { ago } from './relative-time.ts';

/** Columns of image tags: what was asked for, and what came of it. (openshift-apiserver image/printers printImageTag) */
export const imageTagTable: TableConvertor = {
  columns: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Spec', type: 'string', priority: 0 },
    { name: 'Status', type: 'string', priority: 0 },
    { name: 'History', type: 'integer', priority: 0 },
    { name: 'Updated', type: 'string', priority: 0 },
  ],
  cells(object, now) {
    const { metadata, spec, status } = object as ImageTag;
    const asked = describeSpec(spec);
    const count = status?.items?.length ?? 0;
    const seen = status ? describeStatus(asked, spec?.generation ?? 0, status) : asked;
    return [metadata.name, seen.kind, seen.problem || seen.source, count > 0 ? count : null, lastChange(status, now)];
  },
};

interface Described {
  readonly kind: string;
  readonly source: string;
  readonly problem: string;
}

function describeSpec(spec: TagReference | null): Described {
  if (!spec?.from) return { kind: '', source: '', problem: '' };
  const kind = spec.importPolicy.scheduled ? 'Scheduled' : spec.reference ? 'Ref' : 'Tag';
  const { kind: fromKind, namespace, name = '' } = spec.from;
  switch (fromKind) {
    case 'DockerImage':
      return { kind, source: name, problem: '' };
    case 'ImageStreamImage': {
      const { id, ok } = splitImageStreamImage(name);
      return ok ? { kind, source: `image/${id}`, problem: '' } : { kind, source: '', problem: 'InvalidRefName' };
    }
    case 'ImageStreamTag': {
      const source = namespace ? `istag ${namespace}/${name}` : `istag/${name}`;
      return { kind: splitImageStreamTag(name).ok ? kind : 'Track', source, problem: '' };
    }
    default:
      return { kind, source: '', problem: 'InvalidRefKind' };
  }
}

function describeStatus(asked: Described, generation: number, status: NamedTagEventList): Described {
  const failed = status.conditions?.findLast(({ type, status: value }) => type === 'ImportSuccess' && value === 'False');
  const problem = failed ? `ImportFailed (${failed.reason ?? ''})` : asked.problem;
  const newest = status.items?.[0];
  if (!newest) return { ...asked, problem };
  const isBehind = generation > 0 && newest.generation > 0 && newest.generation < generation;
  const isAhead = generation > 0 && newest.generation > generation;
  const source = isBehind ? asked.source : newest.image ? `image/${newest.image}` : newest.dockerImageReference || asked.source;
  const pushed = (source !== '' && asked.kind === '') || (asked.kind !== 'Track' && isAhead);
  return { kind: pushed ? 'Push' : asked.kind, source, problem: failed ? problem : isBehind ? 'Importing' : problem };
}

function lastChange(status: NamedTagEventList | null, now: number): string {
  const times = [status?.items?.[0]?.created ?? '', ...(status?.conditions ?? []).map(({ lastTransitionTime }) => lastTransitionTime)];
  const last = times.sort().at(-1);
  return last ? ago(last, now) : '';
}
