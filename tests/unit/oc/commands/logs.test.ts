import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc logs', () => {
  test('prints what the pod of a workload wrote', async () => {
    const { out } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0');
    const name = await out('get pod -o jsonpath={.items[0].metadata.name}');
    const text = await out('logs deploy/web');
    expect(text).toContain('quay.io/myorg/myapp');
    expect(await out(`logs ${name}`)).toBe(text);
    expect(await out('logs -l app=web')).toBe(text);
    expect(await out('logs deploy/web --tail=1')).toBe(`${text.trimEnd().split('\n').at(-1)}\n`);
  });

  test.each([
    [
      '',
      "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'oc logs -h' for help and examples\n",
    ],
    ['nosuch', 'error: error from server (NotFound): pods "nosuch" not found in namespace "demo"\n'],
    ['deploy/nosuch', 'error: error from server (NotFound): deployments.apps "nosuch" not found in namespace "demo"\n'],
    ['is/app', 'error: cannot get the logs from *v1.ImageStream: selector for *v1.ImageStream not implemented\n'],
  ])('refuses `oc logs %s`', async (line, message) => {
    const { out, error } = await ocTerminal();
    await out('create is app');
    expect(await error(`logs ${line}`)).toBe(message);
  });
});
