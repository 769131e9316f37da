import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean } from '../flags.ts';
import { contextNamed, type Kubeconfig } from '../kubeconfig.ts';
import { confirmProjectAccess, displayName, isDenied, listProjects } from '../project-access.ts';
import { contextFor, defaultContextName } from '../project-context.ts';

/** `oc project` (oc pkg/cli/project/project.go). */
export const project = defineCommand({
  path: 'project',
  use: 'project [NAME]',
  flags: { short: boolean({ shorthand: 'q' }) },
  arguments: ['project'],
  examples: ['oc project myapp', 'oc project'],
  async run({ args, flags, oc }) {
    if (args.length > 1) throw new OcError('Only one argument is supported (project name or context name).');
    const [name] = args;
    if (name === undefined || name === '') return showProject(oc, flags.short);
    const context = contextNamed(oc.kubeconfig, name);
    if (context) return switchTo(oc, { ...oc.kubeconfig, 'current-context': name }, name, flags.short);
    checkMembership(oc, name);
    return switchTo(oc, contextFor(oc, name), name, flags.short);
  },
});

function showProject(oc: OcContext, isShort: boolean): void {
  const current = contextNamed(oc.kubeconfig, oc.contextName);
  const name = current?.namespace;
  if (!current || !name) {
    if (isShort) throw new OcError('no project has been set');
    oc.out('No project has been set. Pass a project name to make that the default.\n');
    return;
  }
  try {
    confirmProjectAccess(oc.client, name);
  } catch (error) {
    if (!isDenied(error)) throw error;
    throw new OcError(`you do not have rights to view project "${name}" specified in your config or the project doesn't exist`);
  }
  const from = oc.contextName === defaultContextName(current) ? '' : ` from context named "${oc.contextName}"`;
  oc.out(isShort ? `${name}\n` : `Using project "${name}"${from} on server "${oc.server}".\n`);
}

async function switchTo(oc: OcContext, next: Kubeconfig, argument: string, isShort: boolean): Promise<void> {
  const before = contextNamed(oc.kubeconfig, oc.contextName)?.namespace;
  await oc.saveKubeconfig(next);
  const current = next['current-context'];
  const context = contextNamed(next, current);
  const namespace = context?.namespace ?? '';
  if (isShort) return oc.out(`${namespace}\n`);
  const isGenerated = context !== undefined && current === defaultContextName(context);
  if (namespace === '') oc.out(`Now using context named "${current}" on server "${oc.server}".\n`);
  else if (before === namespace) oc.out(`Already on project "${namespace}" on server "${oc.server}".\n`);
  else if (argument === namespace && isGenerated) oc.out(`Now using project "${namespace}" on server "${oc.server}".\n`);
  else oc.out(`Now using project "${namespace}" from context named "${current}" on server "${oc.server}".\n`);
}

function checkMembership(oc: OcContext, name: string): void {
  try {
    confirmProjectAccess(oc.client, name);
  } catch (error) {
    if (!isDenied(error)) throw error;
    const start =
      error.status.reason === 'Forbidden' ? `You are not a member of project "${name}".` : `A project named "${name}" does not exist on "${oc.server}".`;
    throw new OcError(start + membership(oc));
  }
}

function membership(oc: OcContext): string {
  const mine = listProjects(oc.client);
  const [only] = mine;
  if (!only) return "\nYou are not a member of any projects. You can request a project to be created with the 'new-project' command.";
  if (mine.length === 1) return `\nYou have one project on this server: ${displayName(only)}`;
  return `\nYour projects are:${mine.map((each) => `\n* ${displayName(each)}`).join('')}`;
}
