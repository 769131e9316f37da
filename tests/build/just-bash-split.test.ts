import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bash } from 'just-bash';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitLate } from '../../src/site/build/just-bash-split/late-functions.ts';
import { parseModule, splitBash } from '../support/split-bash.ts';

const lines = [
  'echo "$HOME" | cat; ls /; pwd',
  'echo $((1 + 2 * 3)) $((x = 5, x << 2)) ${#HOME} ${HOME/o/0} ${HOME%/*} ${HOME^^} ${HOME:1:3} ${y:-none}',
  'for i in {1..3} {a..c}; do printf "%s " $i; done; for ((i = 0; i < 3; i++)); do echo $i; done',
  'a=(one two three); a+=(four); a[1]=2; echo "${a[@]}" ${#a[@]} ${!a[@]} ${a[@]:1:2} "${a[*]/o/0}"; unset "a[0]"; declare -p a',
  'declare -A m=([k]=v [l]=w); for k in "${!m[@]}"; do echo "$k=${m[$k]}"; done; readonly r=1; r=2; echo $?',
  'f() { local v=$1; echo "in $v $#"; return 3; }; f one two; echo $?; type f; type cd; hash',
  '[[ abc == a* && 3 -gt 2 && abc =~ b(.) ]] && echo "${BASH_REMATCH[1]}"; [ -f /nothing ] || test 1 = 1 && echo yes',
  'i=0; while (( i < 3 )); do (( i++ )); [ $i = 2 ] && continue; echo $i; done; until false; do break; done; let i=i*2; echo $i',
  'case abc in a?c) echo one ;;& *) echo all ;; esac; select one in a; do break; done < /dev/null; echo $?',
  'printf "a b\\nc d\\n" | while read -r x y; do echo "$y $x"; done; mapfile -t l < <(printf "1\\n2\\n"); echo ${l[1]}',
  'set -- -a -b v; while getopts ab: o; do echo "$o $OPTARG"; done; shift; echo "$@"; set -o pipefail; false | true; echo $?',
  'cd /tmp; pushd / > /dev/null; dirs; popd; shopt -s nullglob; echo /no*; compgen -W "one two" o; complete -W "a" x; help cd | head -2',
  'echo "x=7" > /tmp/f; source /tmp/f; echo $x; eval "echo \\$x"; (x=8; echo $x); { echo group; } 2>&1; echo $x; trap true EXIT; export -p | head -1',
  'set -e; false; echo never',
  'set -u; echo $nothing',
  'cat <<< "here $((2 ** 10))"; x=$(echo sub); echo "$x" ${x@Q}; echo ${!x*}; unset x; echo "${x?unset}"',
];

describe('just-bash in two parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'split-bash-'));
  let split: Awaited<ReturnType<typeof splitBash>>;
  beforeAll(async () => {
    split = await splitBash(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has a part that comes late', () => {
    expect(readdirSync(folder).filter((file) => file.startsWith('late.'))).toHaveLength(1);
  });

  test.each(lines)('answers as before: %s', async (line) => {
    const [{ stdout, stderr, exitCode }, asInstalled] = await Promise.all([new split.Bash().exec(line), new Bash().exec(line)]);
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: asInstalled.stdout, stderr: asInstalled.stderr, exitCode: asInstalled.exitCode });
  });
});

describe('a module whose functions come late', () => {
  const splitOf = (code: string, late: readonly string[]) => splitLate(code, parseModule(code), { used: ['run'], late, lateFile: './late.js' });
  const run = 'async function run(n){return n?far(n):near}var near=1;export{run};';

  test('moves what they alone use, and leaves out what nobody uses', () => {
    const { main, late } = splitOf(`const table=[1];async function far(n){return table[n]+near}function dead(){}${run}`, ['far']);
    expect(main).not.toMatch(/table|dead/);
    expect(late).toMatch(/^export default \(\{near\}\)=>\{\nconst table=\[1\];\nasync function far/);
  });

  test('may move a function that is not async where its callers wait', () => {
    const code = 'function far(){return 1}async function run(){if(run.a)return far();return await far()}export{run};';
    expect(splitOf(code, ['far']).late).toContain('function far(){return 1}');
  });

  test.each([
    ['cannot wait', `function far(){return 1}async function run(){return far()+1}export{run};`, ['far']],
    ['cannot wait', `function far(){return 1}async function run(){return far}export{run};`, ['far']],
    ['cannot come late', `async function far(){}async function run(){}export{run};`, ['far']],
    ['cannot be lent', `async function far(n){return near}${run}near=2;`, ['far']],
    ['no longer has gone', `async function far(n){}${run}`, ['far', 'gone']],
    ['no longer has run', `async function far(n){}`, ['far']],
  ])('is refused where it %s: %s', (why, code, late) => {
    expect(() => splitOf(code, late)).toThrow(why);
  });
});
