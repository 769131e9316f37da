import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { parseLabelSelector } from '../../../../src/simulation/apiserver/label-selector.ts';
import { checkSelectors, parseFieldSelector } from '../../../../src/simulation/apiserver/selectors.ts';

const web = { app: 'web', tier: 'front' };

describe('label selectors', () => {
  test.each([
    ['', true],
    ['app=web', true],
    ['app==web,tier=front', true],
    ['app!=web', false],
    ['env!=prod', true],
    ['app in (web, db)', true],
    ['app notin (web,db)', false],
    ['env notin (prod)', true],
    ['tier', true],
    ['!tier', false],
    ['!env,app in (web),tier=front', true],
    ['app=', false],
  ])('%j selects app=web,tier=front: %s', (selector, expected) => {
    expect(parseLabelSelector(selector)(web)).toBe(expected);
  });

  test.each([
    ['app in web', "unable to parse requirement: found 'web' expected: '('"],
    ['app=(', "unable to parse requirement: found '(', expected: identifier"],
    ['a b', "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
    ['a,', "found '', expected: identifier after ','"],
    ['=a', "found '=', expected: !, identifier, or 'end of string'"],
    ['app in (a b)', "unable to parse requirement: found 'b', expected: ',' or ')'"],
    ['a=b=c', "found '=', expected: ',' or 'end of string'"],
    ['n>x', `unable to parse requirement: values[0]: Invalid value: "x": for 'Gt', 'Lt' operators, the value must be an integer`],
  ])('%j is refused', (selector, message) => {
    expect(() => parseLabelSelector(selector)).toThrow(message);
  });
});

describe('field selectors', () => {
  const pod: KubeObject = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'demo' } };
  const fieldsOf = ({ metadata }: KubeObject) => ({
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace ?? '',
    'status.phase': 'Running',
  });

  test('compare the fields that a kind offers', () => {
    expect(parseFieldSelector('metadata.name=a,status.phase!=Failed', fieldsOf)(pod)).toBe(true);
    expect(parseFieldSelector('status.phase=Failed', fieldsOf)(pod)).toBe(false);
  });

  test('on other fields are refused', () => {
    expect(() => checkSelectors({ group: '', kind: 'Pod' }, { fieldSelector: 'spec.x=1' })).toThrow('field label not supported: spec.x');
    expect(() => checkSelectors({ group: 'apps', kind: 'Deployment' }, { fieldSelector: 'spec.x=1' })).toThrow(
      '"spec.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
    );
  });
});
