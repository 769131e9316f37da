import type { Build, BuildConfig, BuildRequest } from '../../../api/build.ts';
import { StatusError } from '../../../api/status.ts';
import type { Controller, ControllerContext, RequeueAfter } from '../controller.ts';
import { isControlledBy, regarding, splitKey, watchOwned, watchSelf } from '../owner-reference.ts';
import { deleteIfThere } from '../pod-control.ts';
import { buildConfigs, builds } from '../targets.ts';

const retryAfter = 30_000;

/** Starts the first build of a BuildConfig with a config change trigger, and removes old builds. */
// openshift-controller-manager pkg/build/controller/buildconfig/buildconfig_controller.go handleBuildConfig
export const buildConfigController: Controller = {
  name: 'buildconfig-controller',
  user: 'system:serviceaccount:openshift-infra:build-config-change-controller',
  watches: [watchSelf(buildConfigs), watchOwned(builds, 'BuildConfig')],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const config = context.lister.get<BuildConfig>(buildConfigs, namespace, name);
    if (!config || config.metadata.deletionTimestamp !== undefined) return undefined;
    prune(config, context);
    const isFirst = config.spec.triggers?.some(({ type }) => type === 'ConfigChange') && (config.status?.lastVersion ?? 0) === 0;
    return isFirst ? startFirst(config, context) : undefined;
  },
};

function startFirst(config: BuildConfig, { client, recordEvent }: ControllerContext): RequeueAfter | undefined {
  const { namespace = '', name } = config.metadata;
  const body: BuildRequest = {
    apiVersion: 'build.openshift.io/v1',
    kind: 'BuildRequest',
    metadata: { name, namespace },
    lastVersion: 0,
    triggeredBy: [{ message: 'Build configuration change' }],
  };
  try {
    client.request({ verb: 'create', ...buildConfigs, subresource: 'instantiate', namespace, name, body });
    return undefined;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    const message = `error instantiating Build from BuildConfig ${namespace}/${name} (0): ${error.message}`;
    recordEvent({ regarding: regarding(config), type: 'Warning', reason: 'BuildConfigInstantiateFailed', message });
    return { requeueAfterMs: retryAfter, pace: 'background' };
  }
}

/** Only the latest builds that ended well, and badly, are kept. */
function prune(config: BuildConfig, context: ControllerContext): void {
  const { successfulBuildsHistoryLimit: successful, failedBuildsHistoryLimit: failed } = config.spec;
  const own = context.lister.list<Build>(builds, config.metadata.namespace).filter((build) => isControlledBy(build, config));
  const byNumber = (build: Build) => Number(build.metadata.annotations?.['openshift.io/build.number'] ?? 0);
  const keep = (phases: readonly string[], limit: number | undefined) => {
    const ended = own.filter(({ status }) => phases.includes(status.phase)).sort((a, b) => byNumber(b) - byNumber(a));
    for (const build of limit === undefined ? [] : ended.slice(limit)) deleteIfThere(context, builds, build.metadata.namespace, build.metadata.name);
  };
  keep(['Complete'], successful);
  keep(['Failed', 'Cancelled', 'Error'], failed);
}
