import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean } from '../flags.ts';
import { contextNamed } from '../kubeconfig.ts';
import { displayName, listProjects } from '../project-access.ts';
import { defaultContextName } from '../project-context.ts';

/** `oc projects` (oc pkg/cli/projects/projects.go). */
export const projects = defineCommand({
  path: 'projects',
  use: 'projects',
  flags: { short: boolean({ shorthand: 'q' }) },
  examples: ['oc projects'],
  run({ args, flags, oc }) {
    if (args.length > 0) throw new OcError('no arguments should be passed');
    const mine = listProjects(oc.client);
    oc.out(flags.short ? `${mine.map(({ metadata }) => metadata.name).join('\n')}\n` : listing(oc, mine));
  },
});

function listing(oc: OcContext, mine: readonly KubeObject[]): string {
  const [only] = mine;
  if (!only) return "You are not a member of any projects. You can request a project to be created with the 'new-project' command.\n";
  const current = contextNamed(oc.kubeconfig, oc.contextName);
  const isHere = mine.some(({ metadata }) => metadata.name === current?.namespace);
  const list =
    mine.length === 1
      ? `You have one project on this server: "${displayName(only)}".\n`
      : `You have access to the following projects and can switch between them with ' project <projectname>':\n${mine.map((each) => projectLine(each, current?.namespace, isHere)).join('')}\n`;
  if (!current || !isHere) return list;
  const from = oc.contextName === defaultContextName(current) ? '' : ` from context named "${oc.contextName}"`;
  return `${list}\nUsing project "${current.namespace}"${from} on server "${oc.server}".\n`;
}

function projectLine(project: KubeObject, current: string | undefined, isHere: boolean): string {
  const { name, annotations = {} } = project.metadata;
  const shown = annotations['openshift.io/display-name'] || annotations.displayName;
  const mark = !isHere ? '' : name === current ? '  * ' : '    ';
  return `\n${mark}${name}${shown && shown !== name ? ` - ${shown}` : ''}`;
}
