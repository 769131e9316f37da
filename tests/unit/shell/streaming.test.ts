import { describe, expect, test } from 'vitest';
import { readHelp } from '../../../src/cli/help-files.ts';
import type { RunOptions, ShellResult } from '../../../src/shell/shell.ts';
import { createShell } from '../../../src/shell/shell-session.ts';
import { testCluster } from '../../support/test-cluster.ts';

/** A shell that notes what is shown while a line runs, with `…` where virtual time passes. */
async function terminal() {
  const { simulation } = testCluster();
  const shell = await createShell({ simulation, texts: await readHelp('en'), user: 'developer' });
  await shell.run('oc project demo');
  const run = async (line: string, options: RunOptions = {}): Promise<{ readonly shown: string[]; readonly result: ShellResult }> => {
    const shown: string[] = [];
    const pace = async () => void shown.push('…');
    const result = await shell.run(line, { onOutput: (_, text) => shown.push(text), pace, ...options });
    return { shown, result };
  };
  return { run, shell, simulation };
}

const idle = 'Nothing is left to happen in this cluster, so the wait ends here. On a real one, it would go on until Ctrl-C.\n';
const withoutHashes = (text: string) => text.replace(/web-\w+-\w+/g, 'web-x');

describe('a watch in the shell', () => {
  test('shows rows as they come, and ends when nothing is left to happen', async () => {
    const { run } = await terminal();
    const { shown, result } = await run('oc create deployment web --image=quay.io/myorg/myapp:1.0 && oc get pods -w');
    expect(shown.map(withoutHashes)).toEqual([
      'deployment.apps/web created\n',
      'NAME                   READY   STATUS              RESTARTS   AGE\nweb-x   0/1     ContainerCreating   0          0s\n',
      '…',
      'web-x   1/1     Running             0          1s\n',
      idle,
    ]);
    expect(shown.filter((text) => text !== '…').join('')).toBe(result.stdout + result.stderr);
    expect(result).toMatchObject({ stderr: idle, exitCode: 0 });
  });

  test('ends with timeout and --request-timeout, at rest or not', async () => {
    const { run, simulation } = await terminal();
    const started = simulation.clock.now();
    expect((await run('timeout 30s oc get pods -w')).result).toEqual({ stdout: '', stderr: '', exitCode: 124 });
    expect((await run('oc get pods -w --request-timeout=10s')).result).toEqual({ stdout: '', stderr: '', exitCode: 0 });
    expect(Math.floor((simulation.clock.now() - started) / 1000)).toBe(40);
  });

  test('ends with Ctrl-C, keeps what it printed, and can be ended there again', async () => {
    const scheduled = 'oc tag --scheduled quay.io/myorg/myapp:1.0 app:1.0';
    const first = await terminal();
    await first.run(scheduled);
    const interrupt = new AbortController();
    let at: number | undefined;
    let pauses = 0;
    const pace = async () => {
      pauses += 1;
      if (pauses === 3) interrupt.abort();
    };
    const onInterrupt = (step: number) => {
      at = step;
    };
    const { result } = await first.run('oc get is -w', { signal: interrupt.signal, pace, onInterrupt });
    expect(result).toMatchObject({ stderr: '', exitCode: 130 });
    expect(result.stdout).toContain('app    image-registry');
    const second = await terminal();
    await second.run(scheduled);
    expect((await second.run('oc get is -w', { interruptAt: at as number })).result).toEqual(result);
    expect(second.simulation.clock.now()).toBe(first.simulation.clock.now());
  });

  test('goes into pipes whole, and shows nothing before them', async () => {
    const { run } = await terminal();
    const { shown } = await run('oc create deployment web --image=quay.io/myorg/myapp:1.0 -o name; oc get pods -w 2>/dev/null | grep -c web');
    expect(shown).toEqual(['…', 'deployment.apps/web\n2\n']);
  });

  test.each([
    ['get deploy web -w -o name', 'deployment.apps/web\ndeployment.apps/web\n'],
    ['get deploy -w -o jsonpath={.status.readyReplicas}:', '1:2:'],
    ['get deploy --watch-only -o jsonpath={.status.readyReplicas}:', '2:'],
    ['get deploy -w -o custom-columns=READY:.status.readyReplicas', 'READY\n1\n2\n'],
    ['get deploy -w -o name --output-watch-events', 'deployment.apps/web\ndeployment.apps/web\n'],
    [
      'get deploy --watch-only --output-watch-events',
      'EVENT      NAME   READY   UP-TO-DATE   AVAILABLE   AGE\nMODIFIED   web    2/2     2            2           2s\n',
    ],
    ['get deploy web -w --no-headers --show-labels', 'web   1/2   2     1     1s    app=web\nweb   2/2   2     2     2s    app=web\n'],
  ])('prints `oc %s` as kubectl does', async (command, printed) => {
    const { run } = await terminal();
    await run('oc create deployment web --image=quay.io/myorg/myapp:1.0');
    const { result } = await run(`oc scale deploy web --replicas=2 > /dev/null; timeout 9 oc ${command}`);
    expect(result).toEqual({ stdout: printed, stderr: '', exitCode: 124 });
  });

  test('follows a log while its pod runs', async () => {
    const { run } = await terminal();
    await run('oc create deployment web --image=quay.io/myorg/myapp:1.0');
    const { stdout } = (await run('oc logs deploy/web')).result;
    expect((await run('oc logs -f deploy/web')).result).toEqual({ stdout, stderr: idle, exitCode: 0 });
  });

  test('takes one kind, or one object', async () => {
    const { run } = await terminal();
    expect((await run('oc get pods,is -w')).result.stderr).toBe('error: you may only specify a single resource type\n');
    await run('oc create is a; oc create is b');
    expect((await run('oc get is a b -w')).result.stderr).toBe('error: you may only watch a single resource or type of resource at a time\n');
  });

  test('shows errors where they come among the output', async () => {
    const { run } = await terminal();
    expect((await run('oc get is nope; oc whoami; oc get is no; oc project -q')).shown).toEqual([
      'Error from server (NotFound): imagestreams.image.openshift.io "nope" not found\n',
      'developer\n',
      'Error from server (NotFound): imagestreams.image.openshift.io "no" not found\n',
      'demo\n',
    ]);
  });

  test('shows nothing that a program killed by its deadline would not say', async () => {
    const { run } = await terminal();
    const { shown } = await run('oc create deployment web --image=quay.io/nope/nope:1 -o name; timeout 5s oc rollout status deploy/web; oc whoami');
    expect(shown.filter((text) => text !== '…')).toEqual([
      'deployment.apps/web\n',
      'Waiting for deployment "web" rollout to finish: 0 of 1 updated replicas are available...\n',
      'developer\n',
    ]);
  });

  test('waits for a rollout line by line', async () => {
    const { run } = await terminal();
    const { shown } = await run('oc create deployment web --image=quay.io/myorg/myapp:1.0 -o name; oc rollout status deploy/web');
    expect(shown).toEqual([
      'deployment.apps/web\n',
      'Waiting for deployment "web" rollout to finish: 0 of 1 updated replicas are available...\n',
      '…',
      'deployment "web" successfully rolled out\n',
    ]);
  });
});
