import { describe, expect, it } from 'vitest';
import { durationMs, fill, mutantsOf, placeholders, undoMutant } from '../../../src/grading/index.ts';
import { change, object } from './fake-evidence.ts';

const options = { otherTag: (reference: string) => (reference.endsWith(':1.0') ? '2.0' : undefined), project: 'demo' };

describe('mutants', () => {
  it('drop, swap, take another tag, and work in another project', () => {
    const commands = ['oc import-image app --from=host:8443/team/app:1.0', 'oc tag app:latest app:prod', 'ls'];
    expect(mutantsOf(commands, options).map(({ name, commands: [first, ...rest] }) => [name, [first, ...rest].join(' | ')])).toEqual([
      ['drop 1', 'oc tag app:latest app:prod | ls'],
      ['drop 2', 'oc import-image app --from=host:8443/team/app:1.0 | ls'],
      ['drop 3', 'oc import-image app --from=host:8443/team/app:1.0 | oc tag app:latest app:prod'],
      ['swap 1 2', 'oc tag app:latest app:prod | oc import-image app --from=host:8443/team/app:1.0 | ls'],
      ['swap 2 3', 'oc import-image app --from=host:8443/team/app:1.0 | ls | oc tag app:latest app:prod'],
      ['tag 1.1 2.0', 'oc import-image app --from=host:8443/team/app:2.0 | oc tag app:latest app:prod | ls'],
      ['tag 1.1 no-such-tag', 'oc import-image app --from=host:8443/team/app:no-such-tag | oc tag app:latest app:prod | ls'],
      ['tag 2.1 no-such-tag', 'oc import-image app --from=host:8443/team/app:1.0 | oc tag app:no-such-tag app:prod | ls'],
      ['tag 2.2 no-such-tag', 'oc import-image app --from=host:8443/team/app:1.0 | oc tag app:latest app:no-such-tag | ls'],
      [
        'project 1',
        'oc new-project mutant-elsewhere | oc project demo | oc -n mutant-elsewhere import-image app --from=host:8443/team/app:1.0 | oc tag app:latest app:prod | ls',
      ],
      [
        'project 2',
        'oc new-project mutant-elsewhere | oc project demo | oc import-image app --from=host:8443/team/app:1.0 | oc -n mutant-elsewhere tag app:latest app:prod | ls',
      ],
    ]);
  });

  it('undo deletes what was made and puts back what was changed', () => {
    const before = object('ServiceAccount', 'default', { secrets: [] });
    const changes = [
      change(1, 'ADDED', object('Secret', 's'), 0),
      { ...change(2, 'MODIFIED', object('ServiceAccount', 'default', { secrets: [{ name: 's' }] }), 0), previous: before },
      { ...change(3, 'ADDED', object('Pod', 'p'), 0), actor: 'replicaset-controller' },
    ];
    expect(undoMutant(['oc do'], 0, changes, 'developer')).toEqual({
      name: 'undo 1',
      commands: ['oc do', 'oc delete secrets s', `oc replace -f - <<'UNDO'\n${JSON.stringify(before)}\nUNDO`],
    });
    expect(undoMutant(['oc get'], 0, [], 'developer')).toBeUndefined();
  });
});

describe('durations', () => {
  it.each([
    ['90s', 90_000],
    ['15m', 900_000],
    ['1h30m', 5_400_000],
  ])('%s', (text, expected) => expect(durationMs(text)).toBe(expected));
  it.each(['', '5', 'soon', '5d'])('"%s" is none', (text) => expect(() => durationMs(text)).toThrow(`"${text}" is not a duration such as 90s, 15m or 1h30m`));
});

describe('messages', () => {
  it('fill placeholders and leave unknown ones', () => expect(fill('{{a}} and {{b}}', { a: '1' })).toBe('1 and {{b}}'));
  it('list placeholders once, sorted', () => expect(placeholders('{{b}} {{a}} {{b}}')).toEqual(['a', 'b']));
});
