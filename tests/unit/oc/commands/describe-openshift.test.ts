import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

const steady = (text: string) =>
  text
    .replace(/Events:[\s\S]*/, 'Events: …\n')
    .replace(/\d+ seconds? ago|less than a second ago/gi, '<age>')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC/g, '<time>');

const buildConfig = `apiVersion: build.openshift.io/v1
kind: BuildConfig
metadata:
  name: b
spec:
  source: {git: {uri: https://example.com/app.git}}
  strategy: {sourceStrategy: {from: {kind: ImageStreamTag, name: 'base:1'}}}
  output: {to: {kind: ImageStreamTag, name: 'out:latest'}}
  triggers: [{type: ConfigChange}, {type: GitHub, github: {secret: s}}, {type: Generic, generic: {secret: s, allowEnv: true}}]
`;

describe('oc describe of OpenShift kinds', () => {
  test('shows a DeploymentConfig with its latest deployment', async () => {
    const { out } = await ocTerminal();
    await out('create dc old --image=nginx');
    expect(steady(await out('describe dc old'))).toBe(`Name:		old
Namespace:	demo
Created:	<age>
Labels:		<none>
Annotations:	<none>
Latest Version:	1
Selector:	deployment-config.name=old
Replicas:	1
Triggers:	Config
Strategy:	Rolling
Template:
Pod Template:
  Labels:	deployment-config.name=old
  Containers:
   default-container:
    Image:		nginx
    Port:		<none>
    Host Port:		<none>
    Environment:	<none>
    Mounts:		<none>
  Volumes:		<none>
  Node-Selectors:	<none>
  Tolerations:		<none>

Deployment #1 (latest):
	Name:		old-1
	Created:	<age>
	Status:		Complete
	Replicas:	1 current / 1 desired
	Selector:	deployment=old-1,deployment-config.name=old,deploymentconfig=old
	Labels:		openshift.io/deployment-config.name=old
	Pods Status:	1 Running / 0 Waiting / 0 Succeeded / 0 Failed

Events: …
`);
  });

  test('shows a BuildConfig with its webhooks, and sets its triggers', async () => {
    const { out, files } = await ocTerminal();
    files.set('/home/user/bc.yaml', buildConfig);
    await out('create -f bc.yaml');
    const text = steady(await out('describe bc b'));
    expect(text).toContain(`
Strategy:	Source
URL:		https://example.com/app.git
From Image:	ImageStreamTag base:1
Volumes:	<none>
Output to:	ImageStreamTag out:latest

Build Run Policy:	Serial
Triggered by:		Config
Webhook GitHub:
	URL:	https://api.ocp4.example.com:6443/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/b/webhooks/<secret>/github
Webhook Generic:
	URL:		https://api.ocp4.example.com:6443/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/b/webhooks/<secret>/generic
	AllowEnv:	true
`);
    expect(await out('set triggers bc/b')).toBe(
      'NAME            TYPE     VALUE               AUTO\nbuildconfigs/b  config                       true\nbuildconfigs/b  image    base:1              false\nbuildconfigs/b  webhook  <secret>, allowenv  \nbuildconfigs/b  github   <secret>            \n',
    );
    expect(await out('set triggers bc/b --from-image=base:1')).toBe('buildconfig.build.openshift.io/b triggers updated\n');
    expect(await out('set triggers bc/b --from-github --remove')).toBe('buildconfig.build.openshift.io/b triggers updated\n');
    expect(await out('set triggers bc/b')).toBe(
      'NAME            TYPE     VALUE               AUTO\nbuildconfigs/b  config                       true\nbuildconfigs/b  image    base:1              true\nbuildconfigs/b  webhook  <secret>, allowenv  \n',
    );
  });

  test('shows a Route with the endpoints behind it', async () => {
    const { out } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0 --port=8080');
    await out('expose deployment web');
    await out('expose svc web');
    expect((await out('describe route web')).replace(/Created:\t+[^\n]+/, 'Created: <age>').replace(/10(?:\.\d+){3}/, '<ip>')).toMatch(
      /\nService:\tweb\nWeight:\t\t100 \(100%\)\nEndpoints:\t<ip>:8080\n$/,
    );
  });
});
