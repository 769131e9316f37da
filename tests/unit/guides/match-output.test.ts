import { describe, expect, test } from 'vitest';
import { matchesOutput } from '../../../src/guides/match-output.ts';

describe('the output of a guide', () => {
  test('matches itself and nothing else', () => {
    expect(matchesOutput('Tag a:2 set to a:1.', 'Tag a:2 set to a:1.\n')).toBe(true);
    expect(matchesOutput('Tag a:2 set to a:1.', 'Tag a:2 set up to track a:1.\n')).toBe(false);
    expect(matchesOutput('', 'something\n')).toBe(false);
    expect(matchesOutput('something', '')).toBe(false);
  });

  test('may leave out lines with …, but not change the others', () => {
    const actual = 'Name:\ta\nNamespace:\tdemo\nTags:\t1\n\nlatest\n';
    expect(matchesOutput('Name:\ta\n…\nlatest', actual)).toBe(true);
    expect(matchesOutput('…\nTags:\t1\n…', actual)).toBe(true);
    expect(matchesOutput('Name:\tb\n…\nlatest', actual)).toBe(false);
    expect(matchesOutput('Name:\ta\n…\n2.0', actual)).toBe(false);
  });

  test('may leave out the rest of a line with …', () => {
    expect(matchesOutput('quay.io/a@sha256:f058…', 'quay.io/a@sha256:f05837a18fc8\n')).toBe(true);
    expect(matchesOutput('quay.io/a@sha256:f058…', 'quay.io/a@sha256:a05837a18fc8\n')).toBe(false);
  });

  test('does not care about ages, random names and the columns they widen', () => {
    const shown = 'NAME                             READY   STATUS    RESTARTS   AGE\ncustom-server-54cf54bb75-ngz9j   1/1     Running   0          6s';
    const actual = 'NAME                            READY   STATUS    RESTARTS   AGE\ncustom-server-7d4c9f6b8-x2v5k   1/1     Running   0          2m3s\n';
    expect(matchesOutput(shown, actual)).toBe(true);
    expect(matchesOutput(shown, actual.replace('Running', 'Pending'))).toBe(false);
    expect(matchesOutput('custom-server   1/1   <age>', 'custom-server   1/1   3s')).toBe(true);
  });

  test('does not care when something happened', () => {
    expect(matchesOutput('      6 seconds ago', '      Less than a second ago')).toBe(true);
    expect(matchesOutput('creationTimestamp: "2026-11-20T08:56:04Z"', 'creationTimestamp: "2026-11-20T09:00:00Z"')).toBe(true);
  });

  test('does care about names that only look random', () => {
    expect(matchesOutput('secret/registry-credentials', 'secret/registry-certificates')).toBe(false);
    expect(matchesOutput('is/custom-server', 'is/custom-client')).toBe(false);
  });
});
