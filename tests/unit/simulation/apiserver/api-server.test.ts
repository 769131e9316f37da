import { describe, expect, test } from 'vitest';
import type { ApiClient } from '../../../../src/api/client.ts';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { StatusError } from '../../../../src/api/status.ts';
import { projectRequests, stable, testCluster } from '../../../support/test-cluster.ts';

const core = (resource: string) => ({ group: '', version: 'v1', resource });
const rbac = (resource: string) => ({ group: 'rbac.authorization.k8s.io', version: 'v1', resource });
const streams = { group: 'image.openshift.io', version: 'v1', resource: 'imagestreams' };
const projects = { group: 'project.openshift.io', version: 'v1', resource: 'projects' };

const configMap = (name: string, data: Readonly<Record<string, string>> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
});
const messageOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof StatusError) return `${error.status.code} ${error.message}`;
    throw error;
  }
  return 'no failure';
};

describe('writes', () => {
  const { client } = testCluster();

  test('complete metadata on create and refuse a second object of the name', () => {
    const created = client.create(core('configmaps'), 'demo', configMap('twice', { a: '1' }));
    expect(stable(created)).toEqual({ ...configMap('twice', { a: '1' }), metadata: { name: 'twice', namespace: 'demo' } });
    expect(created.metadata.uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(messageOf(() => client.create(core('configmaps'), 'demo', configMap('twice')))).toBe('409 configmaps "twice" already exists');
  });

  test('keep the resourceVersion when nothing changes and refuse an outdated one', () => {
    const first = client.create(core('configmaps'), 'demo', configMap('versions', { a: '1' }));
    expect(client.update(core('configmaps'), 'demo', first).metadata.resourceVersion).toBe(first.metadata.resourceVersion);
    const second = client.update(core('configmaps'), 'demo', { ...first, data: { a: '2' } });
    expect(second.metadata.resourceVersion).not.toBe(first.metadata.resourceVersion);
    expect(messageOf(() => client.update(core('configmaps'), 'demo', { ...first, data: { a: '3' } }))).toBe(
      '409 Operation cannot be fulfilled on configmaps "versions": the object has been modified; please apply your changes to the latest version and try again',
    );
  });

  test('with dry run change nothing', () => {
    client.create(core('configmaps'), 'demo', configMap('dry'), { dryRun: true });
    expect(client.find(core('configmaps'), 'demo', 'dry')).toBeUndefined();
  });

  test('generate names with five letters', () => {
    const created = client.create(core('configmaps'), 'demo', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '', generateName: 'made-' } });
    expect(created.metadata.name).toMatch(/^made-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  test('are refused with field errors', () => {
    expect(messageOf(() => client.create(core('configmaps'), 'demo', configMap('Bad')))).toBe(
      `422 ConfigMap "Bad" is invalid: metadata.name: Invalid value: "Bad": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
    );
    const made = client.create(core('configmaps'), 'demo', configMap('immutable-uid'));
    expect(messageOf(() => client.patch(core('configmaps'), 'demo', made.metadata.name, 'application/merge-patch+json', { metadata: { uid: 'x' } }))).toBe(
      '422 ConfigMap "immutable-uid" is invalid: metadata.uid: Invalid value: "x": field is immutable',
    );
  });

  test('wait for finalizers before an object goes', () => {
    client.create(core('configmaps'), 'demo', { ...configMap('held'), metadata: { name: 'held', finalizers: ['example.com/hold'] } });
    client.delete(core('configmaps'), 'demo', 'held');
    expect(client.get(core('configmaps'), 'demo', 'held').metadata.deletionTimestamp).toBe('2026-11-20T09:00:00Z');
    client.patch(core('configmaps'), 'demo', 'held', 'application/merge-patch+json', { metadata: { finalizers: null } });
    expect(client.find(core('configmaps'), 'demo', 'held')).toBeUndefined();
  });
});

describe('fields', () => {
  const service = (port: Readonly<Record<string, unknown>>): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 's' },
    spec: { ports: [port] },
  });

  test('that nobody knows are dropped with a warning, or refused where the client is strict', () => {
    const { client, warnings } = testCluster();
    client.create(core('services'), 'demo', service({ port: 80, prot: 1 }));
    expect(warnings).toEqual(['unknown field "spec.ports[0].prot"']);
    expect(messageOf(() => client.create(core('services'), 'demo', service({ port: 80, prot: 1 }), { fieldValidation: 'Strict' }))).toBe(
      '400 Service in version "v1" cannot be handled as a Service: strict decoding error: unknown field "spec.ports[0].prot"',
    );
  });

  test('of another type are refused', () => {
    const { client } = testCluster();
    const stream = { apiVersion: 'image.openshift.io/v1', kind: 'ImageStream', metadata: { name: 'app' }, spec: { tags: [{ name: 2.4 }] } };
    expect(messageOf(() => client.create(streams, 'demo', stream))).toBe(
      '400 ImageStream in version "v1" cannot be handled as a ImageStream: json: cannot unmarshal number into Go struct field TagReference.spec.tags.name of type string',
    );
    expect(messageOf(() => client.patch(core('serviceaccounts'), 'demo', 'default', 'application/strategic-merge-patch+json', { secrets: true }))).toBe(
      '422  "" is invalid: patch: Invalid value: "map[secrets:true]": cannot restore slice from bool',
    );
  });
});

describe('access', () => {
  const cluster = testCluster();
  const { client } = cluster;
  const student = cluster.as('student');
  const grant = (role: string, name: string) =>
    client.create(rbac('rolebindings'), 'demo', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
      subjects: [{ kind: 'User', name: 'student' }],
    });

  test('to another project is refused until a role is given', () => {
    expect(messageOf(() => student.list(streams, 'demo'))).toBe(
      '403 imagestreams.image.openshift.io is forbidden: User "student" cannot list resource "imagestreams" in API group "image.openshift.io" in the namespace "demo"',
    );
    grant('view', 'view');
    expect(student.list(streams, 'demo').items).toEqual([]);
    expect(messageOf(() => student.delete(core('configmaps'), 'demo', 'x'))).toBe(
      '403 configmaps "x" is forbidden: User "student" cannot delete resource "configmaps" in API group "" in the namespace "demo"',
    );
  });

  test('cannot be given by those who do not have it', () => {
    expect(messageOf(() => grant('cluster-reader', 'reader'))).toContain('is attempting to grant RBAC permissions not currently held:\n{APIGroups:["*"]');
    expect(messageOf(() => grant('no-such-role', 'none'))).toBe('404 clusterroles.rbac.authorization.k8s.io "no-such-role" not found');
  });

  test('to cluster scope is for administrators', () => {
    expect(messageOf(() => client.list(core('nodes')))).toBe(
      '403 nodes is forbidden: User "developer" cannot list resource "nodes" in API group "" at the cluster scope',
    );
    expect(cluster.as('admin').list(core('nodes')).items).toHaveLength(1);
  });

  test('needs a token that was given out', () => {
    const response = cluster.simulation.api({ ...streams, verb: 'list', namespace: 'demo', credentials: { token: 'nonsense' } });
    expect(response).toMatchObject({ code: 401, body: { message: 'Unauthorized' } });
  });

  test('in the name of somebody else needs a right to impersonate', () => {
    const asNobody = (token: string) =>
      cluster.simulation.api({ ...streams, verb: 'list', namespace: 'demo', credentials: { token, impersonate: { user: 'nobody', groups: [] } } });
    expect(asNobody(cluster.simulation.tokenOf('developer')).body).toMatchObject({
      message: 'users "nobody" is forbidden: User "developer" cannot impersonate resource "users" in API group "" at the cluster scope',
    });
    expect(asNobody(cluster.simulation.tokenOf('admin')).body).toMatchObject({
      message:
        'imagestreams.image.openshift.io is forbidden: User "nobody" cannot list resource "imagestreams" in API group "image.openshift.io" in the namespace "demo"',
    });
  });
});

describe('projects', () => {
  const request = (client: ApiClient, name: string) =>
    client.create(projectRequests, undefined, { apiVersion: 'project.openshift.io/v1', kind: 'ProjectRequest', metadata: { name } });

  test('come with accounts, pull secrets, bindings and certificates', () => {
    const { client } = testCluster();
    const names = (target: ReturnType<typeof core>) => client.list(target, 'demo').items.map(({ metadata }) => metadata.name.replace(/-[^-]{5}$/, '-*'));
    expect(names(core('serviceaccounts'))).toEqual(['builder', 'default', 'deployer']);
    expect(names(core('secrets'))).toEqual(['builder-dockercfg-*', 'default-dockercfg-*', 'deployer-dockercfg-*']);
    expect(names(core('configmaps'))).toEqual(['kube-root-ca.crt', 'openshift-service-ca.crt']);
    expect(names(rbac('rolebindings'))).toEqual(['admin', 'system:deployers', 'system:image-builders', 'system:image-pullers']);
  });

  test('are listed for those who may see them', () => {
    const cluster = testCluster();
    request(cluster.as('student'), 'theirs');
    const names = (user: string) =>
      cluster
        .as(user)
        .list(projects)
        .items.map(({ metadata }) => metadata.name);
    expect(names('developer')).toEqual(['demo']);
    expect(names('student')).toEqual(['theirs']);
    expect(names('admin')).toContain('openshift-image-registry');
  });

  test('are refused with the names that OpenShift refuses', () => {
    const { client } = testCluster();
    expect(messageOf(() => request(client, 'demo'))).toBe('409 project.project.openshift.io "demo" already exists');
    expect(messageOf(() => request(client, 'a'))).toBe(
      '422 ProjectRequest.project.openshift.io "a" is invalid: metadata.name: Invalid value: "a": must be at least 2 characters long',
    );
  });

  test('go with everything in them', () => {
    const { client, simulation } = testCluster();
    client.create(core('configmaps'), 'demo', configMap('mine'));
    client.delete(projects, undefined, 'demo');
    expect(messageOf(() => client.create(core('configmaps'), 'demo', configMap('late')))).toBe(
      '403 configmaps "late" is forbidden: unable to create new content in namespace demo because it is being terminated',
    );
    simulation.settle();
    expect(simulation.state.get(core('namespaces'), undefined, 'demo')).toBeUndefined();
    expect(['configmaps', 'secrets', 'serviceaccounts', 'events'].flatMap((resource) => simulation.state.list(core(resource), 'demo'))).toEqual([]);
  });
});

describe('resources', () => {
  const cluster = testCluster();

  test('that nobody knows are not found', () => {
    expect(messageOf(() => cluster.as('admin').list(core('foos'), 'demo'))).toBe('404 the server could not find the requested resource (get foos)');
  });

  test('that are known but not modelled are empty and cannot be made', () => {
    const policies = { group: 'networking.k8s.io', version: 'v1', resource: 'networkpolicies' };
    expect(cluster.client.list(policies, 'demo').items).toEqual([]);
    const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' } };
    expect(messageOf(() => cluster.client.create(policies, 'demo', policy))).toBe('405 this simulated cluster does not make objects of kind NetworkPolicy');
  });
});
