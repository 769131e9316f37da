import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

const dockerBuild = `apiVersion: build.openshift.io/v1
kind: BuildConfig
metadata:
  name: app
spec:
  runPolicy: Serial
  source: {dockerfile: FROM scratch}
  strategy:
    dockerStrategy:
      from: {kind: DockerImage, name: 'quay.io/myorg/myapp:1.0'}
      env: [{name: OLD, value: "1"}, {name: BOTH, value: "1"}]
  output:
    to: {kind: ImageStreamTag, name: 'missing:latest'}
  triggers:
  - {type: GitHub, github: {secret: s}}
  - {type: Generic, generic: {secret: s}}
  - {type: ConfigChange}
`;

async function withBuildConfig() {
  const terminal = await ocTerminal();
  terminal.files.set('/home/user/bc.yaml', dockerBuild);
  await terminal.out('create -f bc.yaml');
  return terminal;
}

describe('oc start-build', () => {
  test('lists the addresses of web hooks', async () => {
    const { out, error } = await withBuildConfig();
    const address = 'https://api.ocp4.example.com:6443/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/app/webhooks/<secret>';
    expect(await out('start-build app --list-webhooks=all')).toBe(`GitHub ${address}/github\nGeneric ${address}/generic\n`);
    expect(await out('start-build bc/app --list-webhooks=github')).toBe(`${address}/github\n`);
    expect(await error('start-build app --list-webhooks=no')).toBe("error: --list-webhooks must be 'all', 'generic', or 'github'\n");
  });

  test('gives the build what was asked for', async () => {
    const { out } = await withBuildConfig();
    expect(await out('start-build app --no-cache --build-arg=A=b --env=BOTH=2 -o name')).toBe('build.build.openshift.io/app-2\n');
    const strategy = await out('get build app-2 -o jsonpath={.spec.strategy.dockerStrategy}');
    expect(JSON.parse(strategy)).toEqual({
      buildArgs: [{ name: 'A', value: 'b' }],
      env: [
        { name: 'OLD', value: '1' },
        { name: 'BOTH', value: '2' },
      ],
      from: { kind: 'DockerImage', name: 'quay.io/myorg/myapp:1.0' },
      noCache: true,
    });
    expect(await out('start-build --from-build=app-2 -o name')).toBe('build.build.openshift.io/app-3\n');
    expect(await out('get build app-3 -o jsonpath={.spec.strategy.dockerStrategy}')).toBe(strategy);
  });

  test('builds what lies in a folder, in an archive or in a file', async () => {
    const { oc, out, error, files } = await withBuildConfig();
    files.set('/home/user/site/index.html', 'hello');
    files.set('/home/user/app.jar', 'PK');
    expect(await oc('start-build app --from-dir=./site/')).toEqual({
      stdout: 'build.build.openshift.io/app-2 started\n',
      stderr: 'Uploading directory "site" as binary input for the build ...\n\nUploading finished\n',
      exitCode: 0,
    });
    expect(await out('get build app-2 -o jsonpath={.spec.source}')).toBe('{"binary":{},"dockerfile":"FROM scratch","type":"Binary"}');
    expect((await oc('start-build app --from-file=app.jar')).stderr).toBe('Uploading file "app.jar" as binary input for the build ...\n\nUploading finished\n');
    expect(await out('get build app-3 -o jsonpath={.spec.source.binary}')).toBe('{"asFile":"app.jar"}');
    expect((await oc('start-build app --from-archive=app.jar')).stderr).toContain('WARNING: the provided file may not be an archive');
    await out('start-build app');
    expect(await out('get build app-5 -o jsonpath={.spec.source}')).toBe('{"dockerfile":"FROM scratch","type":"Dockerfile"}');
    expect(await error('start-build app --from-dir=no')).toBe('error: stat /home/user/no: no such file or directory\n');
    expect(await error('start-build app --from-dir=site --from-file=app.jar')).toBe(
      'error: only one of --from-file, --from-repo, --from-archive or --from-dir may be specified\n',
    );
  });

  test('refuses what is for builds of another kind, and pauses', async () => {
    const { error, out } = await withBuildConfig();
    expect(await error('start-build app --incremental')).toBe(
      'Error from server (BadRequest): Cannot specify Source build specific options on demo/app, not a Source build.\n',
    );
    await out('annotate bc app openshift.io/build-config.paused=true');
    expect(await error('start-build app')).toBe("Error from server (BadRequest): can't instantiate from BuildConfig demo/app: BuildConfig is paused\n");
  });
});

describe('oc cancel-build', () => {
  test('cancels every build that waits, whoever else writes to it', async () => {
    const { out } = await withBuildConfig();
    await out('start-build app');
    const lines = (name: string) => `${name} marked for cancellation, waiting to be cancelled\n${name} cancelled\n`;
    expect(await out('cancel-build bc/app')).toBe(lines('build.build.openshift.io/app-1') + lines('build.build.openshift.io/app-2'));
    expect(await out('cancel-build bc/app')).toBe('');
  });
});

describe('oc new-build', () => {
  test('names the build after its output', async () => {
    const { files, out } = await ocTerminal();
    files.set('/home/user/Dockerfile', '');
    expect(await out('new-build -D "FROM scratch" --to=made:v1 -o jsonpath={.items[*].metadata.name}')).toBe('made made');
    expect(await out('new-build -D "FROM scratch" --to=made:v1 --build-arg=A=b -o jsonpath={.items[1].spec.strategy.dockerStrategy.buildArgs}')).toBe(
      '[{"name":"A","value":"b"}]',
    );
  });

  test('checks names of secrets', async () => {
    const { error } = await ocTerminal();
    expect(await error('new-build -D "FROM scratch" --name=made --push-secret=No -o name')).toContain('error: push secret name "No" is invalid\n');
  });
});
