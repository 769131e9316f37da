import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, duration, string, stringArray, stringSlice } from '../flags.ts';
import { goPrint } from '../go-value.ts';
import { passTime } from '../pass-time.ts';
import { findResults } from '../printers/jsonpath/evaluate.ts';
import { parseJsonPath, relaxedJsonPath } from '../printers/jsonpath/parse.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { findObjects, isNotFound, type ResourceObject, throwErrors } from '../resource-arguments.ts';

const flags = {
  ...printFlags,
  all: boolean(),
  'all-namespaces': boolean({ shorthand: 'A' }),
  'field-selector': string(),
  filename: stringSlice({ shorthand: 'f' }),
  for: stringArray(),
  local: boolean(),
  recursive: boolean({ shorthand: 'R' }),
  selector: string({ shorthand: 'l' }),
  timeout: duration({ default: 30_000 }),
} as const;

/** What is waited for: does it hold for the object (undefined once it is gone)? */
interface WaitCondition {
  readonly met: (object: KubeObject | undefined) => boolean;
  readonly isDelete: boolean;
}

/** `oc wait` (kubectl pkg/cmd/wait/wait.go). */
export const wait = defineCommand({
  path: 'wait',
  use: "wait ([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
  flags,
  arguments: ['resource', 'name'],
  examples: [
    'oc wait --for=condition=Available deployment/web',
    "oc wait --for=jsonpath='{.status.phase}'=Running pod/web",
    'oc wait --for=delete pod/web --timeout=60s',
  ],
  async run({ args, flags: typed, oc }: Invocation<typeof flags>) {
    const condition = conditionOf(typed.for.at(-1) ?? '');
    const query = {
      args,
      filenames: typed.filename,
      recursive: typed.recursive,
      labelSelector: typed.selector,
      fieldSelector: typed['field-selector'],
      all: typed.all,
      allNamespaces: typed['all-namespaces'],
    };
    const { infos, errors } = await findObjects(oc, query);
    throwErrors(condition.isDelete ? errors.filter((error) => !isNotFound(error)) : errors);
    if (infos.length === 0 && !condition.isDelete) throw new OcError('no matching resources found');
    const until = oc.host.now() + (typed.timeout < 0 ? 604_800_000 : typed.timeout);
    const failures: unknown[] = [];
    for (const info of infos) {
      const last = await waitFor(oc, info, condition, until);
      if (last === undefined) failures.push(new OcError(`timed out waiting for the condition on ${info.mapping.resource}/${info.name}`));
      else await printResult(oc, last, 'condition met', typed);
    }
    throwErrors(failures);
  },
});

/** The object once the condition holds; undefined when time ran out. */
async function waitFor(oc: OcContext, info: ResourceObject, condition: WaitCondition, until: number): Promise<KubeObject | undefined> {
  let last = info.object;
  for (;;) {
    const now = oc.client.find(info.mapping, info.namespace, info.name);
    if (condition.met(now)) return now ?? last;
    last = now ?? last;
    if ((await passTime(oc, until)) === 'over') return undefined;
  }
}

function conditionOf(text: string): WaitCondition {
  const lower = text.toLowerCase();
  if (lower === 'delete') return { met: (object) => object === undefined, isDelete: true };
  if (lower === 'create') return { met: (object) => object !== undefined, isDelete: false };
  if (text.startsWith('condition=')) return statusCondition(text.slice('condition='.length));
  if (text.startsWith('jsonpath=')) return jsonPathCondition(text.slice('jsonpath='.length));
  throw new UsageError(`unrecognized condition: ${JSON.stringify(text)}`);
}

function statusCondition(text: string): WaitCondition {
  const [name = '', value = 'true'] = text.split('=');
  const met = (object: KubeObject | undefined) => {
    const status = object?.status as
      | { readonly conditions?: readonly { readonly type: string; readonly status: string }[]; readonly observedGeneration?: number }
      | undefined;
    const found = status?.conditions?.find(({ type }) => type.toLowerCase() === name.toLowerCase());
    const isCurrent = status?.observedGeneration === undefined || status.observedGeneration >= (object?.metadata.generation ?? 0);
    return isCurrent && found?.status.toLowerCase() === value.toLowerCase();
  };
  return { met, isDelete: false };
}

function jsonPathCondition(text: string): WaitCondition {
  const match = /^(['"]?)(\{?[^}=]*(?:==?[^}]*)?\}?|[^=]*)\1(?:=(.*))?$/.exec(text);
  if (!match || (match[2] ?? '') === '') throw new OcError('jsonpath expression cannot be empty');
  const path = parseJsonPath(relaxedJsonPath(match[2] ?? ''));
  const wanted = match[3]?.replace(/^['"]|['"]$/g, '');
  const met = (object: KubeObject | undefined) => {
    const [values = []] = object === undefined ? [] : findResults(path, object, true);
    return values.length > 0 && (wanted === undefined || goPrint(values[0]) === wanted);
  };
  return { met, isDelete: false };
}
