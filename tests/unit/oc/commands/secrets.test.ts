import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

const registry = 'create secret docker-registry reg --docker-server=quay.io --docker-username=u --docker-password=p';

describe('oc create secret', () => {
  test('writes a registry login as docker keeps it', async () => {
    const { out } = await ocTerminal();
    expect(await out(registry)).toBe('secret/reg created\n');
    const data = await out('get secret reg -o jsonpath={.data}');
    expect(atob(Object.values(JSON.parse(data) as Record<string, string>)[0] ?? '')).toBe(
      '{"auths":{"quay.io":{"username":"u","password":"p","auth":"dTpw"}}}',
    );
  });

  test('takes files and literals, and refuses a key twice', async () => {
    const { out, error, files } = await ocTerminal();
    files.set('/home/user/config.json', '{"auths":{}}\n');
    expect(await out('create secret generic all --from-file=.dockerconfigjson=config.json --type=kubernetes.io/dockerconfigjson')).toBe('secret/all created\n');
    expect(await error('create secret generic two --from-literal=a=1 --from-literal=a=2')).toBe(
      'error: cannot add key a, another key by that name already exists\n',
    );
    expect(await error('create secret generic two --from-file=none.txt')).toBe('error: error reading none.txt: no such file or directory\n');
  });

  test.each([
    ['create secret docker-registry', "error: exactly one NAME is required, got 0\nSee 'oc create secret docker-registry -h' for help and examples\n"],
    [
      'create secret docker-registry b --docker-username=u',
      'error: either --from-file or the combination of --docker-username, --docker-password and --docker-server is required\n',
    ],
    ['create secret generic c --from-literal=novalue', 'error: invalid literal source novalue, expected key=value\n'],
    ['create secret generic c --from-env-file=a --from-literal=b=c', 'error: from-env-file cannot be combined with from-file or from-literal\n'],
  ])('refuses `oc %s`', async (line, message) => {
    const { error } = await ocTerminal();
    expect(await error(line)).toBe(message);
  });
});

describe('oc secrets', () => {
  test('links a secret for pulls once, and takes it away again', async () => {
    const { out } = await ocTerminal();
    const pulls = async () => (await out('get sa default -o jsonpath={.imagePullSecrets[*].name}')).split(' ').slice(1);
    await out(registry);
    expect(await out('secrets link default reg --for=pull')).toBe('');
    expect(await out('secrets link default secret/reg --for=pull')).toBe('');
    expect(await pulls()).toEqual(['reg']);
    expect(await out('secrets unlink default reg')).toBe('serviceaccount/default updated\n');
    expect(await pulls()).toEqual([]);
  });

  test('names secrets that do not exist', async () => {
    const { error } = await ocTerminal();
    expect(await error('secrets link default nosuch --for=pull')).toBe('secret "nosuch" not found\nerror: No valid secrets found\n');
    expect(await error('secrets link default nosuch --for=push')).toBe('error: unknown for: push\n');
    expect(await error('secrets link default')).toBe('error: must have service account name and at least one secret name\n');
    expect(await error('secrets link default cm/x')).toBe('error: expected resource of type secret, got "cm/x"\n');
    expect(await error('secrets unlink default nosuch')).toBe(
      'secret "nosuch" not found\nerror: No valid secrets found or secrets not linked to service account\n',
    );
  });
});
