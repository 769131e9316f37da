import { describe, expect, it } from 'vitest';
import { evaluateJsonPath } from '../../../../src/oc/printers/jsonpath/evaluate.ts';
import { parseJsonPath, relaxedJsonPath } from '../../../../src/oc/printers/jsonpath/parse.ts';

const stream = {
  kind: 'ImageStream',
  metadata: { name: 'app', annotations: { 'openshift.io/note': 'hi' }, generation: 3 },
  spec: {
    tags: [
      { name: '1', from: { kind: 'DockerImage', name: 'a' }, importPolicy: { scheduled: true } },
      { name: '2', from: { kind: 'ImageStreamTag', name: 'app:1' } },
      { name: '3', from: { kind: 'DockerImage', name: 'c' }, generation: null },
    ],
  },
};
const show = (template: string, value: unknown = stream, allowMissing = true) => evaluateJsonPath(parseJsonPath(template), value, { allowMissing });

describe('jsonpath', () => {
  it.each([
    ['{.metadata.name}', 'app'],
    ['{.spec.tags[0].name}', '1'],
    ['{.spec.tags[-1].name}', '3'],
    ['{.spec.tags[*].name}', '1 2 3'],
    ['{.spec.tags[0:2].name}', '1 2'],
    ['{.spec.tags[::2].name}', '1 3'],
    ['{.spec.tags[0,2].name}', '1 3'],
    ["{.metadata.annotations['openshift.io/note']}", ''],
    ['{.metadata.annotations.openshift\\.io/note}', 'hi'],
    ["{.metadata['name']}", 'app'],
    ['{..kind}', 'ImageStream DockerImage ImageStreamTag DockerImage'],
    ['{.spec.tags[?(@.from.kind=="DockerImage")].name}', '1 3'],
    ['{.spec.tags[?(@.importPolicy)].name}', '1'],
    ['{.spec.tags[?(@.name!="2")].name}', '1 3'],
    ['{.spec.tags[2].generation}', 'null'],
    ['{.metadata.generation}', '3'],
    ['{range .spec.tags[*]}{.name}={.from.name}{"\\n"}{end}', '1=a\n2=app:1\n3=c\n'],
    ['{range .spec.nosuch[*]}x{end}done', 'done'],
    ['{range .spec.tags[*]}[{range .from}{.name}{end}]{end}', '[a][app:1][c]'],
    ['name: {.metadata.name}, kind: {.kind}', 'name: app, kind: ImageStream'],
    ['{.spec.tags[0].from}', '{"kind":"DockerImage","name":"a"}'],
    ['{.nosuch.field}', ''],
    ['{"a"}{\'b\'}{1}{true}', 'ab1true'],
  ])('%s', (template, expected) => expect(show(template)).toBe(expected));

  it.each([
    ['{', 'error parsing jsonpath {, unclosed action'],
    ['{.a[}', 'error parsing jsonpath {.a[}, unterminated array'],
    ['{.a[x]}', 'error parsing jsonpath {.a[x]}, invalid array index x'],
    ['{.a[?(@.b==1}', 'error parsing jsonpath {.a[?(@.b==1}, unterminated filter'],
    ['{"a}', 'error parsing jsonpath {"a}, unterminated quoted string'],
    ['{\\n}', "error parsing jsonpath {\\n}, unrecognized character in action: U+005C '\\'"],
    ['{.a....b}', 'error parsing jsonpath {.a....b}, invalid multiple recursive descent'],
  ])('refuses %s', (template, expected) => expect(() => parseJsonPath(template)).toThrow(expected));

  it.each([
    ['{.spec.tags[7].name}', 'array index out of bounds: index 7, length 3'],
    ['{.metadata[0]}', 'map[string]interface {} is not array or slice'],
    ['{end}', 'not in range, nothing to end'],
    ['{nosuch}', 'unrecognized identifier nosuch'],
  ])('fails on %s', (template, expected) => expect(() => show(template)).toThrow(expected));

  it('says which field is missing where that is not allowed', () => expect(() => show('{.nosuch}', stream, false)).toThrow('nosuch is not found'));

  it.each([
    ['metadata.name', '{.metadata.name}'],
    ['.metadata.name', '{.metadata.name}'],
    ['{.metadata.name}', '{.metadata.name}'],
  ])('relaxes %s', (given, expected) => expect(relaxedJsonPath(given)).toBe(expected));
});
