import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

const head = 'In project demo on server https://api.ocp4.example.com:6443\n';
const withoutAddresses = (text: string) => text.replace(/172\.30\.\d+\.\d+/g, '172.30.0.1');

describe('oc status', () => {
  test('points to new-app where there is nothing', async () => {
    const { out } = await ocTerminal();
    expect(await out('status')).toBe(`${head}
You have no services, deployment configs, or build configs.
Run 'oc new-app' to create an application.
`);
  });

  test('shows a service with the Deployment behind it and the tag that this follows', async () => {
    const { out } = await ocTerminal();
    await out('new-app quay.io/myorg/myapp:1.0 --name=web');
    expect(withoutAddresses(await out('status'))).toBe(`${head}
svc/web - 172.30.0.1:8080
  deployment/web deploys istag/web:1.0 
    deployment #2 running for 1 second - 1 pod
    deployment #1 deployed 1 second ago


1 info identified, use 'oc status --suggest' to see details.
`);
  });

  test('shows what stands alone, kind by kind, and counts what is wrong', async () => {
    const { out, simulation } = await ocTerminal();
    await out('create dc old --image=quay.io/myorg/myapp:1.0');
    await out('create deployment broken --image=quay.io/myorg/none:1');
    await out('create deployment plain --image=quay.io/myorg/myapp:1.0');
    await out('create job once --image=quay.io/myorg/myapp:1.0 -- true');
    await out('run box --image=quay.io/myorg/myapp:1.0');
    await out('create service clusterip lonely --tcp=80:8080');
    await out('expose service lonely');
    simulation.advance(60_000);
    expect(await out('status')).toBe(`${head}
http://lonely-demo.apps.ocp4.example.com to pod port 80-8080 (svc/lonely)

dc/old deploys quay.io/myorg/myapp:1.0 
  deployment #1 deployed about a minute ago - 1 pod

deployment/broken deploys quay.io/myorg/none:1
  deployment #1 running for about a minute - 0/1 pods

deployment/plain deploys quay.io/myorg/myapp:1.0
  deployment #1 running for about a minute - 1 pod

job/once manages quay.io/myorg/myapp:1.0
  created about a minute ago 1/1 completed 0 running

pod/box runs quay.io/myorg/myapp:1.0

Errors:
  * route/lonely is routing traffic to svc/lonely, but either the administrator has not installed a router or the router is not selecting this route.

1 error, 5 infos identified, use 'oc status --suggest' to see details.
`);
  });

  test('lists every finding with what to do about it under --suggest', async () => {
    const { out } = await ocTerminal();
    await out('create dc old --image=quay.io/myorg/myapp:1.0');
    expect(await out('status --suggest')).toBe(`${head}
dc/old deploys quay.io/myorg/myapp:1.0 
  deployment #1 deployed 2 seconds ago - 1 pod

Info:
  * dc/old has no readiness probe to verify pods are ready to accept traffic or ensure deployment is successful.
    try: oc set probe dc/old --readiness ...
  * dc/old has no liveness probe to verify pods are still running.
    try: oc set probe dc/old --liveness ...

View details with 'oc describe <resource>/<name>' or list resources with 'oc get all'.
`);
  });

  test('warns of a trigger whose tag is not there, once the other finding of the kind is gone', async () => {
    const { out } = await ocTerminal();
    await out('create dc web --image=quay.io/myorg/myapp:1.0');
    await out('set triggers dc/web --from-image=app:1 -c default-container');
    expect(await out('status')).toContain('dc/web deploys istag/app:1 \n');
    expect(await out('status')).toContain('\nErrors:\n  * The image trigger for dc/web will have no effect because is/app does not exist.\n');
    await out('create imagestream app');
    expect(await out('status --suggest')).toContain(
      '\nWarnings:\n  * The image trigger for dc/web will have no effect until istag/app:1 is imported or created by a build.\n',
    );
  });

  test('shows builds by what they build on and push to', async () => {
    const { out } = await ocTerminal();
    await out('new-build nodejs~https://github.com/sclorg/nodejs-ex');
    expect(await out('status')).toBe(`${head}
bc/nodejs-ex source builds https://github.com/sclorg/nodejs-ex on openshift/nodejs:20-ubi8
  -> istag/nodejs-ex:latest
  build #1 succeeded less than a second ago

View details with 'oc describe <resource>/<name>' or list resources with 'oc get all'.
`);
  });

  test('finds autoscalers that have no target or scale the same', async () => {
    const { out } = await ocTerminal();
    await out('create dc web --image=quay.io/myorg/myapp:1.0');
    await out('autoscale dc/web --max=3');
    const memory = { metrics: [{ type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 80 } } }] };
    await out(`patch hpa web --type=merge -p ${JSON.stringify({ spec: memory })}`);
    await out('autoscale dc/web --max=3 --name=two --cpu-percent=80');
    expect(await out('status --suggest')).toContain(`
Errors:
  * hpa/web is missing a CPU utilization target
    try: oc patch hpa/web -p '{"spec":{"targetCPUUtilizationPercentage": 80}}'

Warnings:
  * hpa/two and hpa/web overlap because they both attempt to scale dc/web
  * hpa/web and hpa/two overlap because they both attempt to scale dc/web
`);
  });

  test('draws the graph with -o dot', async () => {
    const { out } = await ocTerminal();
    await out('create service clusterip lonely --tcp=80:8080');
    await out('expose service lonely');
    const dot = await out('status -o dot');
    expect(dot).toMatch(/^digraph "demo" \{\n {2}\/\/ Node definitions\.\n {2}0 \[label="Service\|demo\/lonely"\];\n/);
    expect(dot).toMatch(/\n {2}\/\/ Edge definitions\.\n {2}\d+ -> 0 \[label="ExposedThroughRoute"\];\n\}$/);
  });

  test('takes no arguments', async () => {
    const { error } = await ocTerminal();
    expect(await error('status x')).toBe("error: no arguments should be provided\nSee 'oc status -h' for help and examples\n");
  });

  test('names the kinds that the user may not list in every namespace', async () => {
    const { out } = await ocTerminal();
    expect(await out('status --all-namespaces')).toBe(`Showing all projects on server https://api.ocp4.example.com:6443

17 warnings identified, use 'oc status --suggest' to see details.
`);
  });
});
