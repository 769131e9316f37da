import type { Build, BuildRequest } from '../../api/build.ts';
import { qualifiedResource } from '../../api/resource.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, stringSlice } from '../flags.ts';
import { objectName } from '../printers/name.ts';
import { resourceFor } from '../resource-mapper.ts';

const builds = { group: 'build.openshift.io', version: 'v1', resource: 'builds' } as const;
const cancellable = ['new', 'pending', 'running'];

/** `oc cancel-build` (oc pkg/cli/cancelbuild/cancelbuild.go). */
export const cancelBuild = defineCommand({
  path: 'cancel-build',
  use: 'cancel-build (BUILD | BUILDCONFIG)',
  flags: { 'dump-logs': boolean(), restart: boolean(), state: stringSlice({ default: cancellable }) },
  arguments: ['name'],
  async run({ args, flags, oc }) {
    if (args.length === 0) throw new OcError('build or a buildconfig name is required');
    const names = args.flatMap((arg) => buildNames(oc, arg));
    if (flags.state.some((state) => state !== '' && !cancellable.includes(state))) {
      throw new OcError("invalid --state flag value, must be one of 'new', 'pending', or 'running'");
    }
    let failed = false;
    const report = (message: string) => {
      failed = true;
      oc.err(`error: ${message}\n`);
    };
    const found = names.map((name) => ({ name, build: oc.client.find<Build>(builds, oc.namespace, name) }));
    for (const { name, build } of found) if (!build) report(`build ${oc.namespace}/${name} not found`);
    const running = found.flatMap(({ build }) => (build && flags.state.includes(build.status.phase.toLowerCase()) ? [build] : []));
    for (const build of running) await cancel(oc, build, report);
    if (flags.restart) for (const build of running) restart(oc, build);
    if (failed) throw new OcError('failure during the build cancellation');
  },
});

/** One build, or all of a build config. */
function buildNames(oc: OcContext, arg: string): readonly string[] {
  const at = arg.indexOf('/');
  if (at < 0) return [arg];
  const resource = resourceFor(oc.discovery, arg.slice(0, at));
  const name = arg.slice(at + 1);
  if (resource.resource === 'builds') return [name.trim()];
  if (resource.resource !== 'buildconfigs') throw new OcError(`invalid resource provided: ${qualifiedResource(resource)}`);
  return oc.client.list(builds, oc.namespace, { labelSelector: `openshift.io/build-config.name=${name}` }).items.map(({ metadata }) => metadata.name);
}

const patience = 30_000;

async function cancel({ client, host, out }: OcContext, build: Build, report: (message: string) => void): Promise<void> {
  const { namespace, name } = build.metadata;
  try {
    await markCancelled({ client, host }, build);
  } catch (error) {
    return report(`build ${namespace}/${name} failed to update: ${(error as Error).message}`);
  }
  out(`${objectName(build)} marked for cancellation, waiting to be cancelled\n`);
  const until = host.now() + patience;
  while (client.find<Build>(builds, namespace, name)?.status.phase !== 'Cancelled') {
    if (host.now() >= until) return report(`build ${namespace}/${name} failed to cancel: timed out waiting for the condition`);
    await host.sleep(500);
  }
  out(`${objectName(build)} cancelled\n`);
}

/** Where somebody else changed the build meanwhile, it is read again. */
async function markCancelled({ client, host }: Pick<OcContext, 'client' | 'host'>, build: Build): Promise<void> {
  const until = host.now() + patience;
  for (let known = build; ; known = client.get<Build>(builds, build.metadata.namespace, build.metadata.name)) {
    try {
      client.update(builds, build.metadata.namespace, { ...known, status: { ...known.status, cancelled: true } });
      return;
    } catch (error) {
      if (!(error instanceof StatusError) || error.status.reason !== 'Conflict' || host.now() >= until) throw error;
    }
    await host.sleep(500);
  }
}

function restart({ client, out }: OcContext, build: Build): void {
  const { namespace, name } = build.metadata;
  const request = { apiVersion: 'build.openshift.io/v1', kind: 'BuildRequest', metadata: { name, namespace: namespace ?? '' } };
  client.create<BuildRequest>(builds, namespace, request, { name, subresource: 'clone' });
  out(`${objectName(build)} restarted\n`);
}
