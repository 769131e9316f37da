import { expect, test } from 'vitest';
import { fakeSimulation, workstation } from './workstation.ts';

test('variables, functions, aliases, arrays, options, $? and the folder carry over from line to line', async () => {
  const { shell } = await workstation();
  await shell.run(`x=5; export Y=6; f() { echo "f $1 $x"; }; alias k="oc get"; list=(a "b c"); declare -A map; map[q]="1 '2'"; set -o pipefail`);
  await shell.run('mkdir d; cd d; false');
  expect((await shell.run('echo $?; f 7; k pods; oc env Y; oc env x; echo "${list[1]}|${map[q]}"; pwd; oc fail | cat')).stdout).toBe(
    "1\nf 7 5\noc get pods\n6\n(unset)\nb c|1 '2'\n/home/developer/d\n",
  );
  expect((await shell.run('cd -; unset -f f; unalias k; f; k')).stderr).toBe('bash: f: command not found\nbash: k: command not found\n');
  expect((await shell.run('oc fail | cat')).exitCode).toBe(3);
});

test('functions of a sourced file stay, those of a subshell do not', async () => {
  const { shell } = await workstation({ files: { 'lib.sh': 'greet() { echo hello $1; }\n' } });
  await shell.run('. ./lib.sh; (inner() { echo no; })');
  expect(await shell.run('greet you; inner')).toEqual({ stdout: 'hello you\n', stderr: 'bash: inner: command not found\n', exitCode: 127 });
});

test('a function defined before exit stays, and exit ends the line with its code', async () => {
  const { shell } = await workstation();
  expect((await shell.run('f() { echo again; }; exit 3; echo never')).exitCode).toBe(3);
  expect((await shell.run('echo $?; f')).stdout).toBe('3\nagain\n');
});

test('a fork has the same files, variables and folder, and goes its own way', async () => {
  const { shell, clock } = await workstation({ files: { 'a.txt': 'one\n' } });
  await shell.run('mkdir d; cd d; x=5; f() { echo f; }; list=(a b)');
  const fork = await shell.fork(fakeSimulation(clock, []));
  expect((await fork.run('echo $x ${list[1]}; f; pwd; cat ../a.txt; x=6; echo two > ../a.txt')).stdout).toBe('5 b\nf\n/home/developer/d\none\n');
  expect((await shell.run('echo $x; cat ../a.txt')).stdout).toBe('5\none\n');
});

test('a line typed by another user has a kubeconfig of its own and leaves nothing behind', async () => {
  const { shell } = await workstation();
  expect((await shell.run('z=1; oc env KUBECONFIG; cat $KUBECONFIG', { as: 'admin' })).stdout).toBe('/var/lib/users/admin/.kube/config\nlogin of admin');
  expect((await shell.run('echo "[$z]"; oc env KUBECONFIG; cat ~/.kube/config')).stdout).toBe('[]\n(unset)\nlogin of developer');
});
