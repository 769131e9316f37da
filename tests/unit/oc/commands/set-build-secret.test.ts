import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

async function withConfig() {
  const terminal = await ocTerminal();
  await terminal.out('new-build --name=web --binary --strategy=docker');
  const spec = async () => JSON.parse(await terminal.out('get bc web -o jsonpath={.spec}'));
  return { ...terminal, spec };
}

describe('oc set build-secret', () => {
  test('sets each kind of secret, and takes it away', async () => {
    const { out, spec } = await withConfig();
    const updated = 'buildconfig.build.openshift.io/web secret updated\n';
    expect(await out('set build-secret web mine --push --pull')).toBe(updated);
    expect(await out('set build-secret web mine --push --pull')).toBe('');
    expect(await out('set build-secret bc/web secrets/theirs --source')).toBe(updated);
    const { output, source, strategy } = await spec();
    expect([output.pushSecret, strategy.dockerStrategy.pullSecret, source.sourceSecret]).toEqual([{ name: 'mine' }, { name: 'mine' }, { name: 'theirs' }]);
    expect(await out('set build-secret --all --push --remove')).toBe(updated);
    expect((await spec()).output.pushSecret).toBeUndefined();
  });

  test.each([
    ['', "error: a secret name must be specified\nSee 'oc set build-secret -h' for help and examples\n"],
    ['mine', "error: one or more build configs must be specified as <name> or <resource>/<name>\nSee 'oc set build-secret -h' for help and examples\n"],
    ['web mine', 'error: specify the type of secret to set (--push, --pull, or --source)\n'],
    ['web configmap/mine --pull', 'error: please specify a secret\n'],
    ['is/web mine --pull', 'error: cannot set a build secret on imagestreams/web\n'],
  ])('refuses `oc set build-secret %s`', async (line, message) => {
    const { error } = await withConfig();
    expect(await error(`set build-secret ${line}`)).toBe(message);
  });
});
