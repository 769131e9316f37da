import type { Build, BuildConfig, BuildRequest } from '../../api/build.ts';
import type { KubeObject, ObjectMeta } from '../../api/meta.ts';
import { qualifiedResource } from '../../api/resource.ts';
import { StatusError } from '../../api/status.ts';
import { type BinaryInput, binaryInput, uploadBinary } from '../binary-build.ts';
import { warnAboutCommas } from '../comma-warning.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, string, stringArray } from '../flags.ts';
import { followLog, readLog, startedPod } from '../follow-log.ts';
import { goQuote } from '../go-quote.ts';
import { passTime } from '../pass-time.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { resourceFor } from '../resource-mapper.ts';
import { environmentChanges } from '../set-env/environment-changes.ts';
import { webhookAddress } from '../webhook-address.ts';

const builds = { group: 'build.openshift.io', version: 'v1', resource: 'builds' } as const;
const buildConfigs = { group: 'build.openshift.io', version: 'v1', resource: 'buildconfigs' } as const;

const startFlags = {
  ...printFlags,
  'build-arg': stringArray(),
  'build-loglevel': string(),
  commit: string(),
  env: stringArray({ shorthand: 'e' }),
  exclude: string({ default: '(^|/)\\.git(/|$)' }),
  follow: boolean({ shorthand: 'F' }),
  'from-archive': string(),
  'from-build': string(),
  'from-dir': string(),
  'from-file': string(),
  incremental: boolean(),
  'list-webhooks': string(),
  'no-cache': boolean(),
  wait: boolean({ shorthand: 'w' }),
} as const;

type StartBuild = Invocation<typeof startFlags>;

/** `oc start-build` (oc pkg/cli/startbuild/startbuild.go). */
export const startBuild = defineCommand({
  path: 'start-build',
  use: 'start-build (BUILDCONFIG | --from-build=BUILD)',
  flags: startFlags,
  arguments: ['name'],
  async run(invocation) {
    const { changed, flags, oc } = invocation;
    const binary = binaryInput(flags['from-dir'], flags['from-archive'], flags['from-file']);
    if (changed('exclude') && (!binary || binary.isFile)) throw new OcError('the --exclude flag is only supported with --from-dir');
    if (flags.output !== '' && flags.output !== 'name') throw new UsageError(`Unsupported output format: ${flags.output}`, { showHelpHint: true });
    const name = nameOf(invocation);
    warnAboutCommas(oc.err, flags.env, '--env');
    if (flags['list-webhooks'] !== '') return listWebhooks(oc, name, flags);
    const build = binary
      ? await startBinary(invocation, binary, name)
      : startOn(oc, name, requestFor(invocation, name), flags['from-build'] !== '' ? 'clone' : 'instantiate');
    await printResult(oc, build, 'started', flags);
    if (flags.follow) await followBuild(oc, build);
    if (flags.wait) await waitForBuild(oc, build);
  },
});

function nameOf({ args, flags, oc }: StartBuild): string {
  const [typed, ...more] = args;
  if (flags['from-build'] !== '') return flags['list-webhooks'] === '' ? flags['from-build'] : configOf(oc, flags['from-build']);
  if (typed === undefined || more.length > 0) {
    const said =
      'Must pass a name of a build config or specify build name with \'--from-build\' flag.\nUse "oc get buildconfig" to list all available build configs.';
    throw new UsageError(said, { showHelpHint: true });
  }
  const at = typed.indexOf('/');
  if (at < 0) return typed;
  const resource = resourceFor(oc.discovery, typed.slice(0, at));
  if (resource.resource === 'builds' && flags['list-webhooks'] !== '') return configOf(oc, typed.slice(at + 1));
  if (resource.resource === 'builds') throw new OcError('use --from-build to rerun your builds');
  if (resource.resource !== 'buildconfigs') throw new OcError(`invalid resource provided: ${qualifiedResource(resource)}`);
  return typed.slice(at + 1);
}

function configOf({ client, namespace }: OcContext, build: string): string {
  const { config } = client.get<Build>(builds, namespace, build).status;
  if (!config) throw new OcError(`the provided Build ${goQuote(build)} was not created from a BuildConfig and cannot have webhooks`);
  return config.name ?? '';
}

/** The addresses that start a build when they are called (RunListBuildWebHooks). */
function listWebhooks(oc: OcContext, name: string, { 'list-webhooks': kind }: StartBuild['flags']): void {
  if (!['all', 'generic', 'github'].includes(kind)) throw new OcError("--list-webhooks must be 'all', 'generic', or 'github'");
  const config = oc.client.get<BuildConfig>(buildConfigs, oc.namespace, name);
  for (const { type } of config.spec.triggers ?? []) {
    const address = webhookAddress(oc.server, config, type);
    if (address === undefined || (kind !== 'all' && kind !== type.toLowerCase())) continue;
    oc.out(`${kind === 'all' ? `${type} ` : ''}${address}\n`);
  }
}

