import { expect, test } from 'vitest';
import { workstation } from './workstation.ts';

const run = async (script: string) => (await (await workstation()).shell.run(`bash -c '${script.replaceAll("'", `'\\''`)}'`)) ?? {};

test.each([
  ['nosuch', 'bash: line 1: nosuch: command not found\n'],
  ['oc get is |nosuch --enabled=false', 'bash: line 1: nosuch: command not found\n'],
  ['oc a \\ \n  --from=x/y \\\n  --confirm', 'bash: line 3: --from=x/y: No such file or directory\n'],
  ['oc a \\ \n  --from=x/y \\ \n  --confirm', 'bash: line 2: --from=x/y: No such file or directory\nbash: line 3: --confirm: command not found\n'],
  ['oc a \\\n  --b=/<folder c>/d', 'bash: line 1: folder: No such file or directory\n'],
  ['echo a\ncd /nosuch', 'bash: line 2: cd: /nosuch: No such file or directory\n'],
  ['oc get is <name>', "bash: -c: line 1: syntax error near unexpected token `newline'\nbash: -c: line 1: `oc get is <name>'\n"],
  ['oc a \\\n  --b=<c> \\\n  --d=<e>', "bash: -c: line 3: syntax error near unexpected token `newline'\nbash: -c: line 3: `  --d=<e>'\n"],
  ['oc new-app [<source> | <template>]', "bash: -c: line 1: syntax error near unexpected token `|'\nbash: -c: line 1: `oc new-app [<source> | <template>]'\n"],
  ['oc tag a:1 <', "bash: -c: line 1: syntax error near unexpected token `newline'\nbash: -c: line 1: `oc tag a:1 <'\n"],
  ['oc get is (--all)', "bash: -c: line 1: syntax error near unexpected token `('\nbash: -c: line 1: `oc get is (--all)'\n"],
  ['oc get is | | wc', "bash: -c: line 1: syntax error near unexpected token `|'\nbash: -c: line 1: `oc get is | | wc'\n"],
  ['oc a\noc b &&\n && oc c', "bash: -c: line 3: syntax error near unexpected token `&&'\nbash: -c: line 3: ` && oc c'\n"],
  ['oc get is &&', 'bash: -c: line 2: syntax error: unexpected end of file\n'],
  ['if true; then echo 1', 'bash: -c: line 2: syntax error: unexpected end of file\n'],
  ['echo "a', 'bash: -c: line 1: unexpected EOF while looking for matching `"\'\n'],
])('bash -c names the line of what it complains about in %j', async (script, stderr) => {
  expect((await run(script)).stderr).toBe(stderr);
});

test.each([
  ["oc a '| |' | cat", 'oc a | |\n'],
  ['oc a 2>&1 | cat', 'oc a\n'],
  ['oc a |& cat', 'oc a\n'],
  ['oc a || oc b && oc c', 'oc a\noc c\n'],
  ['oc a # b | | c', 'oc a\n'],
  ['oc a |\ncat', 'oc a\n'],
  ['cat <<EOF\n| |\nEOF', '| |\n'],
  ['case a in a|b) oc a;; esac', 'oc a\n'],
])('operators between commands pass: %j', async (line, stdout) => {
  expect(await (await workstation()).shell.run(line)).toEqual({ stdout, stderr: '', exitCode: 0 });
});

test('a person is told of a misplaced operator', async () => {
  expect(await (await workstation()).shell.run('oc a | | cat')).toEqual({ stdout: '', stderr: "bash: syntax error near unexpected token `|'\n", exitCode: 2 });
});

test('a shell with a person before it names no line', async () => {
  expect((await (await workstation()).shell.run('nosuch')).stderr).toBe('bash: nosuch: command not found\n');
});

test.each([
  ['oc get is -o jsonpath={.items[*].metadata.name}{"\\n"}', 'oc get is -o jsonpath={.items[*].metadata.name}{\\n}\n'],
  ["oc a[0]'\\n'", 'oc a[0]\\n\n'],
  ['oc a[0]\\\\n', 'oc a[0]\\n\n'],
  ['oc "a[0]\\n"', 'oc a[0]\\n\n'],
])('a pattern without a match keeps its quoted backslashes: %s', async (line, stdout) => {
  expect((await (await workstation()).shell.run(line)).stdout).toBe(stdout);
});
