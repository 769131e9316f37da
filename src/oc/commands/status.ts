import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { dotText } from '../status/dot.ts';
import { loadGraph } from '../status/load-graph.ts';
import { describeProjectStatus } from '../status/project-status.ts';

const projects = { group: 'project.openshift.io', version: 'v1', resource: 'projects' } as const;

/** `oc status` (oc pkg/cli/status/status.go). */
export const status = defineCommand({
  path: 'status',
  use: 'status [-o dot | --suggest ]',
  flags: { 'all-namespaces': boolean({ shorthand: 'A' }), output: string({ shorthand: 'o', values: ['dot'] }), suggest: boolean() },
  run({ args, flags, oc }) {
    if (args.length > 0) throw new UsageError('no arguments should be provided', { showHelpHint: true });
    const project = flags['all-namespaces'] ? undefined : findProject(oc);
    if (flags.output !== '' && flags.output !== 'dot') throw new OcError(`invalid output format provided: ${flags.output}`);
    if (flags.output !== '' && flags.suggest) throw new OcError('cannot provide suggestions when output format is dot');
    const namespace = project?.metadata.name;
    const loaded = loadGraph(oc.client, namespace);
    if (flags.output === 'dot') oc.out(dotText(loaded.graph, namespace ?? ''));
    else oc.out(describeProjectStatus(loaded, { project, server: oc.server, suggest: flags.suggest, now: oc.host.now() }));
  },
});

function findProject({ client, namespace }: OcContext): KubeObject {
  try {
    return client.get(projects, undefined, namespace);
  } catch (error) {
    if (!(error instanceof StatusError) || !['Forbidden', 'NotFound'].includes(error.status.reason ?? '')) throw error;
    throw new OcError(`you do not have rights to view project ${goQuote(namespace)} specified in your config or the project doesn't exist`);
  }
}
