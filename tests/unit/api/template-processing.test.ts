import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../src/api/meta.ts';
import type { Template, TemplateParameter } from '../../../src/api/template.ts';
import { processTemplate } from '../../../src/api/template-processing.ts';
import { generatedValue } from '../../../src/api/template-values.ts';

const template = (parameters: readonly TemplateParameter[], more: Partial<Template> = {}): Template => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'site' },
  parameters,
  ...more,
});

const counting = () => {
  let next = 0;
  return () => next++;
};

const object = (metadata: KubeObject['metadata'], more: object = {}, kind = 'ConfigMap', apiVersion = 'v1'): KubeObject => ({
  apiVersion,
  kind,
  metadata,
  ...more,
});

describe('a template', () => {
  test('has its parameters filled in wherever a text stands, keys too', () => {
    const data = { '${NAME}-key': '${NAME}/${TAG} and ${OTHER}', list: ['${TAG}', '${{COUNT}}', '${{TAG}}', 'x${{COUNT}}'] };
    const parameters = [
      { name: 'NAME', value: 'web' },
      { name: 'TAG', value: 'v1' },
      { name: 'COUNT', value: '3' },
    ];
    const { objects, message, labels } = processTemplate(
      template(parameters, { objects: [object({ name: '${NAME}' }, { data })], message: 'See ${NAME}', labels: { app: '${NAME}' } }),
      counting(),
    );
    expect({ objects, message, labels }).toEqual({
      objects: [object({ name: 'web', labels: { app: 'web' } }, { data: { 'web-key': 'web/v1 and ${OTHER}', list: ['v1', 3, 'v1', 'x${{COUNT}}'] } })],
      message: 'See web',
      labels: { app: 'web' },
    });
  });

  test('loses namespaces, but not those of parameters', () => {
    const objects = [object({ name: 'a', namespace: 'other' }), object({ name: 'b', namespace: '${PLACE}' })];
    const processed = processTemplate(template([{ name: 'PLACE', value: 'there' }], { objects }), counting());
    expect(processed.objects?.map(({ metadata }) => metadata)).toEqual([{ name: 'a' }, { name: 'b', namespace: 'there' }]);
  });

  test('may name kinds of OpenShift without their group', () => {
    const objects = [object({ name: 'a' }, {}, 'ImageStream'), object({ name: 'b' }, {}, 'Deployment', 'apps/v1'), object({ name: 'c' }, {}, 'Service')];
    const { objects: made = [] } = processTemplate(template([], { objects }), counting());
    expect(made.map(({ apiVersion }) => apiVersion)).toEqual(['image.openshift.io/v1', 'apps/v1', 'v1']);
  });

  test('gets values made for it', () => {
    const { parameters } = processTemplate(template([{ name: 'KEY', generate: 'expression', from: 'k[a-z]{3}' }]), counting());
    expect(parameters).toEqual([{ name: 'KEY', generate: 'expression', from: 'k[a-z]{3}', value: 'kabc' }]);
  });

  test('is refused without what it requires', () => {
    expect(() => processTemplate(template([{ name: 'NAME', required: true }]), counting())).toThrow(
      'Template.template.openshift.io "site" is invalid: template.parameters[0]: Required value: template.parameters[0]: parameter NAME is required and must be specified',
    );
    expect(() => processTemplate(template([{ name: 'NAME', generate: 'magic' }]), counting())).toThrow("Unknown generator name 'magic' for parameter NAME");
  });
});

// openshift/library-go pkg/template/generator/expressionvalue_test.go
describe('a generated value', () => {
  test.each([
    ['[a-zA-Z0-9]{10}', /^[a-zA-Z0-9]{10}$/],
    ['test[0-9]{1}x', /^test[0-9]x$/],
    ['0x[A-F0-9]{4}', /^0x[A-F0-9]{4}$/],
    ['[\\w]{5}', /^\w{5}$/],
    ['[\\d]{3}-[\\a]{3}', /^\d{3}-[a-zA-Z0-9]{3}$/],
    ['plain', /^plain$/],
  ])('%s', (expression, pattern) => {
    let state = 7;
    expect(generatedValue(expression, () => (state = (state * 48271) % 2147483647)).value).toMatch(pattern);
  });

  test.each([
    ['[ABC]{3}', 'malformed expresion syntax: [ABC]'],
    ['[a-z]{256}', 'range must be within [1-255] characters (256)'],
    ['[z-a]{3}', 'invalid range specified: z-a'],
  ])('cannot be made of %s', (expression, error) => {
    expect(generatedValue(expression, counting())).toEqual({ error });
  });
});
