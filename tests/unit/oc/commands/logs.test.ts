import { describe, expect, test } from 'vitest';
import { runOc } from '../../../../src/oc/oc.ts';
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

  test('waits for a build that has not begun, and tells its steps', async () => {
    const { files, out, host } = await ocTerminal();
    files.set(
      '/home/user/bc.yaml',
      `apiVersion: build.openshift.io/v1
kind: BuildConfig
metadata: {name: app}
spec:
  source: {dockerfile: "FROM base\\n# why\\nRUN make \\\\\\n  install\\nEXPOSE 80"}
  strategy: {dockerStrategy: {from: {kind: DockerImage, name: 'quay.io/myorg/myapp:1.0'}}}
`,
    );
    await out('create -f bc.yaml');
    await runOc(['start-build', 'app'], host);
    const { stdout } = await runOc(['logs', '-f', 'bc/app'], host);
    expect(stdout).toBe(
      'Pulling image quay.io/myorg/myapp:1.0 ...\nSTEP 1: FROM quay.io/myorg/myapp:1.0\nSTEP 2: RUN make install\nSTEP 3: EXPOSE 80\n' +
        'Build complete, no image push requested\n',
    );
    expect(await out('logs build/app-1')).toBe(stdout);
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
