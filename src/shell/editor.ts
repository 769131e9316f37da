import { type CustomCommand, defineCommand } from 'just-bash';
import { shellNotices } from './notices.ts';
import type { CommandContext, Workstation } from './oc-command.ts';

const pageEditors = ['vi', 'vim', 'nvim', 'nano', 'emacs', 'ed', 'pico'];

/** Opens a file in `$KUBE_EDITOR`, `$OC_EDITOR` or `$EDITOR` where one is set, else in the page's editor; undefined where there is none. */
export function openEditor(
  workstation: Workstation,
  context: CommandContext,
  out: (text: string) => void = () => undefined,
): ((path: string) => Promise<void>) | undefined {
  const env = context.exportedEnv ?? Object.fromEntries(context.env);
  const program = env.KUBE_EDITOR ?? env.OC_EDITOR ?? env.EDITOR;
  if (program && !pageEditors.includes(program.trim())) return (path) => runEditor(program, path, context, out);
  return workstation.edit && ((path) => openPageEditor(workstation, context, path));
}

/** `vi FILE` and its like, where the page has an editor. */
export const editorCommands = (workstation: Workstation): readonly CustomCommand[] =>
  pageEditors.map((name) =>
    defineCommand(name, async (args, context) => {
      const file = args.find((arg) => !/^[-+]/.test(arg));
      if (!workstation.edit || file === undefined) return { stdout: '', stderr: `bash: ${name}: ${notAvailable(workstation)}\n`, exitCode: 127 };
      await openPageEditor(workstation, context, file);
      return { stdout: '', stderr: '', exitCode: 0 };
    }),
  );

const notAvailable = ({ texts }: Workstation) => shellNotices(texts.language).notAvailable;

async function runEditor(program: string, path: string, context: CommandContext, out: (text: string) => void): Promise<void> {
  const quoted = `'${path.replaceAll("'", "'\\''")}'`;
  const result = await context.exec?.(`${program} ${quoted}`, { cwd: context.cwd, env: { ...context.exportedEnv } });
  out(result?.stdout ?? '');
  if (result?.exitCode === 127) throw new Error(`unable to launch the editor ${JSON.stringify(program)}`);
  if (result && result.exitCode !== 0) throw new Error(`${result.stderr}there was a problem with the editor ${JSON.stringify(program)}`);
}

async function openPageEditor({ edit }: Workstation, { fs, cwd }: CommandContext, path: string): Promise<void> {
  const target = fs.resolvePath(cwd, path);
  const text = (await fs.exists(target)) ? await fs.readFile(target) : '';
  const edited = await edit?.(target, text);
  if (edited !== undefined && edited !== text) await fs.writeFile(target, edited);
}
