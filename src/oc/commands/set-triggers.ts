import { nameString, parseImageReference } from '../../imageutil/image-reference.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { dryRunFlag } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { printFlags } from '../printers/print-flags.ts';
import { alignTabs } from '../printers/tabwriter.ts';
import { findObjects, type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { ChangeRefused, changeObjects, localObjects, qualifiedName } from '../set-objects.ts';
import { triggersOf, withTriggers } from '../triggers/object-triggers.ts';
import { otherNamespace } from '../triggers/trigger-containers.ts';
import { type ImageChangeTrigger, noTriggers, type TriggerDefinition } from '../triggers/trigger-definition.ts';
import { newWebHookSecret } from '../triggers/webhook-secret.ts';

const flags = {
  ...printFlags,
  all: boolean(),
  auto: boolean(),
  containers: string({ shorthand: 'c' }),
  'dry-run': dryRunFlag,
  'field-manager': string({ default: 'kubectl-set' }),
  filename: stringSlice({ shorthand: 'f' }),
  'from-bitbucket': boolean(),
  'from-config': boolean(),
  'from-github': boolean(),
  'from-gitlab': boolean(),
  'from-image': string(),
  'from-webhook': boolean(),
  'from-webhook-allow-env': boolean(),
  local: boolean(),
  manual: boolean(),
  recursive: boolean({ shorthand: 'R' }),
  remove: boolean(),
  'remove-all': boolean(),
  selector: string({ shorthand: 'l' }),
} as const;

type SetTriggers = Invocation<typeof flags>;

/** `oc set triggers` (oc pkg/cli/set/triggers.go). */
export const setTriggers = defineCommand({
  path: 'set triggers',
  use: 'set triggers RESOURCE/NAME [--from-config|--from-image|--from-github|--from-webhook] [--auto|--manual]',
  flags,
  examples: [
    'oc set triggers dc/myapp',
    'oc set triggers dc/myapp --manual',
    'oc set triggers dc/myapp --auto',
    'oc set triggers bc/webapp --from-github',
    'oc set triggers bc/webapp --remove-all',
    'oc set triggers dc/myapp --from-config --remove',
    'oc set triggers bc/webapp --from-image=namespace1/image:latest',
    'oc set triggers statefulset/db --from-image=namespace1/image:latest -c main',
  ],
  arguments: ['resource', 'name'],
  async run(invocation) {
    const { args, flags: typed, oc } = invocation;
    const image = typed['from-image'] === '' ? undefined : parseFromImage(oc, typed['from-image']);
    const count = countTypes(invocation);
    const onlyShows = count === 0 && !typed.remove && !typed['remove-all'] && !typed.auto && !typed.manual;
    validate(typed, count);
    const query = { args, filenames: typed.filename, recursive: typed.recursive, labelSelector: typed.selector, all: typed.all };
    const { infos, errors, singleItemImplied } = await (typed.local ? localObjects(oc, typed.filename, typed.recursive) : findObjects(oc, query));
    throwErrors(errors);
    if (onlyShows) {
      oc.out(triggerTable(infos));
      return;
    }
    const supported = await changeObjects(oc, infos, {
      change: (info) => {
        const triggers = triggersOf(info.object);
        return triggers && withTriggers(info.object, changeTriggers(triggers, invocation, image));
      },
      operation: 'triggers updated',
      failure: 'failed to patch build hook',
      local: typed.local,
      flags: typed,
    });
    if (singleItemImplied && supported === 0) throw new OcError(`${infos[0] ? qualifiedName(infos[0]) : ''} does not support triggers`);
  },
});

interface FromImage {
  readonly from: string;
  readonly namespace: string;
}

function parseFromImage(oc: OcContext, text: string): FromImage {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new OcError(`the value of --from-image does not appear to be a valid reference to an image: ${parsed.error}`);
  const { registry, id, tag, namespace } = parsed.reference;
  if (registry !== '' || id !== '') throw new OcError('the value of --from-image must point to an image stream tag on this server');
  if (tag === '') throw new OcError('the value of --from-image must include the tag you wish to pull from');
  return { from: nameString(parsed.reference), namespace: otherNamespace(namespace, oc.namespace) };
}

const webHooks = {
  'from-webhook': 'generic',
  'from-webhook-allow-env': 'generic',
  'from-github': 'github',
  'from-gitlab': 'gitlab',
  'from-bitbucket': 'bitbucket',
} as const;
const webHookFlags = Object.keys(webHooks) as readonly (keyof typeof webHooks)[];

/** How many types of trigger the flags name. */
const countTypes = ({ flags: typed, changed }: SetTriggers) =>
  webHookFlags.filter((flag) => changed(flag)).length + (typed['from-config'] ? 1 : 0) + (typed['from-image'] === '' ? 0 : 1);

function validate({ auto, manual, remove, 'remove-all': removeAll }: SetTriggers['flags'], count: number): void {
  if (auto && manual) throw new OcError('you must specify at most one of --auto or --manual');
  if (remove && removeAll) throw new OcError('you must specify either --remove or --remove-all');
  if (removeAll && (count > 0 || auto || manual)) throw new OcError('--remove-all may not be used with any other flag');
  if (remove && count < 1) throw new OcError('--remove requires a flag defining a trigger type to be specified');
  if (count > 1) throw new OcError('you may only set one trigger type at a time');
}

// oc pkg/cli/set updateTriggers
function changeTriggers(triggers: TriggerDefinition, invocation: SetTriggers, image: FromImage | undefined): TriggerDefinition {
  const { auto, manual, remove, 'remove-all': removeAll } = invocation.flags;
  if (removeAll) return noTriggers;
  if (remove) return removeTriggers(triggers, invocation, image);
  if (countTypes(invocation) === 0 && (auto || manual)) {
    return { ...triggers, configChange: auto, imageChange: triggers.imageChange.map((trigger) => ({ ...trigger, auto })) };
  }
  return addTriggers(triggers, invocation, image);
}

function removeTriggers(triggers: TriggerDefinition, { flags: typed }: SetTriggers, image: FromImage | undefined): TriggerDefinition {
  const removed = Object.fromEntries(webHookFlags.filter((flag) => typed[flag]).map((flag) => [webHooks[flag], []]));
  return {
    ...triggers,
    ...removed,
    ...(typed['from-config'] && { configChange: false }),
    ...(image && { imageChange: triggers.imageChange.filter(({ from }) => from !== image.from) }),
  };
}

function addTriggers(triggers: TriggerDefinition, { flags: typed, oc }: SetTriggers, image: FromImage | undefined): TriggerDefinition {
  let next = typed['from-config'] ? { ...triggers, configChange: true } : triggers;
  if (image)
    next = {
      ...next,
      imageChange: withImage(next.imageChange, { ...image, auto: !typed.manual, names: typed.containers === '' ? [] : typed.containers.split(',') }),
    };
  for (const flag of webHookFlags.filter((each) => typed[each])) {
    const hook = { secret: newWebHookSecret(oc.host.now()), ...(flag === 'from-webhook-allow-env' && { allowEnv: true }) };
    next = { ...next, [webHooks[flag]]: [...next[webHooks[flag]], hook] };
  }
  return next;
}

function withImage(triggers: readonly ImageChangeTrigger[], wanted: ImageChangeTrigger): readonly ImageChangeTrigger[] {
  const isSame = ({ from, namespace }: ImageChangeTrigger) => from === wanted.from && namespace === wanted.namespace;
  const first = triggers.findIndex(isSame);
  return first < 0
    ? [...triggers, wanted]
    : triggers.map((trigger, index) => (index === first ? { ...trigger, auto: wanted.auto, names: wanted.names } : trigger));
}

/** NAME, TYPE, VALUE and AUTO of every trigger (oc pkg/cli/set printTriggers). */
function triggerTable(infos: readonly ResourceObject[]): string {
  const rows = infos.flatMap((info) => triggerRows(info).map((cells) => [qualifiedName(info), ...cells].join('\t')));
  return alignTabs(['NAME\tTYPE\tVALUE\tAUTO', ...rows].map((row) => `${row}\n`).join(''), { minWidth: 0, padding: 2 });
}

type Row = readonly [type: string, value: string, auto: string];

function triggerRows({ object }: ResourceObject): readonly Row[] {
  const triggers = triggersOf(object);
  const unknown: Row = ['<error>', '', 'false'];
  if (!triggers) return [unknown];
  const rows: Row[] = [
    ['config', '', String(triggers.configChange)],
    ...triggers.imageChange.map((trigger): Row => ['image', imageText(trigger), String(trigger.auto)]),
    ...triggers.generic.map(({ allowEnv }): Row => ['webhook', allowEnv ? '<secret>, allowenv' : '<secret>', '']),
    ...triggers.github.map((): Row => ['github', '<secret>', '']),
    ...triggers.gitlab.map((): Row => ['gitlab', '<secret>', '']),
    ...triggers.bitbucket.map((): Row => ['bitbucket', '<secret>', '']),
  ];
  return canBeWritten(object, triggers) ? rows : [...rows, unknown];
}

// Upstream writes the triggers back even to show them, and shows the failure
function canBeWritten(object: ResourceObject['object'], triggers: TriggerDefinition): boolean {
  try {
    withTriggers(object, triggers);
    return true;
  } catch (error) {
    if (error instanceof ChangeRefused) return false;
    throw error;
  }
}

function imageText({ namespace, from, names }: ImageChangeTrigger): string {
  const where = namespace === '' ? from : `${namespace}/${from}`;
  return names.length === 0 ? where : `${where} (${names.join(', ')})`;
}
