import type { Build } from '../../../api/build.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { badRequest, notFound } from '../../../api/status.ts';
import { deepEqual } from '../deep-equal.ts';
import { forbiddenField } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { buildTable } from '../tables/build.ts';
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
const cloneStorage: Subresource = {
  create(context) {
    const name = context.request.name ?? '';
    const build = context.storage('build.openshift.io', 'builds').get?.(context, name) as Build;
    const config = build.status.config?.name;
    if (!config) throw badRequest(`build ${name} has no build config to be built again by`);
    const instantiate = context.storage('build.openshift.io', 'buildconfigs').subresources?.instantiate;
    const request = { apiVersion: 'build.openshift.io/v1', kind: 'BuildRequest', metadata: { name: config } };
    return instantiate?.create?.(context, request) as KubeObject;
  },
};

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
