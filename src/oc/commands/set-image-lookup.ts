import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { dryRunFlag } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { printFlags } from '../printers/print-flags.ts';
import { alignTabs } from '../printers/tabwriter.ts';
import { type FoundObjects, findObjects, type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { changeObjects, localObjects, qualifiedName } from '../set-objects.ts';

const resolveNames = 'alpha.image.policy.openshift.io/resolve-names';

/** `oc set image-lookup` (oc pkg/cli/set/imagelookup.go). */
export const setImageLookup = defineCommand({
  path: 'set image-lookup',
  use: 'set image-lookup STREAMNAME [...]',
  flags: {
    ...printFlags,
    all: boolean(),
    'dry-run': dryRunFlag,
    enabled: boolean({ default: true }),
    'field-manager': string({ default: 'kubectl-set' }),
    filename: stringSlice({ shorthand: 'f' }),
    list: boolean(),
    local: boolean(),
    recursive: boolean({ shorthand: 'R' }),
    selector: string({ shorthand: 'l' }),
  },
  examples: [
    'oc set image-lookup',
    'oc set image-lookup mysql',
    'oc set image-lookup deploy/mysql',
    'oc set image-lookup deploy/mysql --list',
    'oc set image-lookup mysql --enabled=false',
    'oc set image-lookup --all',
  ],
  arguments: ['imagestream'],
  async run({ args, flags, oc }) {
    if (flags.local && args.length > 0) throw new OcError('pass files with -f when using --local');
    const { infos, errors } = await chooseObjects(oc, args, flags);
    throwErrors(errors);
    if (flags.list || (flags.output === '' && args.length === 0 && !flags.all && !flags.local)) {
      oc.out(alignTabs(['NAME\tLOCAL\n', ...infos.map((info) => `${shownName(info)}\t${isEnabled(info.object)}\n`)].join(''), { minWidth: 0, padding: 2 }));
      return;
    }
    await changeObjects(oc, infos, {
      change: ({ object }) => withLookup(object, flags.enabled),
      operation: 'image lookup updated',
      failure: 'failed to patch image lookup',
      local: flags.local,
      flags,
    });
  },
});

interface Choice {
  readonly all: boolean;
  readonly list: boolean;
  readonly local: boolean;
  readonly selector: string;
  readonly filename: readonly string[];
  readonly recursive: boolean;
}

async function chooseObjects(oc: OcContext, args: readonly string[], { all, list, local, selector, filename, recursive }: Choice): Promise<FoundObjects> {
  if (local) return localObjects(oc, filename, recursive);
  if (filename.length > 0) return findObjects(oc, { args, filenames: filename, recursive });
  if (args.length === 0) {
    if (selector !== '') throw new OcError("setting 'all' parameter but found a non empty selector. ");
    return findObjects(oc, { args: ['imagestreams'], all: true, typeMeansAll: true });
  }
  if ((all || selector !== '') && !list) throw new OcError('selectors and the all flag cannot be used when passing resource/name arguments');
  if (list) return findObjects(oc, { args, labelSelector: selector, all, typeMeansAll: true });
  return findObjects(oc, { args: args.map((arg) => (arg.includes('/') ? arg : `imagestreams/${arg}`)) });
}

const shownName = (info: ResourceObject) => (isImageStream(info.object) ? info.name : qualifiedName(info));

const isImageStream = ({ kind, apiVersion }: KubeObject) => kind === 'ImageStream' && apiVersion.startsWith('image.openshift.io/');

interface WithTemplate extends KubeObject {
  readonly spec?: {
    readonly lookupPolicy?: { readonly local?: boolean };
    readonly template?: { readonly metadata?: { readonly annotations?: Annotations } };
  };
}

type Annotations = Readonly<Record<string, string>>;

function isEnabled(object: WithTemplate): boolean {
  if (isImageStream(object)) return object.spec?.lookupPolicy?.local === true;
  return object.spec?.template?.metadata?.annotations?.[resolveNames] === '*' || object.metadata.annotations?.[resolveNames] === '*';
}

/** An image stream's own setting; of other kinds the annotation on the pod template, or on the object where it has none. */
function withLookup(object: WithTemplate, enabled: boolean): KubeObject {
  const { spec, metadata } = object;
  if (isImageStream(object)) return { ...object, spec: { ...spec, lookupPolicy: { local: enabled } } };
  const template = spec?.template;
  if (!template) return { ...object, metadata: { ...metadata, annotations: annotate(metadata.annotations, enabled) } };
  const annotated = { ...template, metadata: { ...template.metadata, annotations: annotate(template.metadata?.annotations, enabled) } };
  return { ...object, spec: { ...spec, template: annotated } };
}

function annotate(annotations: Annotations | undefined, enabled: boolean): Annotations | undefined {
  const { [resolveNames]: _, ...others } = annotations ?? {};
  if (enabled) return { ...others, [resolveNames]: '*' };
  return annotations && others;
}
