import { expect, test } from 'vitest';
import { workstation } from './workstation.ts';

test('endless loops end by themselves and say so', async () => {
  const { shell } = await workstation();
  const stopped = 'bash: stopped: too many commands in one line\n';
  expect(await shell.run('while true; do :; done')).toEqual({ stdout: '', stderr: stopped, exitCode: 126 });
  expect(await shell.run('while true; do oc get pods > /dev/null; done')).toEqual({ stdout: '', stderr: stopped, exitCode: 126 });
  expect(await shell.run('while sleep 1h; do :; done')).toMatchObject({ stderr: 'bash: stopped: the line would wait for more than a day\n', exitCode: 126 });
  expect((await shell.run('f() { f; }; f')).exitCode).not.toBe(0);
  expect((await shell.run('echo still here')).stdout).toBe('still here\n');
});

test('huge output is cut off and says so', async () => {
  const { shell } = await workstation();
  const result = await shell.run(
    'x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do x=$x$x; done; echo $x',
  );
  expect(result).toMatchObject({ stdout: '', stderr: 'bash: stopped: too much output for one line\n', exitCode: 126 });
});

test('Ctrl-C ends a line with code 130 and the shell goes on', async () => {
  const { shell } = await workstation();
  expect(await shell.run('echo no', { signal: AbortSignal.abort() })).toMatchObject({ stderr: '', exitCode: 130 });
  const interrupt = new AbortController();
  const running = shell.run('while true; do sleep 0; done', { signal: interrupt.signal });
  interrupt.abort();
  expect(await running).toMatchObject({ stderr: '', exitCode: 130 });
  expect((await shell.run('echo $?')).stdout).toBe('130\n');
});

test.each([
  ['fi', "bash: syntax error near unexpected token `fi'\n", 2],
  ['echo )', "bash: syntax error near unexpected token `)'\n", 2],
  ['>', "bash: syntax error near unexpected token `newline'\n", 2],
  ['echo "x', 'bash: unexpected EOF while looking for matching `"\'\n', 2],
  ['(ls', 'bash: syntax error: unexpected end of file\n', 2],
  ['wat', 'bash: wat: command not found\n', 127],
  ['buildah ps', 'bash: buildah: not available in this terminal\n', 127],
  ['./a', 'bash: ./a: No such file or directory\n', 127],
])('%s is answered in the words of bash', async (line, stderr, exitCode) => {
  const { shell } = await workstation();
  expect(await shell.run(line)).toEqual({ stdout: '', stderr, exitCode });
});

test('a program that is not there says so in the language of the page', async () => {
  const said = async (language: 'vi' | 'ko' | 'fr') => (await (await workstation({ texts: { language } as never })).shell.run('buildah ps')).stderr;
  expect([await said('vi'), await said('ko'), await said('fr')]).toEqual([
    'bash: buildah: không có trong terminal này\n',
    'bash: buildah: 이 터미널에서는 지원하지 않음\n',
    'bash: buildah: non disponible dans ce terminal\n',
  ]);
});
