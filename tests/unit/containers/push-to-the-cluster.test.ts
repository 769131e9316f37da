import { describe, expect, test } from 'vitest';
import { containerWorkstation, exposeAndLogin, over, publicRegistry } from './workstation.ts';

const serviceName = 'image-registry.openshift-image-registry.svc:5000';
const hash = /\b[0-9a-f]{12,64}\b/g;
const withoutHashes = (text: string) => text.replace(hash, 'HASH');

describe('the registry of the cluster, from a workstation', () => {
  test('has no name and no route at first', async () => {
    const { error, out } = await containerWorkstation();
    const login = (host: string) => error(`podman login -u developer -p $(oc whoami -t) ${host}`);
    expect(await login(serviceName)).toBe(
      `Error: authenticating creds for "${serviceName}": pinging container registry ${serviceName}: Get "https://${serviceName}/v2/": dial tcp: lookup image-registry.openshift-image-registry.svc: no such host\n`,
    );
    expect(await login(publicRegistry)).toBe(
      `Error: authenticating creds for "${publicRegistry}": pinging container registry ${publicRegistry}: received unexpected HTTP status: 503 Service Unavailable\n`,
    );
    expect(await out('cat $XDG_RUNTIME_DIR/containers/auth.json 2>/dev/null || echo none')).toBe('none\n');
  });

  test('is exposed by its operator when its configuration says so, and hidden again', async () => {
    const { out, error } = await containerWorkstation();
    const streams = () => out('oc get is --no-headers | tr -s " " | cut -d" " -f2');
    const expose = (wanted: boolean) =>
      out(`oc patch configs.imageregistry.operator.openshift.io/cluster --type=merge -p '{"spec":{"defaultRoute":${wanted}}}'`, 'admin');
    await out('oc create is app');
    expect(await streams()).toBe(`${serviceName}/demo/app\n`);
    expect(await expose(true)).toBe('config.imageregistry.operator.openshift.io/cluster patched\n');
    expect(await out("oc get route -n openshift-image-registry -o jsonpath='{.items[*].spec.host}'", 'admin')).toBe(publicRegistry);
    expect(await streams()).toBe(`${publicRegistry}/demo/app\n`);
    expect(await out('oc get is -l missing=label')).toBe('');
    expect(await error(`podman pull ${publicRegistry}/demo/app:1`)).toContain('authentication required');
    await expose(false);
    expect(await streams()).toBe(`${serviceName}/demo/app\n`);
    expect(await error(`podman pull ${publicRegistry}/demo/app:1`)).toContain('503 Service Unavailable');
  });

  test('is named and logged in to by oc registry', async () => {
    const { out, error } = await containerWorkstation();
    expect(await out('oc registry info')).toBe(`${serviceName}\n`);
    expect(await error('oc registry info --public')).toBe('error: registry does not have public hostname\n');
    expect(await error('oc registry login')).toMatch(
      /^info: Using internal registry hostname .*\nerror: unable to check your credentials - pass --skip-check to bypass this error: /,
    );
    await out('oc create route reencrypt default-route --service=image-registry -n openshift-image-registry', 'admin');
    expect(await out('oc registry info')).toBe(`${publicRegistry}\n`);
    expect(await out('oc registry login')).toBe(`Saved credentials for ${publicRegistry} into /run/user/1000/containers/auth.json\n`);
    await out(`podman build -t ${publicRegistry}/demo/app:1 . && podman push ${publicRegistry}/demo/app:1`);
    expect(await out('oc get istag -o name')).toBe('imagestreamtag.image.openshift.io/app:1\n');
  });

  test('takes tokens for passwords, and pushes where the user has the right', async () => {
    const workstation = await containerWorkstation();
    const { out, error } = workstation;
    await out('podman build -t custom-server:1.0 .');
    await out('oc create route reencrypt default-route --service=image-registry -n openshift-image-registry', 'admin');
    expect(await error(`podman login -u developer -p developer ${publicRegistry}`)).toBe(
      `Error: logging into "${publicRegistry}": invalid username/password\n`,
    );
    const push = (path: string) => `podman push custom-server:1.0 ${publicRegistry}/${path}`;
    const refused = (path: string) =>
      `Getting image source signatures\nError: trying to reuse blob sha256:HASH at destination: checking whether a blob sha256:HASH exists in ${publicRegistry}/${path}: authentication required\n`;
    expect(withoutHashes(await error(push('demo/custom-server:1.0')))).toBe(refused('demo/custom-server'));
    expect(await out(`podman login -u developer -p $(oc whoami -t) ${publicRegistry}`)).toBe('Login Succeeded!\n');
    expect(withoutHashes(await error(push('openshift/custom-server:1.0')))).toBe(refused('openshift/custom-server'));
    expect(withoutHashes((await workstation.run(push('demo/custom-server:1.0'))).stderr)).toBe(
      'Getting image source signatures\nCopying blob sha256:HASH\nCopying config sha256:HASH\nWriting manifest to image destination\n',
    );
    expect(await out('oc get is --no-headers')).toBe(`custom-server   ${publicRegistry}/demo/custom-server   1.0   1 second ago\n`);
  });

  test('fires triggers: a push rolls the deployment out, and its pods run what was pushed', async () => {
    const workstation = await containerWorkstation();
    const { out } = workstation;
    await exposeAndLogin(workstation);
    const image = `${publicRegistry}/demo/custom-server:1.0`;
    await out(`podman build -t ${image} . && podman push ${image}`);
    await out('oc new-app --image-stream=custom-server:1.0 --name=web');
    const running = () => out("oc get pods -o jsonpath='{range .items[*]}{.status.phase} {.spec.containers[0].image}{end}'");
    const tagged = () => out("oc get istag custom-server:1.0 -o jsonpath='{.image.dockerImageReference}'");
    const first = await tagged();
    expect(await running()).toBe(`Running ${first}`);
    await out(`echo 'listen(9090)' > app.js; podman build -t ${image} . && podman push ${image}`);
    const second = await tagged();
    expect(second).not.toBe(first);
    expect(await running()).toBe(`Running ${second}`);
    expect(await out("oc get rs -o jsonpath='{.items[*].spec.replicas}' | tr ' ' '\\n' | sort -u")).toBe('0\n1\n');
  });

  test('gives back what was pushed, and what it pulls through', async () => {
    const workstation = await containerWorkstation();
    const { out } = workstation;
    await exposeAndLogin(workstation);
    const id = (await out('podman build -q -t app:1 .')).trim();
    await out(`podman push app:1 ${publicRegistry}/demo/app:1 && podman rmi -a`);
    expect(await out(`podman pull ${publicRegistry}/demo/app:1`)).toBe(`${id}\n`);
    await out('oc import-image custom-server:1.0 --from=quay.io/myorg/custom-server:1.0 --reference-policy=local --confirm');
    expect(await out(`podman pull ${publicRegistry}/demo/custom-server:1.0`)).toBe(await out('podman pull quay.io/myorg/custom-server:1.0'));
    expect(await out(`skopeo list-tags docker://${publicRegistry}/demo/app`)).toBe(
      `{\n    "Repository": "${publicRegistry}/demo/app",\n    "Tags": [\n        "1"\n    ]\n}\n`,
    );
  });

  test('lets a service account with the right in', async () => {
    const workstation = await containerWorkstation();
    const { out, error } = workstation;
    await exposeAndLogin(workstation);
    await out('podman build -t app:1 . && oc create sa robot');
    const push = `podman push --creds robot:$(oc create token robot) app:1 ${publicRegistry}/demo/app:1`;
    await error(push);
    await out('oc policy add-role-to-user system:image-pusher -z robot');
    expect(withoutHashes(await error(push))).toBe(
      `Getting image source signatures\nError: writing blob: initiating layer upload to /v2/demo/app/blobs/uploads/ in ${publicRegistry}: requested access to the resource is denied\n`,
    );
    await out('oc create is app');
    await out(push);
    expect(await out("oc get is app -o jsonpath='{.status.tags[*].tag}'")).toBe('1');
  });
});

describe('local images', () => {
  test('are in the files: a fork has them and goes its own way, and a replay makes the same', async () => {
    const first = await containerWorkstation();
    await first.out('podman build -t app:1 . && docker build -f Containerfile -t app:1 .');
    const simulation = first.simulation.fork();
    const copy = over(simulation, await first.shell.fork(simulation));
    const images = await first.out('podman images -q; docker images -q');
    expect(await copy.out('podman images -q; docker images -q')).toBe(images);
    await copy.out('podman rmi app:1');
    expect(await first.out('podman images -q; docker images -q')).toBe(images);
    const again = await containerWorkstation();
    await again.out('podman build -t app:1 . && docker build -f Containerfile -t app:1 .');
    expect(await again.out('podman images -q; docker images -q')).toBe(images);
  });
});
