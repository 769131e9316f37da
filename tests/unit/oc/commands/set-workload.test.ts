import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

async function withDeployment() {
  const terminal = await ocTerminal();
  await terminal.out('create deployment web --image=quay.io/myorg/myapp:1.0');
  const container = async (path: string) => terminal.out(`get deployment web -o jsonpath={.spec.template.spec.containers[0]${path}}`);
  return { ...terminal, container };
}

describe('oc set image', () => {
  test('changes the image of a container, of all with *, and says nothing where it is that already', async () => {
    const { out, container } = await withDeployment();
    expect(await out('set image deployment/web myapp=quay.io/myorg/myapp:2.0')).toBe('deployment.apps/web image updated\n');
    expect(await out('set image deployment/web *=quay.io/myorg/myapp:1.1')).toBe('deployment.apps/web image updated\n');
    expect(await container('.image')).toBe('quay.io/myorg/myapp:1.1');
    expect(await out('set image deployment/web myapp=quay.io/myorg/myapp:1.1')).toBe('');
  });

  test('names what is wrong', async () => {
    const { error } = await withDeployment();
    expect(await error('set image deployment/web nosuch=quay.io/myorg/myapp:2.0')).toBe('error: unable to find container named "nosuch"\n');
    expect(await error('set image deployment/web')).toBe('error: at least one image update is required\n');
    expect(await error('set image deployment/nosuch myapp=x')).toBe('Error from server (NotFound): deployments.apps "nosuch" not found\n');
  });

  test('resolves an image stream tag with --source', async () => {
    const { out, container } = await withDeployment();
    await out('import-image app:1 --from=quay.io/myorg/myapp:2.0 --confirm');
    await out('set image deployment/web myapp=app:1 --source=imagestreamtag');
    expect(await container('.image')).toMatch(/^quay\.io\/myorg\/myapp@sha256:[0-9a-f]{64}$/);
  });

  test('changes nothing with --dry-run', async () => {
    const { out, container } = await withDeployment();
    expect(await out('set image deployment/web myapp=quay.io/myorg/myapp:2.0 --dry-run=client')).toBe('deployment.apps/web image updated (dry run)\n');
    expect(await container('.image')).toBe('quay.io/myorg/myapp:1.0');
  });
});

describe('oc set env', () => {
  test('adds, changes and removes variables, and lists what is there', async () => {
    const { out } = await withDeployment();
    expect(await out('set env deployment/web A=1 B=2')).toBe('deployment.apps/web updated\n');
    expect(await out('set env deployment/web A=3 B-')).toBe('deployment.apps/web updated\n');
    expect(await out('set env deployment/web --list')).toBe('# deployments/web, container myapp\nA=3\n');
  });

  test('keeps a value with --overwrite=false', async () => {
    const { out, error } = await withDeployment();
    await out('set env deployment/web A=1');
    expect(await error('set env deployment/web A=3 --overwrite=false')).toBe("error: deployments/web 'A' already has a value (1), and --overwrite is false\n");
  });

  test('says which references lead nowhere', async () => {
    const { out, oc } = await withDeployment();
    await out('create secret generic login --from-literal=user=me');
    await out('set env --from=secret/login deployment/web');
    await out('delete secret login');
    expect(await oc('set env deployment/web --list --resolve')).toEqual({
      stdout: '# deployments/web, container myapp\n# USER from secret login, key user\n',
      stderr: 'error retrieving reference for USER: secrets "login" not found\nerror: deployments/web failed to retrieve valueFrom references\n',
      exitCode: 1,
    });
  });

  test('checks what it is given', async () => {
    const { error, oc } = await withDeployment();
    expect(await error('set env deployment/web A=1 A-')).toBe('error: can not both modify and remove the same environment variable in the same command\n');
    expect(await error('set env deployment/web 1A=1')).toContain(
      'error: environment variable 1A=1 is invalid, a valid environment variable name must consist of',
    );
    expect((await oc('set env deployment/web -e A=1,B=2')).stderr).toBe(
      'warning: --env no longer accepts comma-separated lists of values. "A=1,B=2" will be treated as a single key-value pair.\n',
    );
  });

  test('takes every key of a secret, under a prefix, and resolves it on demand', async () => {
    const { out } = await withDeployment();
    await out('create secret generic login --from-literal=user=me');
    expect(await out('set env --from=secret/login deployment/web --prefix=DB_')).toBe('deployment.apps/web updated\n');
    expect(await out('set env deployment/web --list')).toBe('# deployments/web, container myapp\n# DB_USER from secret login, key user\n');
    expect(await out('set env deployment/web --list --resolve')).toBe('# deployments/web, container myapp\nDB_USER=me\n');
  });

  test('sets the environment of a build', async () => {
    const { out } = await ocTerminal();
    await out('new-build nodejs~https://github.com/sclorg/nodejs-ex');
    expect(await out('set env bc/nodejs-ex A=1')).toBe('buildconfig.build.openshift.io/nodejs-ex updated\n');
    expect(await out('get bc nodejs-ex -o jsonpath={.spec.strategy.sourceStrategy.env}')).toBe('[{"name":"A","value":"1"}]');
  });
});

describe('oc set probe', () => {
  test('sets and removes probes', async () => {
    const { out, container } = await withDeployment();
    expect(await out('set probe deployment/web --readiness --get-url=http://:8080/healthz --initial-delay-seconds=5')).toBe(
      'deployment.apps/web probes updated\n',
    );
    expect(await container('.readinessProbe')).toBe(
      '{"failureThreshold":3,"httpGet":{"path":"/healthz","port":8080,"scheme":"HTTP"},"initialDelaySeconds":5,"periodSeconds":10,"successThreshold":1,"timeoutSeconds":1}',
    );
    await out('set probe deployment/web --liveness -- cat /ok');
    expect(await container('.livenessProbe.exec.command')).toBe('["cat","/ok"]');
    await out('set probe deployment/web --readiness --remove');
    expect(await container('.readinessProbe')).toBe('');
  });

  test('must know which probe', async () => {
    const { error } = await withDeployment();
    expect(await error('set probe deployment/web')).toBe('error: you must specify at least one of --readiness, --liveness, --startup\n');
  });
});

describe('oc set resources', () => {
  test('sets requests and limits', async () => {
    const { out, error, container } = await withDeployment();
    expect(await out('set resources deployment web --limits=cpu=200m,memory=512Mi --requests=cpu=100m')).toBe(
      'deployment.apps/web resource requirements updated\n',
    );
    expect(await container('.resources')).toBe('{"limits":{"cpu":"200m","memory":"512Mi"},"requests":{"cpu":"100m"}}');
    expect(await error('set resources deployment web')).toBe('error: you must specify an update to requests or limits (in the form of --requests/--limits)\n');
  });
});
