import { expect, test } from 'vitest';
import { workstation } from './workstation.ts';

const incomplete = [
  'echo "a',
  "echo 'a",
  'cat <<EOF',
  'cat <<A <<B\nx\nA',
  'if true',
  'if a; then',
  'echo a |',
  'echo a &&',
  'echo a \\',
  'f() {',
  'echo $(ls',
  'case x in',
  'a=(',
  'for i in a',
  'while :; do',
  '(ls',
  '[[ a == b',
];
const complete = [
  '',
  'ls',
  'fi',
  'cat <<EOF\nx\nEOF',
  'echo a \\\\',
  '# don’t "',
  'echo x # |',
  "echo 'x\ny'",
  'for i in 1; do\necho $i\ndone',
  "oc get is -o jsonpath='{.x}'",
];

test.each(incomplete)('the shell waits for more after %j', async (text) => {
  expect((await workstation()).shell.isComplete(text)).toBe(false);
});

test.each(complete)('%j is a whole command', async (text) => {
  expect((await workstation()).shell.isComplete(text)).toBe(true);
});

test('Tab offers commands, what oc offers, variables and files', async () => {
  const { shell } = await workstation({ files: { 'notes.txt': '', 'dir/inner.yaml': '' } });
  await shell.run('deploy() { :; }; alias k=oc; WIDE=1');
  const tab = (line: string) => shell.complete(line, line.length);
  expect(await tab('de')).toEqual({ from: 0, candidates: ['deploy'] });
  expect(await tab('oc g')).toEqual({ from: 3, candidates: ['get', 'get-token'] });
  expect(await tab('echo $(oc get ')).toEqual({ from: 14, candidates: ['istag/a', 'istag/b'] });
  expect(await tab('echo $WID')).toEqual({ from: 5, candidates: ['$WIDE'] });
  expect(await tab('cat n')).toEqual({ from: 4, candidates: ['notes.txt'] });
  expect(await tab('oc get > dir/')).toEqual({ from: 9, candidates: ['dir/inner.yaml'] });
  expect(await tab('oc get x | gre')).toEqual({ from: 11, candidates: ['grep'] });
});

test('oc edit opens the editor of the page, or the program in $EDITOR', async () => {
  const { shell } = await workstation({ files: { 'a.txt': 'one\n' }, edit: async (_path, text) => `${text}two\n` });
  expect((await shell.run('oc edit a.txt')).stdout).toBe('one\ntwo\n');
  expect((await shell.run('EDITOR="sed -i s/one/ONE/" oc edit a.txt')).stdout).toBe('ONE\n');
  expect((await shell.run('vi a.txt; cat a.txt')).stdout).toBe('one\ntwo\n');
});

test('spellings that the bundled programs refuse work as on a workstation', async () => {
  const { shell } = await workstation();
  expect((await shell.run('echo a b | xargs -n1 echo x; echo a | xargs -I{} echo q{}; seq 3 | paste -sd,; seq 2 | less')).stdout).toBe(
    'x a\nx b\nqa\n1,2,3\n1\n2\n',
  );
  expect((await shell.run('oc stdin <<EOF\nViệt 한국\nEOF')).stdout).toBe('Việt 한국\n');
});

test.each([
  ['!!', '!!'],
  ['sudo !!', '!!'],
  ['!oc get', '!oc'],
  ['jobs', 'jobs'],
  ['ulimit -n', 'ulimit'],
])('%s says that it is not available here', async (line, what) => {
  const { shell } = await workstation();
  expect(await shell.run(line)).toMatchObject({ stdout: '', stderr: `bash: ${what}: not available in this terminal\n`, exitCode: 127 });
});

test('an exclamation mark that is no history stays what it is', async () => {
  const { shell } = await workstation();
  expect((await shell.run('! false; echo $? "a !!" hi! \'!oc\'; [ ! -f x ] && echo none')).stdout).toBe('0 a !! hi! !oc\nnone\n');
});
