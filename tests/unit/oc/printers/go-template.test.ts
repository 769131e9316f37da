import { describe, expect, it } from 'vitest';
import { executeTemplate } from '../../../../src/oc/printers/go-template/execute.ts';
import { parseTemplate } from '../../../../src/oc/printers/go-template/parse.ts';

const data = {
  name: 'app',
  paused: false,
  count: 2,
  labels: { b: '2', a: '1' },
  tags: [{ name: '1.0', from: { kind: 'DockerImage' } }, { name: '2.0' }],
  empty: [],
  secret: 'aGk=',
};
const show = (template: string, allowMissing = true) => executeTemplate(parseTemplate(template), data, allowMissing);

describe('go-template', () => {
  it.each([
    ['{{.name}}', 'app'],
    ['{{ .nosuch }}', '<no value>'],
    ['{{ .nosuch.deeper }}', '<no value>'],
    ['{{range .tags}}{{.name}}{{"\\n"}}{{end}}', '1.0\n2.0\n'],
    ['{{range $i, $t := .tags}}{{if $i}}, {{end}}{{$i}}:{{$t.name}}{{end}}', '0:1.0, 1:2.0'],
    ['{{range $k, $v := .labels}}{{$k}}={{$v}};{{end}}', 'a=1;b=2;'],
    ['{{range .empty}}x{{else}}none{{end}}', 'none'],
    ['{{with .labels}}{{.a}}{{end}}{{with .nosuch}}x{{else}}y{{end}}', '1y'],
    ['{{if .paused}}a{{else if eq .count 2}}b{{else}}c{{end}}', 'b'],
    ['{{(index .tags 0).name}}', '1.0'],
    ['{{index .labels "a"}}', '1'],
    ['{{len .tags}} {{len .name}}', '2 3'],
    ['{{printf "%s-%d-%v-%q" .name .count .paused .name}}', 'app-2-false-"app"'],
    ['{{.name | printf "%5s|"}}', '  app|'],
    ['{{if and .name (not .paused) (or .nosuch .count)}}yes{{end}}', 'yes'],
    ['{{if or (lt .count 1) (gt .count 5)}}out{{else}}in{{end}}', 'in'],
    ['{{$x := .name}}{{$x}}{{$x = "b"}}{{$x}}{{$.count}}', 'appb2'],
    ['{{.labels}} {{.tags}}', 'map[a:1 b:2] [map[from:map[kind:DockerImage] name:1.0] map[name:2.0]]'],
    ['a {{- " b " -}} c', 'a b c'],
    ['{{/* nothing */}}x', 'x'],
    ['{{base64decode .secret}}', 'hi'],
    ['{{exists . "labels" "a"}} {{exists . "labels" "c"}}', 'true false'],
    ['{{range .tags}}{{if eq .name "2.0"}}{{break}}{{end}}{{.name}}{{end}}', '1.0'],
  ])('%s', (template, expected) => expect(show(template)).toBe(expected));

  it.each([
    ['{{.name', 'error parsing template {{.name, template: output:1: unclosed action'],
    ['{{nosuch .name}}', 'error parsing template {{nosuch .name}}, template: output:1: function "nosuch" not defined'],
    ['{{if .name}}', 'error parsing template {{if .name}}, template: output:1: unexpected EOF'],
    ['{{end}}', 'error parsing template {{end}}, template: output:1: unexpected {{end}}'],
    ['{{}}', 'error parsing template {{}}, template: output:1: missing value for command'],
  ])('refuses %s', (template, expected) => expect(() => parseTemplate(template)).toThrow(expected));

  it('fails on an index that is not there', () => {
    expect(() => show('{{index .tags 5}}')).toThrow('template: output:1:2: executing "output" at <index .tags 5>: error calling index: index out of range: 5');
  });

  it('says which key is missing where that is not allowed', () => expect(() => show('{{.nosuch}}', false)).toThrow('map has no entry for key "nosuch"'));
});
