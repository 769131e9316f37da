import { expect, test } from 'vitest';
import { joinGrepPatterns } from '../../../src/shell/grep-patterns.ts';
import { unplainPath } from '../../../src/shell/jq-paths.ts';
import { workstation } from './workstation.ts';

const files = {
  'fruit.txt': 'apple\nbanana\ncherry\n',
  'a.json': '{"a":[{"n":"x","b":1},{"n":"y","b":2}],"o":{"p":1,"q":2}}',
};

// answers of GNU grep 3.8
test.each([
  ['grep -e apple -e cherry', 'apple\ncherry\n'],
  ['grep -e a -e ban -v', 'cherry\n'],
  ["grep -c -e '^a' -e 'y$'", '2\n'],
  ['grep -E -e p+l -e ch', 'apple\ncherry\n'],
  ['grep -F -e p. -e ch', 'cherry\n'],
  ['grep -x -e apple -e ban', 'apple\n'],
  ['grep -w -e app -e cherry', 'cherry\n'],
  ['grep -o -e app -e err', 'app\nerr\n'],
  ['grep -ne apple -e cherry', '1:apple\n3:cherry\n'],
  ['grep -ie APPLE -eCHE', 'apple\ncherry\n'],
  ['grep --regexp=apple --regexp cherry --color=auto', 'apple\ncherry\n'],
  ['grep -A 1 -e apple -m1', 'apple\nbanana\n'],
  ['grep -C1 -e cherry', 'banana\ncherry\n'],
  ['egrep -e p+l -e ch', 'apple\ncherry\n'],
  ['fgrep -e p. -e ch', 'cherry\n'],
  ['grep -ve apple', 'banana\ncherry\n'],
  ['grep ban', 'banana\n'],
])('%s finds what each of its patterns finds', async (line, found) => {
  const { shell } = await workstation({ files });
  expect(await shell.run(`${line} fruit.txt`)).toMatchObject({ stdout: found, stderr: '', exitCode: 0 });
});

test('grep leaves alone what stands behind --, and what is a value', () => {
  expect(joinGrepPatterns(['-n', '--', '-e', 'x'])).toEqual(['-n', '--', '-e', 'x']);
  expect(joinGrepPatterns(['-f', '-e', 'x'])).toEqual(['-f', '-e', 'x']);
  expect(joinGrepPatterns(['-m', '1', '-e', 'a', 'f'])).toEqual(['-e', 'a', '-m', '1', 'f']);
});

test.each([
  ['del(.a[] | select(.n=="x"))', 'del(.a[] | select(.n=="x"))'],
  ['.a | del(.[0], .[1]) | length', 'del(.[0], .[1])'],
  ['del(.o[])', 'del(.o[])'],
  ['del(.a[:1])', 'del(.a[:1])'],
  ['del(.o.p?)', 'del(.o.p?)'],
  ['(.a[] | select(.n=="x").b) = 9', '(.a[] | select(.n=="x").b) ='],
  ['.a[] | select(.n=="x").b |= .+1', 'select(.n=="x").b |='],
  ['(.o.p, .o.q) += 7', '(.o.p, .o.q) +='],
  ['first(.a[]) = 3', 'first(.a[]) ='],
  ['.a[1:] = []', '.a[1:] ='],
  ['.a[]?.b = 1', '.a[]?.b ='],
  ['.a as [$x] | $x.b = 4', '$x.b ='],
  ['[path(.a[])]', 'path(.a[])'],
  ['path(.a[]|select(.n=="x"))', 'path(.a[]|select(.n=="x"))'],
])('jq refuses %s, which its bundled version answers wrongly', async (program, part) => {
  expect(unplainPath(program)).toBe(part);
  const { shell } = await workstation({ files });
  expect(await shell.run(`jq -c --arg v 1 '${program}' a.json`)).toMatchObject({
    stdout: '',
    stderr: `jq: error: ${part}: the jq of this terminal changes and deletes only at a plain path such as .spec.tags[0].name\n`,
    exitCode: 3,
  });
});

// answers of jq 1.6
test.each([
  ['del(.a[0].b) | .a', '[{"n":"x"},{"n":"y","b":2}]'],
  ['del(.a|.[0]) | .a', '[{"n":"y","b":2}]'],
  ['del(.["o"]["p"]).o', '{"q":2}'],
  ['1 as $i | del(.a[$i]) | .a', '[{"n":"x","b":1}]'],
  ['.a[].b = 9 | .a | map(.b)', '[9,9]'],
  ['.a[] | select(.n=="x") | .b = 4', '{"n":"x","b":4}'],
  ['.a[.o.p].b = 9 | .a[1].b', '9'],
  ['.a |= map(if .n=="x" then .b=9 else . end) | .a[0].b', '9'],
  ['if .o.p >= 1 and .o.q != 1 then .o.p = 2 | .o.p else 0 end', '2'],
  ['.zz // (.o."p" += 1 | .o.p)', '2'],
  ['"\\(.o["p"])=\\("(x = del(.a[]))")"', '"1=(x = del(.a[]))"'],
  ['. as $all | .o.p = $all.o.q | .o.p # x.y = 1', '2'],
  ['{c: "x = 1"} + {d: [paths] | length}', '{"c":"x = 1","d":10}'],
  ['[.a[] | .b == 1]', '[true,false]'],
  ['[path(..)] | length', '11'],
])('jq answers %s', async (program, printed) => {
  const { shell } = await workstation({ files });
  const answer = await shell.run(`jq -c '${program}' a.json`);
  expect(answer).toMatchObject({ stderr: '' });
  expect(answer.stdout).toBe(`${printed}\n`);
});

// answers of jq 1.6
test.each([
  ['.x.y = 3 | .x', '{"y":3}'],
  ['.x["y z"] = .o.p + 1 | .x', '{"y z":2}'],
  ['"k" as $k | .o[$k].y = 1 | .o', '{"p":1,"q":2,"k":{"y":1}}'],
  ['.zz[0] = 1 | .zz', '[1]'],
  ['.x.y |= . + 1 | .x', '{"y":1}'],
  ['.x //= {} | .x', '{}'],
  ['.x.y += {a: 1} | .x', '{"y":{"a":1}}'],
  ['.x |= . // 3 | .x', 'null'],
  ['.o.p |= empty | .o', '{"q":2}'],
  ['.o.p |= (7, 8) | .o.p', '7'],
  ['.o.p = (7, 8) | .o.p', '7\n8'],
  ['.o.p = (.x.y = 3 | .x) | .o.p', '{"y":3}'],
  ['.a[0] |= (.c.d = 5 | .b = 4) | .a[0]', '{"n":"x","b":4,"c":{"d":5}}'],
  ['.a[-1].b = 4 | .a[1].b', '4'],
  ['if .o.p == 1 then .x.y = 2 else .x.z = 3 end | .x', '{"y":2}'],
  ['reduce .a[] as $i ({}; .[$i.n].b = $i.b)', '{"x":{"b":1},"y":{"b":2}}'],
  ['.o.p = reduce .a[] as $i (0; . + $i.b) | .o.p', '3'],
])('jq writes also where nothing is yet: %s', async (program, printed) => {
  const { shell } = await workstation({ files });
  expect(await shell.run(`jq -c '${program}' a.json`)).toMatchObject({ stdout: `${printed}\n`, stderr: '', exitCode: 0 });
});
