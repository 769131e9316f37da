import type { Build, BuildPhase, BuildStatus } from '../../../api/build.ts';
import type { ImageStream } from '../../../api/image.ts';
import type { Condition } from '../../../api/meta.ts';
import type { Pod } from '../../../api/pod.ts';
import { StatusError } from '../../../api/status.ts';
import { splitImageStreamTag } from '../../../imageutil/image-stream-tag-name.ts';
import { timestamp } from '../../clock.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { controllerReference, regarding, splitKey, watchOwned, watchSelf } from '../owner-reference.ts';
import { deleteIfThere } from '../pod-control.ts';
import { builds, imageStreams, pods } from '../targets.ts';

/** The image with the programs that deploy and build, as the release names it. */
const builderImage = 'quay.io/openshift-release-dev/ocp-v4.0-art-dev@sha256:5c45c8ee5ce5d0f1c4d9ec7a3e5f7a7b0a1b9a5a6fd2e6a1f4d9c59a1d2a2b61';
export const buildLabel = 'openshift.io/build.name';

/** Runs a pod for each build, one after the other where the run policy says so, and notes how it ends. */
// openshift-controller-manager pkg/build/controller/build/build_controller.go handleBuild
export const buildController: Controller = {
  name: 'build-controller',
  user: 'system:serviceaccount:openshift-infra:build-controller',
  watches: [
    watchSelf(builds),
    watchOwned(pods, 'Build'),
    { resource: builds, keys: ({ object }, lister) => waitingBehind(object as Build, lister.list<Build>(builds, object.metadata.namespace)) },
    { resource: imageStreams, keys: ({ object }, lister) => lister.list<Build>(builds, object.metadata.namespace).filter(isNew).map(keyOf) },
  ],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const build = context.lister.get<Build>(builds, namespace, name);
    if (build && build.metadata.deletionTimestamp === undefined && !isOver(build)) handle(build, context);
    return undefined;
  },
};

const keyOf = ({ metadata }: Build) => `${metadata.namespace}/${metadata.name}`;
const isNew = ({ status }: Build) => status.phase === 'New';
const isOver = ({ status }: Build) => ['Complete', 'Failed', 'Error', 'Cancelled'].includes(status.phase);
const configOf = ({ status }: Build) => status.config?.name;

/** Builds of the same BuildConfig that have not begun. */
const waitingBehind = (build: Build, all: readonly Build[]) => all.filter((other) => isNew(other) && configOf(other) === configOf(build)).map(keyOf);

const podName = (build: Build) => `${build.metadata.name}-build`;

function handle(build: Build, context: ControllerContext): void {
  const { namespace } = build.metadata;
  const pod = context.lister.get<Pod>(pods, namespace, podName(build));
  if (build.status.cancelled) {
    if (pod) deleteIfThere(context, pods, namespace, pod.metadata.name);
    setPhase(build, 'Cancelled', { reason: 'CancelledBuild', message: 'The build was cancelled by the user.' }, context);
  } else if (!isNew(build)) follow(build, pod, context);
  else if (!isBehind(build, context)) start(build, context);
}

/** Serial builds wait for those before them. */
function isBehind(build: Build, { lister }: ControllerContext): boolean {
  if (build.metadata.labels?.['openshift.io/build.start-policy'] === 'Parallel') return false;
  const number = numberOf(build);
  const others = lister.list<Build>(builds, build.metadata.namespace).filter((other) => configOf(other) !== undefined && configOf(other) === configOf(build));
  return others.some((other) => !isOver(other) && numberOf(other) < number);
}

const numberOf = ({ metadata }: Build) => Number(metadata.annotations?.['openshift.io/build.number'] ?? 0);

function start(build: Build, context: ControllerContext): void {
  const reference = outputReference(build, context);
  if (reference === undefined) {
    const unresolved = { reason: 'InvalidOutputReference', message: 'Output image could not be resolved.' };
    if (build.status.reason !== unresolved.reason) setPhase(build, 'New', unresolved, context);
    return;
  }
  try {
    context.client.create<Pod>(pods, build.metadata.namespace, podOf(build));
    const { reason: _, message: __, ...status } = build.status;
    setPhase({ ...build, status }, 'Pending', reference === '' ? {} : { outputDockerImageReference: reference }, context);
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    setPhase(build, 'New', { reason: 'CannotCreateBuildPod', message: 'Failed creating build pod.' }, context);
  }
}

