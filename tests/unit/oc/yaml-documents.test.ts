import { describe, expect, it } from 'vitest';
import { parseYaml, yamlDocuments } from '../../../src/oc/yaml-documents.ts';

describe('yamlDocuments', () => {
  it('gives what stands before a mistake, and counts lines anew in each document', () => {
    expect(yamlDocuments('a: 1\n---\nb: 2\nc: d: e\n')).toEqual({
      values: [{ a: 1 }],
      problem: 'error converting YAML to JSON: yaml: line 2: mapping values are not allowed in this context',
    });
  });

  it('reads JSON as JSON', () => {
    expect(yamlDocuments('{"a": 1} {"b": 2}')).toEqual({ values: [{ a: 1 }, { b: 2 }], problem: undefined });
    expect(yamlDocuments('{"a": x}').problem).toBe("json: offset 7: invalid character 'x' looking for beginning of value");
    expect(yamlDocuments('{"a": 1').problem).toBe('unexpected EOF');
  });

  it('takes nothing behind a separator', () => expect(yamlDocuments('a: 1\n--- b\n').problem).toBe('invalid Yaml document separator: b'));
});

describe('parseYaml', () => {
  it.each([
    ['yes', true],
    ['off', false],
    ['010', 8],
    ['08', 8],
    ['1_000', 1000],
    ['0x1F', 31],
    ['-0b11', -3],
    ['1:30', '1:30'],
    ['2026-11-20', '2026-11-20'],
    ['1.0', 1],
    ['.5', 0.5],
    ['~', null],
    ['"yes"', 'yes'],
  ])('understands %s as go-yaml does', (text, expected) => expect(parseYaml(text)).toEqual(expected));
});
