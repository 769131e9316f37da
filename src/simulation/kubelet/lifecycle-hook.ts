import type { DeploymentConfig, ReplicationController } from '../../api/apps.ts';
import type { EnvVar, Pod, PodTemplateSpec } from '../../api/pod.ts';
import { StatusError } from '../../api/status.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { deployerPodForLabel, deploymentAnnotation, hookPodName, hookTypeLabel } from '../controllers/deployment-config/deployment-annotations.ts';
import { pods } from '../controllers/targets.ts';
import type { ProcessState } from './process.ts';

type HookStage = 'pre' | 'mid' | 'post';

/** What is to run before, amidst or after a rollout (openshift/api apps/v1 LifecycleHook). */
interface LifecycleHook {
  readonly failurePolicy?: 'Abort' | 'Retry' | 'Ignore';
  readonly execNewPod?: {
    readonly command?: readonly string[];
    readonly env?: readonly EnvVar[];
    readonly containerName: string;
    readonly volumes?: readonly string[];
  };
}

/** Runs the hook of a stage in a pod of its own; undefined where there is none, or when it is through (openshift/oc pkg/cli/deployer/strategy/support/lifecycle.go Execute). */
export function runHook(stage: HookStage, config: DeploymentConfig, to: ReplicationController, context: ControllerContext): ProcessState | undefined {
  const hook = hookOf(stage, config);
  if (!hook?.execNewPod) return undefined;
  const { namespace, name } = to.metadata;
  const pod = context.lister.get<Pod>(pods, namespace, hookPodName(name, stage)) ?? createHookPod(stage, hook, config, to, context);
  const phase = pod?.status?.phase ?? (pod ? 'Pending' : 'Failed');
  if (phase === 'Pending' || phase === 'Running') return { running: true };
  return phase === 'Succeeded' || hook.failurePolicy === 'Ignore' ? undefined : { exitCode: 1 };
}

function hookOf(stage: HookStage, { spec }: DeploymentConfig): LifecycleHook | undefined {
  const { strategy } = spec;
  const params = strategy?.type === 'Recreate' ? strategy.recreateParams : strategy?.rollingParams;
  return params?.[stage] as LifecycleHook | undefined;
}

function createHookPod(
  stage: HookStage,
  hook: LifecycleHook,
  config: DeploymentConfig,
  { metadata: { namespace, name }, spec: { template } }: ReplicationController,
  { client }: ControllerContext,
): Pod | undefined {
  const spec = template && hookPodSpec(hook, template, { deployment: name, namespace: namespace ?? '' });
  if (!spec) return undefined;
  const metadata = {
    name: hookPodName(name, stage),
    annotations: { [deploymentAnnotation]: name },
    labels: { [deployerPodForLabel]: name, [hookTypeLabel]: `hook-${stage}` },
  };
  const activeDeadlineSeconds = config.spec.strategy?.activeDeadlineSeconds ?? 21_600;
  try {
    return client.create<Pod>(pods, namespace, { apiVersion: 'v1', kind: 'Pod', metadata, spec: { ...spec, activeDeadlineSeconds } });
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return undefined;
  }
}

/** The hook's command in the image of one of the deployment's containers, with what that one has (createHookPodManifest). */
function hookPodSpec(
  { execNewPod, failurePolicy }: LifecycleHook,
  { spec }: PodTemplateSpec,
  place: { readonly deployment: string; readonly namespace: string },
): Pod['spec'] | undefined {
  const base = spec.containers.find(({ name }) => name === execNewPod?.containerName);
  if (!base) return undefined;
  const { command, env = [], volumes: wanted = [] } = execNewPod ?? {};
  const own = (base.env ?? []).filter(({ name }) => !env.some((given) => given.name === name));
  const { image, imagePullPolicy, resources, workingDir, securityContext, volumeMounts = [] } = base;
  const volumes = (spec.volumes ?? []).filter(({ name }) => wanted.includes(name));
  const mounts = volumeMounts.filter(({ name }) => volumes.some((volume) => volume.name === name));
  return {
    containers: [
      {
        name: 'lifecycle',
        ...(image !== undefined && { image }),
        ...(imagePullPolicy && { imagePullPolicy }),
        ...(command && { command }),
        env: [
          ...own,
          ...env,
          { name: 'OPENSHIFT_DEPLOYMENT_NAME', value: place.deployment },
          { name: 'OPENSHIFT_DEPLOYMENT_NAMESPACE', value: place.namespace },
        ],
        resources: resources ?? {},
        ...(workingDir !== undefined && { workingDir }),
        ...(securityContext !== undefined && { securityContext }),
        ...(mounts.length > 0 && { volumeMounts: mounts }),
      },
    ],
    ...(spec.securityContext && { securityContext: spec.securityContext }),
    ...(spec.nodeSelector && { nodeSelector: spec.nodeSelector }),
    ...(spec.imagePullSecrets && { imagePullSecrets: spec.imagePullSecrets }),
    ...(volumes.length > 0 && { volumes }),
    restartPolicy: failurePolicy === 'Retry' ? 'OnFailure' : 'Never',
    terminationGracePeriodSeconds: 10,
  };
}
