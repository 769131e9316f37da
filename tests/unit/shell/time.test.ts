import { expect, test } from 'vitest';
import { workstation } from './workstation.ts';

const seconds = async (line: string) => {
  const { shell, clock } = await workstation();
  const before = clock.now();
  const result = await shell.run(line);
  return { ...result, seconds: (clock.now() - before) / 1000 };
};

test('each line takes about a second of virtual time, and settles once', async () => {
  const { shell, log, clock } = await workstation();
  const before = clock.now();
  await shell.run('oc get a; oc get b');
  await shell.run('echo');
  expect(log).toEqual(['reconcile', 'reconcile', 'settle', 'settle']);
  expect(clock.now() - before).toBe(2000);
});

test('date and sleep follow the virtual clock', async () => {
  expect(await seconds('date; sleep 1.5m; date -u +%T; date -d now +%F')).toEqual({
    stdout: 'Mon Jan  5 09:00:00 UTC 2026\n09:01:30\n2026-01-05\n',
    stderr: '',
    exitCode: 0,
    seconds: 90,
  });
  expect((await seconds('sleep soon')).stderr).toBe("sleep: invalid time interval ‘soon’\nTry 'sleep --help' for more information.\n");
});

test('timeout ends what takes longer in virtual time, with code 124', async () => {
  expect(await seconds('timeout 5 oc wait 60; echo $?')).toMatchObject({ stdout: 'so far\n124\n', stderr: '' });
  expect(await seconds('timeout 5 bash -c "while sleep 2; do :; done; echo no"; echo $?')).toMatchObject({ stdout: '124\n', stderr: '', seconds: 5 });
  expect(await seconds('timeout 1m sleep 5; echo $?')).toMatchObject({ stdout: '0\n', seconds: 5 });
  expect(await seconds('timeout 5 oc get pods')).toMatchObject({ stdout: 'oc get pods\n', exitCode: 0 });
});

test('watch shows each screen that differs and ends when nothing changes any more', async () => {
  const { stdout } = await seconds('watch -n 5 oc get pods');
  expect(stdout).toBe('Every 5.0s: oc get pods    Mon, 05 Jan 2026 09:00:00 GMT\n\noc get pods\n\n');
});
