import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { parseFieldSelector, parseLabelSelector } from '../../../../src/simulation/apiserver/selectors.ts';

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

  test('that make no sense are refused', () => {
    expect(() => parseLabelSelector('app in web')).toThrow("unable to parse requirement: found 'app in web', expected: identifier");
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
    expect(() => parseFieldSelector('spec.x=1', fieldsOf)(pod)).toThrow('field label not supported: spec.x');
  });
});
