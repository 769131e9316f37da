import { describe, expect, test } from 'vitest';
import { ocTerminal } from './oc-terminal.ts';

const deep = (open: string, close: string) =>
  `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
const letters = [...'abcdefghi'];
/** Each line names the one before ten times: a thousand million values in ten lines. */
const laughs = letters.map((letter, index) => `${letter}: &${letter} [${Array(10).fill(index === 0 ? 'lol' : `*${letters[index - 1]}`)}]`).join('\n');

describe('a file is answered in words, whatever is in it', () => {
  test.each([
    ['nested.json', deep('{"a":', '}'), 'error: error parsing nested.json: json: offset 1: exceeded max depth\n'],
    ['lists.json', deep('[', ']'), 'error: error parsing lists.json: json: offset 1: exceeded max depth\n'],
    [
      'flow.yaml',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      'error: error parsing flow.yaml: error converting YAML to JSON: yaml: exceeded max depth of 1000\n',
    ],
    ['laughs.yaml', laughs, 'error: error parsing laughs.yaml: error converting YAML to JSON: yaml: document contains excessive aliasing\n'],
    ['self.yaml', 'metadata: &m\n  labels: *m\n', 'error: error parsing self.yaml: error converting YAML to JSON: yaml: exceeded max depth of 1000\n'],
  ])('%s', async (name, text, said) => {
    const terminal = await ocTerminal();
    terminal.files.set(`/home/user/${name}`, text);
    expect(await terminal.error(`apply -f ${name}`)).toBe(said);
  });
});

describe('names that every JavaScript object knows are names like any other', () => {
  test('as labels', async () => {
    const terminal = await ocTerminal();
    await terminal.out('create configmap web');
    expect(await terminal.out('label configmap web constructor=a toString=c')).toBe('configmap/web labeled\n');
    expect(await terminal.out('get configmap web --show-labels --no-headers')).toMatch(/ constructor=a,toString=c\n$/);
    expect((await terminal.oc('get configmap -l valueOf -o name')).stdout).toBe('');
    expect(await terminal.out('get configmap -l constructor -o name')).toBe('configmap/web\n');
    expect(await terminal.out('get configmap web -L hasOwnProperty --no-headers')).toMatch(/ <none>\n$|s +\n$/);
    expect(await terminal.out('label configmap web constructor-')).toBe('configmap/web unlabeled\n');
    expect(await terminal.out('get configmap web --show-labels --no-headers')).toMatch(/ toString=c\n$/);
  });

  test('as keys of data', async () => {
    const terminal = await ocTerminal();
    await terminal.out('create secret generic s --from-literal=__proto__=x --from-literal=constructor=y');
    expect(await terminal.out('get secret s -o jsonpath={.data}')).toBe('{"__proto__":"eA==","constructor":"eQ=="}');
    await terminal.out('create configmap c --from-literal=__proto__=x');
    expect(await terminal.out('get configmap c -o jsonpath={.data}')).toBe('{"__proto__":"x"}');
  });

  test('in templates, as types, formats and users', async () => {
    const terminal = await ocTerminal();
    await terminal.out('create configmap web');
    expect(await terminal.out('get configmap web -o go-template={{.constructor}}')).toBe('<no value>');
    expect(await terminal.error('get configmap web -o constructor')).toMatch(/^error: unable to match a printer suitable for the output format "constructor"/);
    expect(await terminal.error('get constructor')).toBe('error: the server doesn\'t have a resource type "constructor"\n');
    expect(await terminal.error('patch configmap web --type=constructor -p {}')).toMatch(/^error: --type must be one of/);
    expect(await terminal.error('explain pod.constructor')).toBe('error: field "constructor" does not exist\n');
    expect(terminal.simulation.requestToken('constructor', 'x')).toBeUndefined();
  });

  test.each([
    ['merge', '{"__proto__":{"polluted":1},"metadata":{"constructor":{"prototype":{"polluted":1}}}}'],
    ['strategic', '{"__proto__":{"polluted":1}}'],
    ['json', '[{"op":"add","path":"/__proto__/polluted","value":1}]'],
    ['json', '[{"op":"add","path":"/constructor/prototype/polluted","value":1}]'],
  ])('a %s patch reaches no prototype', async (type, patch) => {
    const terminal = await ocTerminal();
    await terminal.out('create configmap web');
    terminal.files.set('/home/user/patch.json', patch);
    await terminal.oc(`patch configmap web --type=${type} --patch-file=patch.json`);
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('a kubeconfig that is none', () => {
  test.each([
    ['entries of other types', '{"contexts":[5,{"name":7},{"name":"c","context":"x"}],"users":null,"clusters":5,"current-context":{}}'],
    ['a list', '[1, 2]'],
    ['nothing', ''],
    ['names of prototypes', '{"current-context":"__proto__","contexts":[{"name":"__proto__","context":{"user":"constructor","cluster":"toString"}}]}'],
  ])('%s: nobody is logged in', async (_, text) => {
    const terminal = await ocTerminal();
    terminal.files.set('/home/user/.kube/config', text);
    expect(await terminal.error('whoami')).toMatch(/^error: Missing or incomplete configuration info\./);
  });

  test.each([`${'['.repeat(20_000)}${']'.repeat(20_000)}`, laughs])('too much to read is said each time', async (text) => {
    const terminal = await ocTerminal();
    terminal.files.set('/home/user/.kube/config', text);
    const said = await terminal.error('whoami');
    expect(said).toMatch(/^error: error loading config file "\/home\/user\/.kube\/config": yaml: (?:exceeded max depth|document contains excessive aliasing)/);
    expect(await terminal.error('whoami')).toBe(said);
  });
});
