import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

const template = (hash: string, image: string) => `Pod Template:
  Labels:	app=web
	pod-template-hash=${hash}
  Containers:
   myapp:
    Image:	${image}
    Port:	<none>
    Host Port:	<none>
    Environment:	<none>
    Mounts:	<none>
  Volumes:	<none>
  Node-Selectors:	<none>
  Tolerations:	<none>
`;

async function withTwoRevisions() {
  const terminal = await ocTerminal();
  await terminal.out('create deployment web --image=quay.io/myorg/myapp:1.0');
  await terminal.out('set image deployment/web myapp=quay.io/myorg/myapp:2.0');
  return terminal;
}

async function withDeploymentConfig() {
  const terminal = await ocTerminal();
  await terminal.out('create dc web --image=quay.io/myorg/myapp:1.0');
  await terminal.out('rollout latest dc/web');
  const warning = /^Warning: apps\.openshift\.io\/v1 \S+ is deprecated in v4\.14\+, unavailable in v4\.10000\+\n/gm;
  return { ...terminal, error: async (line: string) => (await terminal.error(line)).replace(warning, '') };
}

describe('oc rollout of a Deployment', () => {
  test('waits for the pods', async () => {
    const { out } = await withTwoRevisions();
    expect(await out('rollout status deployment/web')).toBe('deployment "web" successfully rolled out\n');
  });

  test('gives up after --timeout', async () => {
    const { out, oc } = await ocTerminal();
    await out('create deployment bad --image=quay.io/myorg/none:1');
    expect(await oc('rollout status deployment/bad --timeout=5s')).toEqual({
      stdout: 'Waiting for deployment "bad" rollout to finish: 0 of 1 updated replicas are available...\n',
      stderr: 'error: timed out waiting for the condition\n',
      exitCode: 1,
    });
  });

  test('does not wait with --watch=false', async () => {
    const { out } = await ocTerminal();
    await out('create deployment bad --image=quay.io/myorg/none:1');
    expect(await out('rollout status deployment/bad --watch=false')).toBe(
      'Waiting for deployment "bad" rollout to finish: 0 of 1 updated replicas are available...\n',
    );
  });

  test('lists revisions and shows one', async () => {
    const { out, error } = await withTwoRevisions();
    expect(await out('rollout history deployment/web')).toBe(`deployment.apps/web 
REVISION  CHANGE-CAUSE
1         <none>
2         <none>

`);
    expect(await out('rollout history deployment/web --revision=2')).toBe(
      `deployment.apps/web with revision #2\n${template('cfb8567b8', 'quay.io/myorg/myapp:2.0')}\n`,
    );
    expect(await error('rollout history deployment/web --revision=9')).toBe('error: unable to find the specified revision\n');
  });

  test('goes back a revision, which becomes the newest', async () => {
    const { out } = await withTwoRevisions();
    expect(await out('rollout undo deployment/web')).toBe('deployment.apps/web rolled back\n');
    expect(await out('get deployment web -o jsonpath={.spec.template.spec.containers[0].image}')).toBe('quay.io/myorg/myapp:1.0');
    expect(await out('rollout history deployment/web')).toBe('deployment.apps/web \nREVISION  CHANGE-CAUSE\n2         <none>\n3         <none>\n\n');
  });

  test('goes back to a chosen revision, once it is one', async () => {
    const { out, error } = await withTwoRevisions();
    await out('set image deployment/web myapp=quay.io/myorg/myapp:1.1');
    expect(await error('rollout undo deployment/web --to-revision=9')).toBe('error: unable to find specified revision 9 in history\n');
    expect(await out('rollout undo deployment/web --to-revision=2 --dry-run=client')).toBe(
      `deployment.apps/web ${template('cfb8567b8', 'quay.io/myorg/myapp:2.0')} (dry run)\n`,
    );
    expect(await out('rollout undo deployment/web --to-revision=2')).toBe('deployment.apps/web rolled back\n');
    expect(await out('rollout undo deployment/web --to-revision=4')).toBe(
      'deployment.apps/web skipped rollback (current template already matches revision 4)\n',
    );
  });

  test('pauses, and then neither restarts nor goes back until resumed', async () => {
    const { out, error } = await withTwoRevisions();
    expect(await error('rollout resume deployment/web')).toBe('error: deployments.apps "web" is not paused\n');
    expect(await out('rollout pause deployment/web')).toBe('deployment.apps/web paused\n');
    expect(await error('rollout pause deployment/web')).toBe('error: deployments.apps "web" is already paused\n');
    expect(await error('rollout restart deployment/web')).toBe('error: deployments.apps "web" can\'t restart paused deployment (run rollout resume first)\n');
    expect(await error('rollout undo deployment/web')).toBe(
      "error: you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again\n",
    );
    expect(await out('rollout resume deployment/web')).toBe('deployment.apps/web resumed\n');
    expect(await out('rollout restart deployment/web')).toBe('deployment.apps/web restarted\n');
    expect(await out('rollout history deployment/web')).toMatch(/\n3 {9}<none>\n\n$/);
  });

  test('needs something to act on', async () => {
    const { error } = await ocTerminal();
    expect(await error('rollout status deployment/nosuch')).toBe('Error from server (NotFound): deployments.apps "nosuch" not found\n');
  });
});

describe('oc rollout of a DeploymentConfig', () => {
  test('shows each rollout with its cause', async () => {
    const { out } = await withDeploymentConfig();
    expect(await out('rollout history dc/web')).toBe(`deploymentconfig.apps.openshift.io/web 
REVISION	STATUS		CAUSE
1		Complete	config change
2		Complete	manual change

`);
  });

  test('starts one, and waits for it', async () => {
    const { out } = await withDeploymentConfig();
    expect(await out('rollout latest dc/web')).toBe('deploymentconfig.apps.openshift.io/web rolled out\n');
    expect(await out('rollout status dc/web')).toBe('replication controller "web-3" successfully rolled out\n');
  });

  test('has nothing to cancel or retry when the last one is complete', async () => {
    const { out, error } = await withDeploymentConfig();
    expect(await out('rollout cancel dc/web')).toMatch(/^No rollout is in progress \(latest rollout #2 complete \d+ seconds? ago\)\n$/);
    expect(await error('rollout retry dc/web')).toBe(
      "error: rollout #2 is complete; only failed deployments can be retried.\nYou can start a new deployment with 'oc rollout latest dc/web'.\n",
    );
  });

  test('goes back with rollback and with undo', async () => {
    const { out } = await withDeploymentConfig();
    await out('set image dc/web default-container=quay.io/myorg/myapp:2.0');
    expect(await out('rollback web')).toBe('deploymentconfig.apps.openshift.io/web deployment #4 rolled back to web-2\n');
    expect(await out('rollout undo dc/web')).toBe('deploymentconfig.apps.openshift.io/web rolled back\n');
  });

  test('cannot be restarted', async () => {
    const { error } = await withDeploymentConfig();
    expect(await error('rollout restart dc/web')).toBe('error: deploymentconfigs.apps.openshift.io "web" restarting is not supported\n');
  });

  test('takes no Deployment for latest', async () => {
    const { out, error } = await withDeploymentConfig();
    await out('create deployment other --image=quay.io/myorg/myapp:1.0');
    expect(await error('rollout latest deployment/other')).toBe('error: other is not a deployment config\n');
    expect(await error('rollout latest dc/nosuch')).toBe('Error from server (NotFound): deploymentconfigs.apps.openshift.io "nosuch" not found\n');
  });
});
