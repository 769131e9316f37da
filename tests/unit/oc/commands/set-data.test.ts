import { describe, expect, it } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc set data', () => {
  it('sets and removes keys of a secret, and says where nothing changed', async () => {
    const { oc, out } = await ocTerminal();
    await out('create secret generic login --from-literal=user=me --from-literal=old=1');
    expect(await out('set data secret/login user=you old-')).toBe('secret/login data updated\n');
    expect(await out('get secret login -o jsonpath={.data}')).toBe('{"user":"eW91"}');
    expect((await oc('set data secret/login user=you')).stderr).toBe('info: login was not changed\n');
  });

  it('refuses what cannot be', async () => {
    const { error, out } = await ocTerminal();
    await out('create configmap settings');
    await out('create imagestream app');
    expect(await error('set data configmap/settings')).toBe('error: must add, update, or remove at least one key from this object\n');
    expect(await error('set data configmap/settings a=1 a-')).toBe('error: you may not remove and set the key "a" in the same invocation\n');
    expect(await error('set data is/app a=1')).toBe(
      'error: imagestreams/app the object is not a config map or secret and cannot have data updated: *v1.ImageStream\n',
    );
  });
});
