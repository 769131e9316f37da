import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

async function withConfig() {
  const terminal = await ocTerminal();
  await terminal.out('create deploymentconfig web --image=quay.io/myorg/myapp:1.0');
  const params = async () => JSON.parse(await terminal.out('get dc web -o jsonpath={.spec.strategy.rollingParams}'));
  return { ...terminal, params };
}

describe('oc set deployment-hook', () => {
  test('sets a hook, replaces it, and takes it away', async () => {
    const { out, params } = await withConfig();
    const updated = 'deploymentconfig.apps.openshift.io/web hooks updated\n';
    expect(await out('set deployment-hook web --pre -- echo hello')).toBe(updated);
    expect((await params()).pre).toEqual({ execNewPod: { command: ['echo', 'hello'], containerName: 'default-container' }, failurePolicy: 'Ignore' });
    expect(await out('set deployment-hook web --pre -- echo hello')).toBe('');
    expect(await out('set deployment-hook --all --pre --failure-policy=abort -e X=Y -- test')).toBe(updated);
    expect((await params()).pre).toEqual({
      execNewPod: { command: ['test'], containerName: 'default-container', env: [{ name: 'X', value: 'Y' }] },
      failurePolicy: 'Abort',
    });
    expect(await out('set deployment-hook web --pre --remove')).toBe(updated);
    expect((await params()).pre).toBeUndefined();
  });

  test('warns of containers and volumes that are not there', async () => {
    const { oc } = await withConfig();
    const { stderr } = await oc('set deployment-hook web --post --container=no --volumes=v --dry-run=client -- x');
    expect(stderr).toContain('warning: deployment config "web" does not have a container named "no"\n');
    expect(stderr).toContain('warning: deployment config "web" does not have a volume named "v"\n');
  });

  test.each([
    ['', "error: one or more deployment configs must be specified as <name> or dc/<name>\nSee 'oc set deployment-hook -h' for help and examples\n"],
    ['web', 'error: you must specify one of --pre, --mid, or --post\n'],
    ['web --pre', 'error: you must specify a command for the deployment hook\n'],
    ['web --remove', 'error: you must specify at least one of --pre, --mid, or --post with the --remove flag\n'],
    ['web --pre --remove -- x', 'error: --remove may not be used with any option except --pre, --mid, or --post\n'],
  ])('refuses `oc set deployment-hook %s`', async (line, message) => {
    const { error } = await withConfig();
    expect(await error(`set deployment-hook ${line}`)).toBe(message);
  });
});
