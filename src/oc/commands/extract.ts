import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { findObjects, throwErrors } from '../resource-arguments.ts';

const flags = { confirm: boolean(), filename: stringSlice({ shorthand: 'f' }), keys: stringSlice(), to: string({ default: '.' }) } as const;

/** `oc extract` (oc pkg/cli/extract/extract.go). */
export const extract = defineCommand({
  path: 'extract',
  use: 'extract RESOURCE/NAME [--to=DIRECTORY] [--keys=KEY ...]',
  flags,
  arguments: ['resource'],
  examples: ['oc extract secret/quay-pull --to=-', 'oc extract configmap/nginx --to=/tmp'],
  async run({ args, flags: typed, oc }: Invocation<typeof flags>) {
    await checkDirectory(oc, typed.to, typed.confirm);
    const bare = args.find((arg) => !arg.includes('/'));
    if (bare !== undefined) throw new OcError(`invalid resource name ${JSON.stringify(bare)}: must be of the form <resource>/<name>`);
    const { infos, errors } = await findObjects(oc, { args, filenames: typed.filename });
    throwErrors(errors);
    let count = 0;
    for (const { mapping, name, object } of infos) {
      const contents = contentsOf(object);
      if (!contents) {
        oc.err(`warning: ${mapping.resource}/${name} does not support extraction\n`);
        continue;
      }
      count++;
      await extractAll(oc, contents, typed);
    }
    if (count === 0) throw new OcError('you must specify at least one resource to extract');
  },
});

async function checkDirectory(oc: OcContext, path: string, mayMake: boolean): Promise<void> {
  if (path === '-' || (await oc.host.files.exists(path))) return;
  if (!mayMake) throw new OcError(`use --confirm if you want to create target directory: stat ${path}: no such file or directory`);
  await oc.host.files.makeDirectory(path);
}

type Contents = Readonly<Record<string, string>>;

function contentsOf(object: KubeObject): Contents | undefined {
  const data = (object.data ?? {}) as Contents;
  if (object.kind === 'ConfigMap' && object.apiVersion === 'v1') return { ...data, ...decoded((object.binaryData ?? {}) as Contents) };
  return object.kind === 'Secret' && object.apiVersion === 'v1' ? decoded(data) : undefined;
}

const decoded = (data: Contents): Contents => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, fromBase64(value)]));

const fromBase64 = (text: string) => new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));

async function extractAll(oc: OcContext, contents: Contents, typed: Invocation<typeof flags>['flags']): Promise<void> {
  const failures: string[] = [];
  for (const [key, value] of Object.entries(contents)) {
    if (typed.keys.length > 0 && !typed.keys.includes(key)) continue;
    if (typed.to === '-') {
      oc.err(`# ${key}\n`);
      oc.out(value.endsWith('\n') ? value : `${value}\n`);
    } else if (!typed.confirm && (await oc.host.files.exists(joined(typed.to, key)))) failures.push(`error: ${key}: file exists, pass --confirm to overwrite`);
    else {
      await oc.host.files.write(joined(typed.to, key), value);
      oc.out(`${joined(typed.to, key)}\n`);
    }
  }
  if (failures.length > 0) throw new OcError(failures.join('\n'));
}

const joined = (folder: string, name: string) => (folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`);