function requestFor({ flags, oc, changed }: StartBuild, name: string): BuildRequest {
  const level = flags['build-loglevel'] === '' ? [] : [{ name: 'BUILD_LOGLEVEL', value: flags['build-loglevel'] }];
  const env = [...environmentChanges(flags.env, oc.host.stdin).set, ...level];
  const buildArgs = environmentChanges(flags['build-arg'], oc.host.stdin, [], 'build-arg').set;
  return {
    apiVersion: 'build.openshift.io/v1',
    kind: 'BuildRequest',
    metadata: { name, creationTimestamp: null },
    triggeredBy: [{ message: 'Manually triggered' }],
    ...(env.length > 0 && { env }),
    ...(flags.commit !== '' && { revision: { type: 'Git', git: { commit: flags.commit, author: {}, committer: {} } } }),
    dockerStrategyOptions: { ...(buildArgs.length > 0 && { buildArgs }), ...(changed('no-cache') && { noCache: flags['no-cache'] }) },
    sourceStrategyOptions: changed('incremental') ? { incremental: flags.incremental } : {},
  };
}

/** A build of what lies on this machine; much that other builds may be given is not for it. */
async function startBinary({ flags, oc }: StartBuild, input: BinaryInput, name: string): Promise<KubeObject> {
  const warn = (what: string) => oc.err(`WARNING: Specifying ${what} with binary builds is not supported.\n`);
  if (flags['build-loglevel'] !== '') warn('--build-loglevel');
  if (flags.env.length > 0) warn('environment variables');
  if (flags['build-arg'].length > 0) warn('build arguments');
  if (flags['from-build'] !== '') throw new OcError("cannot use '--from-build' flag with binary builds");
  oc.client.get<BuildConfig>(buildConfigs, oc.namespace, name);
  return startOn(oc, name, await uploadBinary(oc, input, name), 'instantiatebinary');
}

function startOn({ client, namespace }: OcContext, name: string, request: KubeObject, subresource: 'clone' | 'instantiate' | 'instantiatebinary'): KubeObject {
  try {
    return client.create<KubeObject>(subresource === 'clone' ? builds : buildConfigs, namespace, request, { name, subresource });
  } catch (error) {
    const { reason } = error instanceof StatusError ? error.status : {};
    if (reason !== 'AlreadyExists') throw error;
    throw new OcError(`${(error as Error).message}. Retry building BuildConfig "${name}" or delete the conflicting builds`);
  }
}

const patience = 60 * 60 * 1000;

/** Waits in virtual time until the build has come to its end (WaitForBuildComplete). */
async function waitForBuild(oc: OcContext, { metadata }: KubeObject): Promise<void> {
  const phase = await endOfBuild(oc, metadata);
  if (phase === undefined) throw new OcError('timed out waiting for the condition');
  if (phase !== 'Complete') throw new OcError(`the build ${metadata.namespace}/${metadata.name} status is ${goQuote(phase)}`);
}

/** The last phase of a build; undefined where it never ends. */
async function endOfBuild({ client, host }: OcContext, { namespace, name }: ObjectMeta): Promise<string | undefined> {
  const until = host.now() + patience;
  for (;;) {
    const phase = client.find<Build>(builds, namespace, name)?.status.phase ?? '';
    if (isFinal(phase)) return phase;
    if ((await passTime({ host }, until)) !== 'passed') return undefined;
  }
}

/** The log as it is written (streamBuildLogs). */
async function followBuild(oc: OcContext, { metadata }: KubeObject): Promise<void> {
  const { namespace, name } = metadata;
  try {
    const isOver = () => isFinal(oc.client.find<Build>(builds, namespace, name)?.status.phase);
    const pod = await startedPod(oc, namespace, `${name}-build`, isOver);
    if (!pod) throw new OcError('the build has not started');
    oc.out(readLog(oc, pod.metadata, {}));
    await followLog(oc, pod, {});
  } catch (error) {
    if (oc.host.signal?.aborted) throw error;
    oc.err(`Failed to stream the build logs - to view the logs, run oc logs build/${name}\nError: unable to stream the build logs\n`);
  }
}

const isFinal = (phase = '') => ['', 'Complete', 'Failed', 'Cancelled', 'Error'].includes(phase);
