import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { applyPatch } from '../../../../src/simulation/apiserver/patch/apply-patch.ts';

const object = (fields: Readonly<Record<string, unknown>>) => ({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'a' }, ...fields }) as KubeObject;
const strategic = (current: Readonly<Record<string, unknown>>, patch: unknown) => {
  const { apiVersion: _, kind: __, metadata: ___, ...rest } = applyPatch('application/strategic-merge-patch+json', object(current), patch);
  return rest;
};
const containers = (...list: readonly unknown[]) => ({ spec: { template: { spec: { containers: list } } } });

describe('a strategic merge patch', () => {
  test('merges containers and their variables by name', () => {
    const current = containers({ name: 'a', image: 'x', env: [{ name: 'K', value: '1' }] }, { name: 'b', image: 'y' });
    const patch = containers({ name: 'a', image: 'z', env: [{ name: 'L', value: '2' }] });
    expect(strategic(current, patch)).toEqual(
      containers(
        {
          name: 'a',
          image: 'z',
          env: [
            { name: 'L', value: '2' },
            { name: 'K', value: '1' },
          ],
        },
        { name: 'b', image: 'y' },
      ),
    );
  });

  test('removes list items and fields on demand', () => {
    const current = containers({ name: 'a', image: 'x', command: ['y'] }, { name: 'b' });
    expect(strategic(current, containers({ name: 'b', $patch: 'delete' }, { name: 'a', command: null }))).toEqual(containers({ name: 'a', image: 'x' }));
  });

  test('replaces a list that has no merge key', () => {
    expect(strategic({ spec: { triggers: [{ type: 'a' }] } }, { spec: { triggers: [{ type: 'b' }] } })).toEqual({ spec: { triggers: [{ type: 'b' }] } });
  });

  test('keeps tags of a stream that it does not name, new ones first', () => {
    const current = { spec: { tags: [{ name: '1' }, { name: '2' }] } };
    expect(strategic(current, { spec: { tags: [{ name: '3' }] } })).toEqual({ spec: { tags: [{ name: '3' }, { name: '1' }, { name: '2' }] } });
  });

  test('follows the order that the patch asks for', () => {
    const current = { spec: { tags: [{ name: '1' }, { name: '2' }] } };
    const patch = { spec: { '$setElementOrder/tags': [{ name: '2' }, { name: '1' }], tags: [{ name: '1', from: 'x' }] } };
    expect(strategic(current, patch)).toEqual({ spec: { tags: [{ name: '2' }, { name: '1', from: 'x' }] } });
  });

  test('takes values out of plain lists and replaces whole maps', () => {
    const current = object({ metadata: { name: 'a', finalizers: ['x', 'y'], labels: { a: '1' } } });
    const patch = { metadata: { '$deleteFromPrimitiveList/finalizers': ['x'], labels: { $patch: 'replace', b: '2' } } };
    expect(applyPatch('application/strategic-merge-patch+json', current, patch).metadata).toEqual({ name: 'a', finalizers: ['y'], labels: { b: '2' } });
  });

  test('that is no object is refused', () => {
    expect(() => applyPatch('application/strategic-merge-patch+json', object({}), '"not json"')).toThrow(
      'json: cannot unmarshal string into Go value of type map[string]interface {}',
    );
  });
});

test('a JSON merge patch replaces lists and removes with null', () => {
  const patched = applyPatch('application/merge-patch+json', object({ spec: { tags: [1, 2], a: 1, b: { c: 1, d: 2 } } }), {
    spec: { tags: [3], a: null, b: { c: null } },
  });
  expect(patched.spec).toEqual({ tags: [3], b: { d: 2 } });
});

describe('a JSON patch', () => {
  const patch = (...operations: readonly unknown[]) =>
    applyPatch('application/json-patch+json', object({ spec: { list: ['a', 'b'], 'x/y': 1 } }), operations).spec;

  test('adds, replaces, removes, moves and copies', () => {
    expect(
      patch(
        { op: 'test', path: '/spec/list/0', value: 'a' },
        { op: 'add', path: '/spec/list/1', value: 'c' },
        { op: 'add', path: '/spec/list/-', value: 'd' },
        { op: 'replace', path: '/spec/x~1y', value: 2 },
        { op: 'remove', path: '/spec/list/0' },
        { op: 'copy', from: '/spec/list/0', path: '/spec/copied' },
        { op: 'move', from: '/spec/x~1y', path: '/spec/moved' },
      ),
    ).toEqual({ list: ['c', 'b', 'd'], copied: 'c', moved: 2 });
  });

  test.each([
    [{ op: 'remove', path: '/spec/nosuch' }],
    [{ op: 'replace', path: '/spec/nosuch', value: 1 }],
    [{ op: 'test', path: '/spec/list/0', value: 'z' }],
    [{ op: 'add', path: '/spec/list/9', value: 1 }],
    [{ op: 'dance', path: '/spec' }],
  ])('that does not fit is refused: %j', (operation) => {
    expect(() => patch(operation)).toThrow('the server rejected our request due to an error in our request');
  });
});
