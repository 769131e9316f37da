import { describe, expect, it } from 'vitest';
import { ocTerminal } from './oc-terminal.ts';

const manifest = (tags: string) => `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: app
spec:
  tags:${tags}
`;
const tag = (name: string) => `\n  - name: "${name}"\n    from: {kind: DockerImage, name: "quay.io/myorg/myapp:${name}"}`;

describe('oc apply', () => {
  it('creates, leaves alone, changes, and takes away what it once applied but not what others added', async () => {
    const { out, files } = await ocTerminal();
    files.set('/home/user/is.yaml', manifest(tag('1.0') + tag('2.0')));
    expect(await out('apply -f is.yaml')).toBe('imagestream.image.openshift.io/app created\n');
    expect(await out('apply -f is.yaml')).toBe('imagestream.image.openshift.io/app unchanged\n');
    await out('tag quay.io/myorg/myapp:1.0 app:mine');
    files.set('/home/user/is.yaml', manifest(tag('2.0')));
    expect(await out('apply -f is.yaml')).toBe('imagestream.image.openshift.io/app configured\n');
    expect(await out('get is app -o jsonpath={.spec.tags[*].name}')).toBe('2.0 mine');
  });

  it('says how an object that was made otherwise is taken over', async () => {
    const { oc, out, files } = await ocTerminal();
    await out('create imagestream app');
    files.set('/home/user/is.yaml', manifest(tag('1.0')));
    const { stdout, stderr } = await oc('apply -f is.yaml');
    expect(stdout).toBe('imagestream.image.openshift.io/app configured\n');
    expect(stderr).toContain('Warning: resource imagestreams/app is missing the kubectl.kubernetes.io/last-applied-configuration annotation');
  });

  it('writes nothing in a dry run', async () => {
    const { out, error, files } = await ocTerminal();
    files.set('/home/user/is.yaml', manifest(tag('1.0')));
    expect(await out('apply -f is.yaml --dry-run=server')).toBe('imagestream.image.openshift.io/app created (server dry run)\n');
    expect(await out('apply -f is.yaml --dry-run=client')).toBe('imagestream.image.openshift.io/app created (dry run)\n');
    expect(await error('get is app')).toBe('Error from server (NotFound): imagestreams.image.openshift.io "app" not found\n');
  });
});

describe('oc diff', () => {
  it('compares with the object as it is now, whatever resourceVersion was in the file or was applied', async () => {
    const { oc, out, files } = await ocTerminal();
    await out('create imagestream app');
    files.set('/home/user/saved.yaml', await out('get is app -o yaml'));
    await out('apply -f saved.yaml');
    files.set('/home/user/is.yaml', manifest(tag('1.0')));
    const added = { exitCode: 1, stderr: '', stdout: expect.stringContaining('\n+    name: "1.0"\n') };
    expect(await oc('diff -f is.yaml')).toEqual(added);
    files.set('/home/user/stale.yaml', (files.get('/home/user/saved.yaml') ?? '').replace('local: false', 'local: true'));
    await out('label is app team=web');
    const changed = { exitCode: 1, stderr: '', stdout: expect.stringContaining('\n+    local: true\n') };
    expect(await oc('diff -f stale.yaml')).toEqual(changed);
  });

  it('ends with 2 where it could not compare', async () => {
    const { oc, files } = await ocTerminal();
    files.set('/home/user/is.yaml', manifest(tag('1.0')).replace('name: app', 'name: App'));
    expect(await oc('diff -f is.yaml')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is invalid') });
    expect(await oc('diff -f missing.yaml')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('the path "missing.yaml" does not exist') });
  });
});

describe('oc get', () => {
  it('prints several kinds as tables with kinds before the names', async () => {
    const { oc, out } = await ocTerminal();
    await out('create imagestream a');
    await out('create serviceaccount robot');
    expect(await out('get is/a sa/robot -o name')).toBe('imagestream.image.openshift.io/a\nserviceaccount/robot\n');
    expect((await oc('get is,sa robot a')).stderr).toBe(
      'Error from server (NotFound): imagestreams.image.openshift.io "robot" not found\nError from server (NotFound): serviceaccounts "a" not found\n',
    );
  });

  it('shows labels in columns and sorts by a field', async () => {
    const { out } = await ocTerminal();
    for (const name of ['b', 'a', 'c']) await out(`create imagestream ${name}`);
    await out('label is a team=web');
    const rows = (await out('get is -L team --sort-by=.metadata.resourceVersion --no-headers')).split('\n').map((line) => line.split(/\s+/).filter(Boolean));
    expect(rows.map(([name]) => name)).toEqual(['b', 'c', 'a', undefined]);
    expect(rows.map((row) => row.at(-1))).toEqual(['<none>', '<none>', 'web', undefined]);
  });

  it('keeps to the namespace of -n, and to all with -A', async () => {
    const { oc, out } = await ocTerminal();
    await out('create imagestream a');
    await out('new-project other');
    expect((await oc('get is')).stderr).toBe('No resources found in other namespace.\n');
    expect(await out('get is -n demo -o name')).toBe('imagestream.image.openshift.io/a\n');
    expect((await oc('get is -A')).stderr).toContain('cannot list resource "imagestreams" in API group "image.openshift.io" at the cluster scope');
  });
});

