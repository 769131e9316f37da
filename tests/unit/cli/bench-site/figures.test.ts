import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ratioRows } from '../../../../src/cli/bench-site/build-figures.ts';
import { figureTable } from '../../../../src/cli/bench-site/figure-table.ts';
import { median } from '../../../../src/cli/bench-site/median.ts';
import { cpuSecondsOfChildren, memoryOf, memoryOfTree, readChildrenTime, readStatus } from '../../../../src/cli/bench-site/process-memory.ts';
import { readSiteArguments } from '../../../../src/cli/bench-site/site-arguments.ts';

describe('the median', () => {
  it('is the middle by size, not by place', () => expect(median([30, 100, 9])).toBe(30));
  it('lies between the two in the middle', () => expect(median([4, 1, 3, 100])).toBe(3.5));
  it('is not made up', () => expect(() => median([])).toThrow('no median'));
});

describe('a table of figures', () => {
  it('aligns names to the left and figures to the right', () => {
    const rows = [
      ['page', 'LCP', 'bytes'],
      ['en/', '900 ms', '7.0 kB'],
      ['en/guides/', '1200 ms'],
    ];
    expect(figureTable(rows)).toBe(['page            LCP   bytes', 'en/          900 ms  7.0 kB', 'en/guides/  1200 ms'].join('\n'));
  });
});

describe('the ratio of two builds', () => {
  const builds = (pages: number, ...seconds: number[]) =>
    seconds.map((each) => ({ seconds: each, cpuSeconds: 2 * each, pages, peakBytes: undefined, distBytes: 0 }));

  it('is that of their medians: one slow run does not count', () => {
    expect(ratioRows(builds(586, 90, 26, 25), builds(586, 21, 20, 1))).toEqual([
      ['build from nothing', 'pages', 'time', 'CPU time'],
      ['this site', '586', '26.0 s', '52.0 s'],
      ['bare Starlight', '586', '20.0 s', '40.0 s'],
      ['ratio (goal: at most 1.3 in time)', '', '1.30 times', '1.30 times'],
    ]);
  });

  it('shows when one of them had fewer pages to build', () => {
    expect(ratioRows(builds(586, 26), builds(10, 20)).map(([, pages]) => pages)).toEqual(['pages', '586', '10', '']);
  });
});

describe('the memory of a build', () => {
  const status = (parent: number, kilobytes?: number) =>
    `Name:\tVmRSS: 1 PPid: 1\nPPid:\t${parent}\n${kilobytes === undefined ? '' : `VmRSS:\t  ${kilobytes} kB\n`}`;

  it('is that of the process, of those it started, and of those they started', () => {
    const running = [
      readStatus(7, status(1, 10)),
      readStatus(8, status(7, 20)),
      readStatus(9, status(8, 30)),
      readStatus(10, status(1, 999)),
      readStatus(11, status(9)),
    ];
    expect(memoryOfTree(running, 7)).toBe(60 * 1024);
  });

  it('comes with the time that its processes worked', () => {
    expect(readChildrenTime('7 (a) b (c)) S 1 7 7 0 -1 4194560 1 2 3 4 50 60 1234 66 20 0 1 0')).toBe(13);
    execFileSync(process.execPath, ['-e', 'while (process.cpuUsage().user < 100_000);']);
    expect(cpuSecondsOfChildren() ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(0.1);
  });

  it('is read from the machine', () => expect(memoryOf(process.pid) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(1e6));
});

describe('what is to be measured', () => {
  it('is everything, three times', () => {
    expect(readSiteArguments(['--site'])).toEqual({ runs: 3, parts: ['home', 'guide', 'lab', 'build', 'many'], languages: ['vi', 'en', 'ko', 'fr'] });
  });

  it('can be less', () => {
    expect(readSiteArguments(['--site', '--runs', '1', '--only', 'build,home', '--lang', 'fr'])).toEqual({
      runs: 1,
      parts: ['home', 'build'],
      languages: ['fr'],
    });
  });

  it.each([
    [['--runs', '0'], '--runs 0: expected a whole number'],
    [['--runs', 'many'], '--runs many: expected a whole number'],
    [['--only', 'home,hme'], '--only hme: expected some of home'],
    [['--lang', 'de'], '--lang de: expected some of vi'],
    [['--fast'], '--fast'],
  ])('is refused where it is not known: %j', (given, message) => expect(() => readSiteArguments(given)).toThrow(message));
});
