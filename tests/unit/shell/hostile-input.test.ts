import { expect, test } from 'vitest';
import { isCompleteCommand } from '../../../src/shell/completeness.ts';
import { shellNotices } from '../../../src/shell/notices.ts';
import { settleAfter } from '../../../src/shell/settling.ts';
import { NeverAtRest, type Simulation } from '../../../src/simulation/simulation.ts';
import { workstation } from '../../fuzz/workstation.ts';

test('more pods than a cluster takes are refused, in the words of a quota, and the shell goes on', async () => {
  const { shell, simulation } = await workstation();
  await shell.run('oc create deployment many --image=quay.io/keycloak/keycloak:19.0 --replicas=1000000');
  expect(simulation.state.list({ group: '', resource: 'pods' })).toHaveLength(250);
  expect((await shell.run("oc get rs -o jsonpath='{.items[0].status.conditions[0].message}'")).stdout).toMatch(
    /^pods "many-[a-z0-9]+-" is forbidden: exceeded quota: pods-of-all-projects, requested: pods=1, used: pods=250, limited: pods=250$/,
  );
  await shell.run('oc scale deployment/many --replicas=2');
  await shell.run('sleep 60');
  expect((await shell.run('oc get deployment many --no-headers')).stdout).toMatch(/^many +2\/2/);
});

test('Tab finds nothing where oc cannot run', async () => {
  const { shell } = await workstation();
  await shell.writeFile('.kube/config', '['.repeat(50_000));
  expect(await shell.complete('oc get is/', 10)).toMatchObject({ candidates: [] });
  await shell.writeFile('.kube/config', '{"clusters":{"a":1}}');
  expect(await shell.complete('oc get is/', 10)).toMatchObject({ candidates: [] });
  expect(shell.prompt()).toMatch(/\$$/);
});

test.each(['en', 'vi', 'ko', 'fr'] as const)('controllers without rest, and whatever else breaks in the cluster, are told (%s)', (language) => {
  const notices = shellNotices(language);
  const breaking = (error: Error) =>
    ({
      settle() {
        throw error;
      },
    }) as unknown as Simulation;
  expect(settleAfter(breaking(new NeverAtRest('…')), 0, notices)).toBe(`bash: ${notices.noRest}\n`);
  expect(settleAfter(breaking(new TypeError('no pod')), 0, notices)).toBe('bash: no pod\n');
});

test('a line of backslashes is judged by those at its end', () => {
  const many = '\\'.repeat(300_000);
  expect(isCompleteCommand(`echo ${many}x`)).toBe(true);
  expect(isCompleteCommand(`echo ${many}`)).toBe(true);
  expect(isCompleteCommand(`echo ${many}\\`)).toBe(false);
});