/** Where the image will go; '' where nowhere, undefined where the image stream is not there. */
function outputReference({ metadata, spec }: Build, { lister }: ControllerContext): string | undefined {
  const to = spec.output?.to;
  if (!to) return '';
  if (to.kind === 'DockerImage') return to.name ?? '';
  const { name, tag } = splitImageStreamTag(to.name ?? '');
  const stream = lister.get<ImageStream>(imageStreams, to.namespace || metadata.namespace, name);
  const repository = stream?.status.dockerImageRepository;
  return repository ? `${repository}:${tag}` : undefined;
}

function podOf(build: Build): Pod {
  const { namespace = '', name } = build.metadata;
  const kind = build.spec.strategy.dockerStrategy ? 'docker-build' : build.spec.strategy.customStrategy ? 'custom-build' : 'sti-build';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: podName(build),
      namespace,
      annotations: { [buildLabel]: name },
      labels: { [buildLabel]: name },
      ownerReferences: [controllerReference(build)],
    },
    spec: {
      containers: [{ env: [{ name: 'BUILD', value: JSON.stringify(build) }], image: builderImage, imagePullPolicy: 'IfNotPresent', name: kind }],
      restartPolicy: 'Never',
      serviceAccountName: build.spec.serviceAccount ?? 'builder',
    },
  };
}

function follow(build: Build, pod: Pod | undefined, context: ControllerContext): void {
  const now = timestamp(context.clock.now());
  const phase = pod?.status?.phase;
  if (!pod)
    setPhase(
      build,
      'Error',
      { reason: 'BuildPodDeleted', message: 'The pod for this build was deleted before the build completed.', completionTimestamp: now },
      context,
    );
  else if (phase === 'Succeeded') finish(build, 'Complete', pod, context);
  else if (phase === 'Failed')
    finish(build, 'Failed', pod, context, { reason: 'GenericBuildFailed', message: 'Generic Build failure - check logs for details.' });
  else if (phase === 'Running' && build.status.phase === 'Pending') {
    setPhase(build, 'Running', { startTimestamp: pod.status?.startTime ?? now }, context);
    context.recordEvent({ regarding: regarding(build), type: 'Normal', reason: 'BuildStarted', message: `Build ${keyOf(build)} is now running` });
  }
}

function finish(build: Build, phase: 'Complete' | 'Failed', pod: Pod, context: ControllerContext, more: Partial<BuildStatus> = {}): void {
  const now = context.clock.now();
  const startTimestamp = build.status.startTimestamp ?? pod.status?.startTime ?? timestamp(now);
  const duration = (now - Date.parse(startTimestamp)) * 1_000_000;
  setPhase(build, phase, { ...more, startTimestamp, completionTimestamp: timestamp(now), duration }, context);
  const message = phase === 'Complete' ? `Build ${keyOf(build)} completed successfully` : `Build ${keyOf(build)} failed`;
  context.recordEvent({ regarding: regarding(build), type: 'Normal', reason: phase === 'Complete' ? 'BuildCompleted' : 'BuildFailed', message });
}

function setPhase(build: Build, phase: BuildPhase, more: Partial<BuildStatus>, { client, clock }: ControllerContext): void {
  const status = { ...build.status, ...more, phase, conditions: conditionsOf(build, phase, more, timestamp(clock.now())) };
  client.update<Build>(builds, build.metadata.namespace, { ...build, status });
}

/** One condition a phase; the present one is true. */
function conditionsOf({ status }: Build, phase: BuildPhase, { reason, message }: Partial<BuildStatus>, time: string): readonly Condition[] {
  const others = (status.conditions ?? []).filter(({ type }) => type !== phase);
  const ended = others.map((condition) =>
    condition.status === 'True' ? ({ ...condition, lastTransitionTime: time, lastUpdateTime: time, status: 'False' } as const) : condition,
  );
  return [...ended, { lastTransitionTime: time, lastUpdateTime: time, ...(message && { message }), ...(reason && { reason }), status: 'True', type: phase }];
}