describe('oc label and oc annotate', () => {
  it('guard values that are there', async () => {
    const { out, error } = await ocTerminal();
    await out('create imagestream app');
    expect(await out('label is app a=b')).toBe('imagestream.image.openshift.io/app labeled\n');
    expect(await error('label is app a=c')).toBe("error: 'a' already has a value (b), and --overwrite is false\n");
    expect(await out('label is app a=c --overwrite')).toBe('imagestream.image.openshift.io/app labeled\n');
    expect(await out('label is app a=c')).toBe('imagestream.image.openshift.io/app not labeled\n');
    expect(await out('label is app a- nosuch-')).toBe('label "nosuch" not found.\nimagestream.image.openshift.io/app unlabeled\n');
    expect(await out('annotate is app x=1')).toBe('imagestream.image.openshift.io/app annotated\n');
    expect(await error('annotate is app x=2')).toBe(
      "error: --overwrite is false but found the following declared annotation(s): 'x' already has a value (1)\n",
    );
  });
});

describe('oc delete', () => {
  it('takes names, labels and everything', async () => {
    const { oc, out, error } = await ocTerminal();
    for (const name of ['a', 'b', 'c']) await out(`create imagestream ${name}`);
    await out('label is b keep=no');
    expect(await error('delete is')).toBe('error: resource(s) were provided, but no name was specified\n');
    expect(await out('delete is a')).toBe('imagestream.image.openshift.io "a" deleted\n');
    expect(await out('delete is -l keep=no')).toBe('imagestream.image.openshift.io "b" deleted\n');
    expect(await out('delete is --all --dry-run=client')).toBe('imagestream.image.openshift.io "c" deleted (dry run)\n');
    expect(await out('delete is --all')).toBe('imagestream.image.openshift.io "c" deleted\n');
    expect((await oc('delete is --all')).stdout).toBe('No resources found\n');
  });
});

describe('the session', () => {
  it('logs in, says who, switches projects and logs out', async () => {
    const { oc, out, error } = await ocTerminal();
    expect(await out('whoami -c')).toBe('demo/api-ocp4-example-com:6443/developer\n');
    expect(await out('login -u student -p student')).toContain('Login successful.\n\n');
    expect(await out('whoami')).toBe('student\n');
    expect(await out('login -u developer')).toContain('Logged into "https://api.ocp4.example.com:6443" as "developer" using existing credentials.\n\n');
    expect(await out('project demo')).toBe('Already on project "demo" on server "https://api.ocp4.example.com:6443".\n');
    expect(await out('config current-context')).toBe('demo/api-ocp4-example-com:6443/developer\n');
    expect(await out('logout')).toBe('Logged "developer" out on "https://api.ocp4.example.com:6443"\n');
    expect(await error('whoami -t')).toBe('error: no token is currently in use for this session\n');
    expect((await oc('login -u developer -p wrong')).stdout).toBe('Login failed (401 Unauthorized)\nVerify you have provided the correct credentials.\n');
  });

  it('cannot reach another server', async () => {
    const { error } = await ocTerminal();
    expect(await error('get is -s https://api.elsewhere.com:6443')).toBe('Unable to connect to the server: dial tcp: lookup api.elsewhere.com: no such host\n');
  });

  it('logs each call at level 6', async () => {
    const { oc } = await ocTerminal();
    expect((await oc('get is -v=6')).stderr).toMatch(
      /round_trippers\.go:553\] GET https:\/\/api\.ocp4\.example\.com:6443\/apis\/image\.openshift\.io\/v1\/namespaces\/demo\/imagestreams\?limit=500 200 OK in \d+ milliseconds\n/,
    );
  });
});
