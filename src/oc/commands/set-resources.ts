import type { Container, PodSpec } from '../../api/pod.ts';
import { recordFlag } from '../change-cause.ts';
import { defineCommand } from '../command.ts';
import { containerPattern } from '../container-pattern.ts';
import { OcError } from '../errors.ts';
import { string } from '../flags.ts';
import { changePodSpecs, objectsToSet, setFlags } from '../set-pod-spec.ts';

type Quantities = Readonly<Record<string, string>>;

/** `oc set resources` (k8s.io/kubectl pkg/cmd/set/set_resources.go). */
export const setResources = defineCommand({
  path: 'set resources',
  use: 'resources (-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]',
  flags: { ...setFlags, record: recordFlag, containers: string({ shorthand: 'c', default: '*' }), limits: string(), requests: string() },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc, changeCause }) {
    const infos = await objectsToSet(oc, args, flags);
    if (flags.all && flags.selector !== '') throw new OcError('cannot set --all and --selector at the same time');
    if (flags.limits === '' && flags.requests === '')
      throw new OcError('you must specify an update to requests or limits (in the form of --requests/--limits)');
    const [limits, requests] = [quantities(flags.limits), quantities(flags.requests)];
    await changePodSpecs(oc, infos, flags, {
      changeCause,
      change: (spec, fail) => withResources(spec, flags.containers, limits, requests, fail),
      operation: 'resource requirements updated',
      failure: 'failed to patch resources update to pod template ',
    });
  },
});

/** `cpu=200m,memory=512Mi` as a map. */
function quantities(text: string): Quantities {
  const pairs = text === '' ? [] : text.split(',');
  return Object.fromEntries(
    pairs.map((pair): readonly [string, string] => {
      const [name = '', value, ...more] = pair.split('=');
      if (value === undefined || more.length > 0) throw new OcError(`Invalid argument syntax ${pair}, expected <resource>=<value>`);
      if (!/^[+-]?[0-9.]+(?:[eE][+-]?\d+|m|[kMGTPE]i?|Ki)?$/.test(value)) {
        throw new OcError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
      }
      return [name, value];
    }),
  );
}

function withResources(spec: PodSpec, selector: string, limits: Quantities, requests: Quantities, fail: (error: Error) => void): PodSpec {
  const pattern = containerPattern(selector);
  const change = (container: Container): Container => {
    if (!pattern.test(container.name)) return container;
    const before = (container.resources ?? {}) as { readonly limits?: Quantities; readonly requests?: Quantities };
    const merged = {
      ...before,
      ...(Object.keys(limits).length > 0 && { limits: { ...before.limits, ...limits } }),
      ...(Object.keys(requests).length > 0 && { requests: { ...before.requests, ...requests } }),
    };
    return { ...container, resources: merged };
  };
  const all = [...spec.containers, ...(spec.initContainers ?? [])];
  if (!all.some(({ name }) => pattern.test(name))) fail(new OcError(`error: unable to find container named ${selector}`));
  return { ...spec, containers: spec.containers.map(change), ...(spec.initContainers && { initContainers: spec.initContainers.map(change) }) };
}
