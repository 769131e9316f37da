import type { Build, BuildConfig, BuildRequest } from '../../../api/build.ts';
import { deepEqual } from '../../../api/deep-equal.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { badRequest, notFound } from '../../../api/status.ts';
import { timestamp } from '../../clock.ts';
import { forbiddenField } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { buildTable } from '../tables/build.ts';
import { checkPaused } from './build-config/instantiate.ts';
import { withBuildEnv, withDockerOptions } from './build-config/request-options.ts';
import { validateBuildSpec } from './build-config/validation.ts';
import { logStorage } from './pod-subresources.ts';

type Subresource = Omit<RestStorage, 'info' | 'subresources'>;

/** Builds. */
export const buildStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Build>(info, strategy, {
    table: buildTable,
    subresources: { clone: cloneStorage, details: detailsStorage(info), log: buildLogStorage },
  });

// openshift-apiserver pkg/build/apiserver/registry/build/strategy.go
const strategy: Strategy<Build> = {
  setDefaults: (build) => ({
    ...build,
    spec: { nodeSelector: null, output: {}, postCommit: {}, resources: {}, triggeredBy: null, ...build.spec },
    status: { ...build.status, phase: build.status?.phase || 'New' },
  }),
  validate: ({ spec }) => validateBuildSpec(spec),
  validateUpdate: (next, old) => (deepEqual(next.spec, old.spec) ? [] : [forbiddenField('spec', 'spec is immutable')]),
};

/** `PUT builds/NAME/details`: where builders note what they found out. */
const detailsStorage = (info: ResourceInfo): Subresource => ({
  get: (context, name) => context.storage(info.group, info.resource).get?.(context, name) as KubeObject,
  update: (context, name, next) => context.storage(info.group, info.resource).update?.(context, name, next) as KubeObject,
});

/** `POST builds/NAME/clone`: the same build again (oc start-build --from-build). */
// openshift-apiserver pkg/build/apiserver/buildgenerator/generator.go clone
const cloneStorage: Subresource = {
  create(context, object) {
    const request = object as BuildRequest;
    const name = context.request.name ?? '';
    const builds = context.storage('build.openshift.io', 'builds');
    const build = builds.get?.(context, name) as Build;
    const configs = { group: 'build.openshift.io', resource: 'buildconfigs' };
    const config = context.store.get(configs, context.namespace, build.status.config?.name ?? '') as BuildConfig | undefined;
    if (config) checkPaused(config);
    const version = (config?.status?.lastVersion ?? 0) + 1;
    const again = withBuildEnv(copyOf(build, version, context), request.env ?? []);
    const { buildArgs = [] } = request.dockerStrategyOptions ?? {};
    if (buildArgs.length > 0 && !again.spec.strategy.dockerStrategy) {
      throw badRequest(`Cannot specify build args on ${build.metadata.namespace}/${build.status.config?.name ?? ''}, not a Docker build.`);
    }
    const next = buildArgs.length > 0 ? withDockerOptions(again, { buildArgs }) : again;
    if (config) {
      const status = { ...config.status, lastVersion: version };
      context.storage(configs.group, configs.resource).update?.(context, config.metadata.name, { ...config, status });
    }
    return builds.create?.(context, { ...next, spec: { ...next.spec, triggeredBy: request.triggeredBy ?? null } }) as KubeObject;
  },
};

/** The next build of the BuildConfig, as this one was (generateBuildFromBuild). */
function copyOf({ metadata, spec, status, ...build }: Build, version: number, { clock }: RequestContext): Build {
  const { 'openshift.io/build.pod-name': _pod, ...annotations } = metadata.annotations ?? {};
  const { type: _type, binary: _binary, ...source } = spec.source ?? {};
  const time = timestamp(clock.now());
  const { config } = status;
  const name = config ? `${config.name}-${version}` : `${metadata.name.replace(/-\d{10}$/, '')}-${String(clock.now()).slice(-10)}`;
  return {
    ...build,
    metadata: {
      name,
      ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
      ...(metadata.labels && { labels: metadata.labels }),
      annotations: { ...annotations, 'openshift.io/build.clone-of': metadata.name, ...(config && { 'openshift.io/build.number': String(version) }) },
      ...(metadata.ownerReferences && { ownerReferences: metadata.ownerReferences }),
    },
    spec: { ...spec, source },
    status: {
      conditions: [{ lastTransitionTime: time, lastUpdateTime: time, status: 'True', type: 'New' }],
      ...(config && { config }),
      output: {},
      phase: 'New',
    },
  };
}

/** `GET builds/NAME/log`: of the pod that builds. */
// openshift-apiserver pkg/build/apiserver/registry/buildlog/rest.go Get
const buildLogStorage: Subresource = {
  getText(context: RequestContext, name: string): string {
    const build = context.storage('build.openshift.io', 'builds').get?.(context, name) as Build;
    if (build.status.phase === 'New') throw badRequest(`build ${name} is in New state`);
    const pod = `${name}-build`;
    if (!context.store.get({ group: '', resource: 'pods' }, context.namespace, pod)) throw notFound({ group: '', resource: 'pods' }, pod);
    return logStorage.getText?.(context, pod) ?? '';
  },
};
