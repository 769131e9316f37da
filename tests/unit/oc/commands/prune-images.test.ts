import { describe, expect, test } from 'vitest';
import { type OcTerminal, ocTerminal } from '../oc-terminal.ts';

const first = 'sha256:a44f8476270b6d55ee3674bbaa07ea7661943db67b241d505db71b89f51e5e47';
const dryRun = 'Dry run enabled - no modifications will be made. Add --confirm to remove images\n';

/** An administrator's terminal, with a tag of three revisions that is two hours old. */
async function cluster(): Promise<OcTerminal> {
  const terminal = await ocTerminal();
  for (const image of ['quay.io/keycloak/keycloak:20.0.2', 'registry.access.redhat.com/ubi8/php-74', 'registry.access.redhat.com/ubi8/php-80']) {
    await terminal.out(`tag ${image} app:live`);
    terminal.simulation.advance(60_000);
  }
  await terminal.out('login -u admin -p redhatocp');
  await terminal.out('project demo');
  terminal.simulation.advance(2 * 3_600_000);
  return terminal;
}

const live = (terminal: OcTerminal) => terminal.out('get is app -o jsonpath={.status.tags[0].items[*].image}');
const stdoutOf = async (terminal: OcTerminal, line: string) => (await terminal.oc(`adm prune images ${line}`)).stdout;
const summary = (text: string) => text.split('\n').at(-2);

describe('oc adm prune images', () => {
  test('is for those who may see the whole cluster', async () => {
    const { error } = await ocTerminal();
    expect(await error('adm prune images')).toBe(
      'Error from server (Forbidden): pods is forbidden: User "developer" cannot list resource "pods" in API group "" at the cluster scope\n',
    );
  });

  test('tells what would go, and takes nothing', async () => {
    const terminal = await cluster();
    const before = await live(terminal);
    const { stdout, stderr, exitCode } = await terminal.oc('adm prune images --keep-tag-revisions=2');
    expect(stdout).toContain(`Deleting 1 items from image stream demo/app\nDeleting manifest link ${first} in repository demo/app\n`);
    expect(stdout).toContain(`Deleting blob ${first}\nDeleting image ${first}\n`);
    expect(summary(stdout)).toBe(
      'Summary: deleted 1 image object(s), deleted 1 image stream tag item(s), updated 1 image stream(s), deleted 4 layer link(s), deleted 1 manifest link(s), deleted 5 blob(s)',
    );
    expect([stderr.endsWith(dryRun), exitCode]).toEqual([true, 0]);
    expect(await live(terminal)).toBe(before);
  });

  test('keeps the newest revisions, what is young, and the images of others where it is told to', async () => {
    const terminal = await cluster();
    const nothing = 'Summary: deleted 0 objects\n';
    expect(await stdoutOf(terminal, '')).toBe(nothing);
    expect(await stdoutOf(terminal, '--keep-tag-revisions=1 --keep-younger-than=3h')).toBe(nothing);
    expect(await stdoutOf(terminal, '--keep-tag-revisions=2 --all=false')).not.toContain('Deleting image ');
    expect(await stdoutOf(terminal, '--keep-tag-revisions=2 -n demo')).not.toContain('Deleting image ');
  });

  test('keeps what a workload uses', async () => {
    const terminal = await cluster();
    await terminal.out(`create deployment web --image=image-registry.openshift-image-registry.svc:5000/demo/app@${first}`);
    expect(await stdoutOf(terminal, '--keep-tag-revisions=2')).toBe('Summary: deleted 0 objects\n');
    await terminal.out('delete deployment web');
    expect(await stdoutOf(terminal, '--keep-tag-revisions=2')).toContain(`Deleting image ${first}\n`);
  });

  test('goes by size alone where it is told to', async () => {
    const terminal = await cluster();
    expect(await stdoutOf(terminal, '--prune-over-size-limit')).toBe('Summary: deleted 0 objects\n');
    terminal.files.set(
      '/home/user/limits.yaml',
      'apiVersion: v1\nkind: LimitRange\nmetadata: {name: sizes}\nspec: {limits: [{type: openshift.io/Image, max: {storage: 1Mi}}]}\n',
    );
    await terminal.out('create -f limits.yaml');
    expect(summary(await stdoutOf(terminal, '--prune-over-size-limit'))).toMatch(/^Summary: deleted 1 image object\(s\), deleted 3 image stream tag item\(s\)/);
  });

  test('takes nothing before it reaches the registry', async () => {
    const terminal = await cluster();
    const before = await live(terminal);
    expect(await terminal.error('adm prune images --keep-tag-revisions=1 --confirm')).toContain(
      'error: failed to ping registry image-registry.openshift-image-registry.svc:5000: Get "https://image-registry.openshift-image-registry.svc:5000/": dial tcp: lookup image-registry.openshift-image-registry.svc on 172.30.0.10:53: no such host\n' +
        '* Please provide a reachable route to the integrated registry using --registry-url.\n',
    );
    expect(await live(terminal)).toBe(before);
  });

  test('takes it, over the public address or from the API alone', async () => {
    const terminal = await cluster();
    await terminal.out('create route reencrypt default-route --service=image-registry -n openshift-image-registry');
    const host = await terminal.out('get route default-route -n openshift-image-registry -o jsonpath={.spec.host}');
    expect(await stdoutOf(terminal, `--keep-tag-revisions=2 --registry-url=${host} --confirm`)).toContain(`Deleting image ${first}\n`);
    expect((await live(terminal)).split(' ')).toHaveLength(2);
    expect(await terminal.error(`get image ${first}`)).toBe(`Error from server (NotFound): images.image.openshift.io "${first}" not found\n`);
    expect(await stdoutOf(terminal, '--keep-tag-revisions=1 --prune-registry=false --confirm')).toMatch(
      /^Only API objects will be removed\. {2}No modifications to the image registry will be made\.\nDeleting 1 items from image stream demo\/app\n/,
    );
    expect((await live(terminal)).split(' ')).toHaveLength(1);
  });

  test.each([
    ['x', "error: no arguments are allowed to this command\nSee 'oc adm prune images -h' for help and examples\n"],
    ['--keep-tag-revisions=-1', 'error: --keep-tag-revisions must be greater than or equal to 0\n'],
    ['--keep-younger-than=-5m', 'error: --keep-younger-than must be greater than or equal to 0\n'],
    [
      '--prune-over-size-limit --keep-tag-revisions=1',
      'error: --prune-over-size-limit cannot be specified with --keep-tag-revisions nor --keep-younger-than\n',
    ],
    ['--registry-url=ftp://x', 'error: invalid --registry-url flag: unsupported scheme: ftp\n'],
    ['--registry-url=x/y', 'error: invalid --registry-url flag: no path after <host>[:<port>] is allowed\n'],
    ['--force-insecure --certificate-authority=ca.crt', 'error: --certificate-authority cannot be specified with --force-insecure\n'],
  ])('refuses %s', async (line, said) => {
    const { error } = await ocTerminal();
    expect(await error(`adm prune images ${line}`)).toBe(said);
  });
});
