import type { Build } from '../../api/build.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { labelText, selectorText } from '../describers/kubectl-metadata.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, int, string } from '../flags.ts';
import { followLog, readLog, startedPod } from '../follow-log.ts';
import { checkResourceName } from '../resource-arguments.ts';
import { resourceFor } from '../resource-mapper.ts';

/** `oc logs` (oc pkg/cli/logs/logs.go, kubectl pkg/cmd/logs). */
export const logs = defineCommand({
  path: 'logs',
  use: 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]',
  flags: {
    'all-containers': boolean(),
    container: string({ shorthand: 'c' }),
    follow: boolean({ shorthand: 'f' }),
    'limit-bytes': int(),
    previous: boolean({ shorthand: 'p' }),
    selector: string({ shorthand: 'l' }),
    tail: int({ default: -1 }),
    timestamps: boolean(),
    version: int(),
  },
  examples: ['oc logs -f pod/backend', 'oc logs -f deployment/nginx', 'oc logs -l name=web', 'oc logs pod/backend -c ruby-container'],
  arguments: ['resource', 'name'],
  async run({ args, flags, changed, oc }) {
    const pods = await chosenPods(oc, args, flags.selector, flags.version);
    const lines = changed('tail') ? flags.tail : flags.selector === '' ? -1 : 10;
    for (const pod of pods) {
      for (const container of containersOf(oc, pod, flags.container, flags['all-containers'])) {
        const query = {
          container,
          ...(lines >= 0 && { tailLines: String(lines) }),
          ...(flags['limit-bytes'] > 0 && { limitBytes: String(flags['limit-bytes']) }),
          ...(flags.previous && { previous: 'true' }),
          ...(flags.timestamps && { timestamps: 'true' }),
        };
        oc.out(readLog(oc, pod.metadata, query));
        if (flags.follow && !flags.previous) await followLog(oc, pod, query);
      }
    }
  },
});

const logsUsage = `expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
POD or TYPE/NAME is a required argument for the logs command`;

const podResource = { group: '', version: 'v1', resource: 'pods' } as const;
const builds = { group: 'build.openshift.io', version: 'v1', resource: 'builds' } as const;

async function chosenPods(oc: OcContext, args: readonly string[], selector: string, version: number): Promise<readonly Pod[]> {
  if (args.length === 0 && selector === '') throw new UsageError(logsUsage, { showHelpHint: true });
  if (args.length > 0 && selector !== '') throw new UsageError('only a selector (-l) or a POD name is allowed', { showHelpHint: true });
  if (args.length > 2) throw new UsageError(logsUsage, { showHelpHint: true });
  if (selector !== '') return listPods(oc, selector);
  const [argument = ''] = args;
  const [type, name = ''] = argument.includes('/') ? argument.split('/', 2) : ['pods', argument];
  const mapping = resourceFor(oc.discovery, type ?? '');
  const object = getObject(oc, mapping, name);
  return [(await buildPod(oc, object, version)) ?? podOf(oc, object, version)];
}

// cli-runtime words a failed lookup of a single object so
function getObject(oc: OcContext, mapping: ResourceInfo, name: string): KubeObject {
  checkResourceName(name);
  try {
    return oc.client.get(mapping, mapping.namespaced ? oc.namespace : undefined, name);
  } catch (error) {
    if (!(error instanceof StatusError) || error.status.reason !== 'NotFound') throw error;
    throw new OcError(`error: error from server (NotFound): ${error.message} in namespace ${JSON.stringify(oc.namespace)}`);
  }
}

interface Selecting extends KubeObject {
  readonly spec?: { readonly selector?: Readonly<Record<string, unknown>> };
  readonly status?: { readonly latestVersion?: number; readonly lastVersion?: number };
}

/** The pod of a build, which is waited for while the build has not begun (openshift-apiserver pkg/build/apiserver/registry/buildlog REST Get). */
async function buildPod(oc: OcContext, { kind, metadata, status }: Selecting, version: number): Promise<Pod | undefined> {
  if (kind !== 'Build' && kind !== 'BuildConfig') return undefined;
  const build = kind === 'Build' ? metadata.name : `${metadata.name}-${version || status?.lastVersion || 0}`;
  const hasBegun = () => !['New', 'Pending'].includes(oc.client.find<Build>(builds, metadata.namespace, build)?.status.phase ?? '');
  if (!hasBegun()) await startedPod(oc, metadata.namespace, `${build}-build`, hasBegun);
  return oc.client.get<Pod>(podResource, metadata.namespace, `${build}-build`);
}

/** The pod whose log an object stands for (kubectl pkg/polymorphichelpers logsForObject). */
function podOf(oc: OcContext, object: Selecting, version: number): Pod {
  const { kind, metadata, spec, status } = object;
  if (kind === 'Pod') return object as unknown as Pod;
  if (kind === 'DeploymentConfig') return firstPod(oc, `deployment=${metadata.name}-${version || status?.latestVersion || 0}`, kind);
  const selector = spec?.selector;
  if (!selector || !workloadKinds.has(kind)) throw new OcError(`cannot get the logs from *v1.${kind}: selector for *v1.${kind} not implemented`);
  return firstPod(oc, kind === 'ReplicationController' || kind === 'Service' ? labelText(selector as Record<string, string>) : selectorText(selector), kind);
}

const workloadKinds = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'Job', 'Service']);

const listPods = (oc: OcContext, labelSelector: string): readonly Pod[] => oc.client.list<Pod>(podResource, oc.namespace, { labelSelector }).items;

function firstPod(oc: OcContext, selector: string, kind: string): Pod {
  const pods = [...listPods(oc, selector)].sort(
    (a, b) => rank(a) - rank(b) || (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''),
  );
  const [pod, ...others] = pods;
  if (!pod) throw new OcError('timed out waiting for the condition');
  if (others.length > 0 && kind !== 'Job') oc.err(`Found ${pods.length} pods, using pod/${pod.metadata.name}\n`);
  return pod;
}

/** Pods that run come first (kubectl pkg/util/podutils ByLogging). */
const rank = ({ status }: Pod) => (status?.phase === 'Running' ? 0 : 1);

function containersOf(oc: OcContext, { metadata, spec }: Pod, wanted: string, all: boolean): readonly string[] {
  const names = [...(spec.initContainers ?? []), ...spec.containers].map(({ name }) => name);
  if (all) return names;
  if (wanted !== '') {
    if (!names.includes(wanted)) throw new OcError(`container ${wanted} is not valid for pod ${metadata.name}`);
    return [wanted];
  }
  // k8s.io/kubectl pkg/cmd/util/podcmd AllContainerNames
  const shown = [...spec.containers.map(({ name }) => name), ...(spec.initContainers ?? []).map(({ name }) => `${name} (init)`)];
  const preferred = metadata.annotations?.['kubectl.kubernetes.io/default-container'];
  const first = preferred !== undefined && names.includes(preferred) ? preferred : (spec.containers[0]?.name ?? '');
  if (names.length > 1 && first !== preferred) oc.err(`Defaulted container ${JSON.stringify(first)} out of: ${shown.join(', ')}\n`);
  return [first];
}
