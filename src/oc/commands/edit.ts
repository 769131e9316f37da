import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { notice } from '../notice.ts';
import { objectName } from '../printers/name.ts';
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
    for (const info of infos) {
      const next = await editObject(oc, info, typed['field-manager']);
      if (next) await printResult(oc, next, 'edited', typed);
      else oc.err('Edit cancelled, no changes made.\n');
    }
  },
});

const head = `# Please edit the object below. Lines beginning with a '#' will be ignored,
# and an empty file will abort the edit. If an error occurs while saving this file will be
# reopened with the relevant failures.
#
`;

/** Opens the object until what comes back is accepted, unchanged or given up on. */
async function editObject(oc: OcContext, { mapping, namespace, name, object }: ResourceObject, fieldManager: string): Promise<KubeObject | undefined> {
  const path = `/tmp/oc-edit-${oc.host.now()}.yaml`;
  const original = printYaml(object);
  let text = head + original;
  for (;;) {
    const edited = await openEditor(oc, path, text);
    const body = withoutComments(edited);
    if (body.trim() === '' || body === original) return undefined;
    if (edited === text && text !== head + original) throw new OcError('Edit cancelled, no valid changes were saved.');
    try {
      return oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patchFor(object, body), { fieldManager });
    } catch (error) {
      if (!(error instanceof StatusError) && !(error instanceof SyntaxError)) throw error;
      text = `${head}${complaint(object, error)}${body}`;
      oc.err(`${error instanceof StatusError ? `error: ${objectName(object).replace('/', ' "')}" is invalid` : `error: ${error.message}`}\n`);
    }
  }
}

async function openEditor(oc: OcContext, path: string, text: string): Promise<string> {
  await oc.host.files.makeDirectory('/tmp');
  await oc.host.files.write(path, text);
  await oc.host.edit?.(path);
  return oc.host.files.read(path);
}

function patchFor(object: KubeObject, body: string): unknown {
  return twoWayMergePatch(object, parseObject(body));
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

function complaint(object: KubeObject, error: Error): string {
  return `# ${objectName(object).replace('/', ' "')}" was not valid:\n# * ${error.message.replaceAll('\n', '\n# ')}\n#\n`;
}
