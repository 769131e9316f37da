import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

/** Without what a cluster makes up: times, ages, hashes and the events below. */
const steady = (text: string) =>
  text
    .replace(/Events:[\s\S]*/, 'Events: …\n')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000/g, '<time>')
    .replace(/-dockercfg-\w{5}/g, '-dockercfg-<id>')
    .replace(/-[a-z0-9]{6,10} \(/g, '-<hash> (');

describe('oc describe', () => {
  test('shows a Deployment with its replica set', async () => {
    const { out } = await ocTerminal();
    await out('create deployment d --image=quay.io/myorg/myapp:1.0');
    expect(steady(await out('describe deploy d'))).toBe(`Name:                   d
Namespace:              demo
CreationTimestamp:      <time>
Labels:                 app=d
Annotations:            deployment.kubernetes.io/revision: 1
Selector:               app=d
Replicas:               1 desired | 1 updated | 1 total | 1 available | 0 unavailable
StrategyType:           RollingUpdate
MinReadySeconds:        0
RollingUpdateStrategy:  25% max unavailable, 25% max surge
Pod Template:
  Labels:  app=d
  Containers:
   myapp:
    Image:         quay.io/myorg/myapp:1.0
    Port:          <none>
    Host Port:     <none>
    Environment:   <none>
    Mounts:        <none>
  Volumes:         <none>
  Node-Selectors:  <none>
  Tolerations:     <none>
Conditions:
  Type           Status  Reason
  ----           ------  ------
  Available      True    MinimumReplicasAvailable
  Progressing    True    NewReplicaSetAvailable
OldReplicaSets:  <none>
NewReplicaSet:   d-<hash> (1/1 replicas created)
Events: …
`);
  });

  test('shows a ServiceAccount and marks secrets that are gone', async () => {
    const { out, client } = await ocTerminal();
    const accounts = { group: '', version: 'v1', resource: 'serviceaccounts' };
    const account = client.get(accounts, 'demo', 'default');
    client.update(accounts, 'demo', { ...account, imagePullSecrets: [...(account.imagePullSecrets as object[]), { name: 'gone' }] });
    expect(steady(await out('describe sa default'))).toBe(`Name:                default
Namespace:           demo
Labels:              <none>
Annotations:         openshift.io/internal-registry-pull-secret-ref: default-dockercfg-<id>
Image pull secrets:  default-dockercfg-<id>
                     gone (not found)
Mountable secrets:   default-dockercfg-<id>
Tokens:              <none>
Events: …
`);
  });

  test('shows sizes of a Secret and texts of a ConfigMap', async () => {
    const { out } = await ocTerminal();
    await out('create secret generic s --from-literal=user=me --from-literal=password=1234567');
    await out('create configmap c --from-literal=greeting=hello');
    expect(await out('describe secret s')).toBe(
      'Name:         s\nNamespace:    demo\nLabels:       <none>\nAnnotations:  <none>\n\nType:  Opaque\n\nData\n====\npassword:  7 bytes\nuser:      2 bytes\n',
    );
    expect(await out('describe cm c --show-events=false')).toBe(
      'Name:         c\nNamespace:    demo\nLabels:       <none>\nAnnotations:  <none>\n\nData\n====\ngreeting:\n----\nhello\n\n\nBinaryData\n====\n\n',
    );
  });

  test('takes a name for a prefix where nothing is called so, and goes on after one that is missing', async () => {
    const { out, oc } = await ocTerminal();
    await out('create is kc');
    const text = await out('describe is kc');
    expect(await out('describe is k')).toBe(`${text}\n`);
    expect(await oc('describe is kc nosuch')).toEqual({
      stdout: text,
      stderr: 'Error from server (NotFound): imagestreams.image.openshift.io "nosuch" not found\n',
      exitCode: 1,
    });
    expect(await oc('describe is -l none=none')).toEqual({ stdout: '', stderr: 'No resources found in demo namespace.\n', exitCode: 0 });
    expect((await oc('describe')).stderr).toBe(
      'error: You must specify the type of resource to describe. Use "oc api-resources" for a complete list of supported resources.\n',
    );
  });

  test('shows a role, one row for each resource', async () => {
    const { as } = await ocTerminal();
    const { describerFor } = await import('../../../../src/oc/describers/describers.ts');
    const role = as('admin').get({ group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'clusterroles' }, undefined, 'system:image-puller');
    const describer = describerFor({ group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' });
    expect(describer(role, { client: as('admin'), now: 0, showEvents: true })).toBe(`Name:         system:image-puller
Labels:       <none>
Annotations:  openshift.io/description: Grants the right to pull images from within a project.
              rbac.authorization.kubernetes.io/autoupdate: true
PolicyRule:
  Resources                               Non-Resource URLs  Resource Names  Verbs
  ---------                               -----------------  --------------  -----
  imagestreams/layers                     []                 []              [get]
  imagestreams.image.openshift.io/layers  []                 []              [get]
`);
  });
});
