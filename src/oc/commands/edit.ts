import type { KubeObject } from '../../api/meta.ts';
import { qualifiedResource } from '../../api/resource.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError, SilentExit } from '../errors.ts';
import { boolean, type FlagValues, string, stringSlice } from '../flags.ts';
import { notice } from '../notice.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { printYaml } from '../printers/yaml.ts';
import { findObjects, type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { twoWayMergePatch } from '../strategic-diff.ts';
import { parseYaml } from '../yaml-documents.ts';

const flags = {
  ...printFlags,
  'field-manager': string({ default: 'kubectl-edit' }),
  filename: stringSlice({ shorthand: 'f' }),
  'output-patch': boolean(),
  recursive: boolean({ shorthand: 'R' }),
  'save-config': boolean(),
  selector: string({ shorthand: 'l' }),
  subresource: string(),
} as const;

/** `oc edit` (kubectl pkg/cmd/util/editor/editoptions.go): the host opens the editor. */
export const edit = defineCommand({
  path: 'edit',
  use: 'edit (RESOURCE/NAME | -f FILENAME)',
  flags,
  arguments: ['resource', 'name'],
  examples: ['oc edit imagestream/app', 'EDITOR=nano oc edit deployment/web'],
  async run({ args, flags: typed, oc }: Invocation<typeof flags>) {
    const { infos, errors } = await findObjects(oc, {
      args,
      filenames: typed.filename,
      recursive: typed.recursive,
      labelSelector: typed.selector,
      typeMeansAll: true,
    });
    throwErrors(errors);
    if (infos.length === 0) throw new OcError('edit cancelled, no objects found');
    if (!oc.host.edit) throw new OcError(notice(oc.host.texts, 'no-editor').trimEnd());
    await editObjects(oc, infos, typed);
  },
});

const head = `# Please edit the object below. Lines beginning with a '#' will be ignored,
# and an empty file will abort the edit. If an error occurs while saving this file will be
# reopened with the relevant failures.
#
`;

type EditFlags = FlagValues<typeof flags>;

/** Opens the objects, several as one list, until what comes back is accepted, unchanged or given up on (Run). */
async function editObjects(oc: OcContext, infos: readonly ResourceObject[], typed: EditFlags): Promise<void> {
  const path = `/tmp/oc-edit-${oc.host.now()}.yaml`;
  const [only] = infos;
  const original = printYaml(
    only && infos.length === 1 ? only.object : { apiVersion: 'v1', kind: 'List', metadata: {}, items: infos.map(({ object }) => object) },
  );
  let complaints = '';
  let body = original;
  for (;;) {
    const edited = withoutComments(await openEditor(oc, path, `${head}${complaints}${body}`));
    if (complaints !== '' && edited === body) throw preserved(oc, path, new OcError('Edit cancelled, no valid changes were saved.'));
    if (edited === original) return oc.err('Edit cancelled, no changes made.\n');
    if (edited.trim() === '') return oc.err('Edit cancelled, saved file was empty.\n');
    body = edited;
    complaints = await saveAll(oc, infos, edited, typed, path);
    if (complaints === '') return;
  }
}

/** Sends what was changed; gives the comments that tell what is wrong with it. */
async function saveAll(oc: OcContext, infos: readonly ResourceObject[], edited: string, typed: EditFlags, path: string): Promise<string> {
  let objects: readonly KubeObject[];
  try {
    const parsed = parseObject(edited);
    objects = (Array.isArray(parsed.items) ? parsed.items : [parsed]) as readonly KubeObject[];
  } catch (error) {
    return `# The edited file had a syntax error: ${(error as Error).message}\n#\n`;
  }
  const reasons: string[] = [];
  for (const object of objects) {
    const info = infos.find((each) => each.object.metadata.uid === object.metadata?.uid);
    if (!info) throw preserved(oc, path, new OcError('no original object found for the edited one'));
    const reason = await saveOne(oc, info, object, typed, path);
    if (reason !== '') reasons.push(reason);
  }
  return reasons.join('');
}

/** (visitToPatch) */
async function saveOne(oc: OcContext, info: ResourceObject, object: KubeObject, typed: EditFlags, path: string): Promise<string> {
  const { mapping, namespace, name, object: original } = info;
  const patch = twoWayMergePatch(original, object);
  if (Object.keys(patch as object).length === 0) {
    await printResult(oc, object, 'skipped', typed);
    return '';
  }
  const isMoved = object.apiVersion !== original.apiVersion || object.kind !== original.kind || object.metadata.name !== name;
  if (isMoved) throw preserved(oc, path, new OcError('At least one of apiVersion, kind and name was changed'));
  if (typed['output-patch']) oc.out(`Patch: ${JSON.stringify(patch)}\n`);
  try {
    const options = { fieldManager: typed['field-manager'] };
    await printResult(oc, oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, options), 'edited', typed);
    return '';
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return refusal(oc, `${qualifiedResource(mapping)} "${name}"`, error, path);
  }
}

/** What is invalid can be mended in the editor; the rest ends the edit (addError). */
function refusal(oc: OcContext, what: string, error: StatusError, path: string): string {
  const { reason, details } = error.status;
  if (reason === 'Invalid') {
    oc.err(`error: ${what} is invalid\n`);
    const causes = details?.causes ?? [];
    return `# ${what} was not valid:\n${causes.map(({ field, message }) => `# * ${field}: ${message}\n`).join('')}#\n`;
  }
  if (reason === 'NotFound') {
    oc.err(`error: ${what} could not be found on the server\nThe edits you made on deleted resources have been saved to "${path}"\n`);
  } else {
    oc.err(`error: ${what} could not be patched: ${error.message}\nYou can run \`oc replace -f ${path}\` to try this update again.\n`);
  }
  throw new SilentExit(1);
}

function preserved(oc: OcContext, path: string, error: Error): Error {
  oc.err(`A copy of your changes has been stored to "${path}"\n`);
  return error;
}

async function openEditor(oc: OcContext, path: string, text: string): Promise<string> {
  await oc.host.files.makeDirectory('/tmp');
  await oc.host.files.write(path, text);
  await oc.host.edit?.(path);
  return oc.host.files.read(path);
}

function parseObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parseYaml(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new SyntaxError(`error parsing edited-file: error converting YAML to JSON: ${(error as Error).message}`);
  }
  throw new SyntaxError('error parsing edited-file: an object was expected');
}

const withoutComments = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
