import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Everything that must hold, one stage after the other, and a last line `N passed, N failed`. A stage that is no test run counts as one.
 * `npm test -- lint unit` runs the named stages alone.
 */
interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  run(): Counts;
}

/** What the two runners report of their tests. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly stats: { readonly expected: number; readonly flaky: number; readonly unexpected: number };
}

const reports = mkdtempSync(join(tmpdir(), 'imagestream-labs-'));

const stages: readonly Stage[] = [
  { name: 'types', run: () => command('astro', ['check', '--minimumFailingSeverity', 'warning']) },
  { name: 'lint', run: () => command('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'layers', run: () => command('depcruise', ['--config', '.dependency-cruiser.mjs', 'src', 'exercises']) },
  { name: 'dead code', run: () => command('knip', []) },
  { name: 'build', run: () => command('astro', ['build']) },
  { name: 'unit', run: () => vitest() },
  { name: 'browser', run: () => browser() },
];

function command(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Counts {
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env } });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(): Counts {
  const file = join(reports, 'vitest.json');
  const counts = command('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return reported(file, counts, ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }));
}

function browser(): Counts {
  if (!hasBrowser()) command('playwright', ['install', 'chromium']);
  const file = join(reports, 'playwright.json');
  const counts = command('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return reported(file, counts, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }));
}

const hasBrowser = () =>
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROME_PATH ?? '', chromium.executablePath()].some(existsSync);

/** The counts of a report; a run that failed without a failing test (a file that does not load) counts as one failure. */
function reported(file: string, run: Counts, read: (report: Report) => Counts): Counts {
  if (!existsSync(file)) return run;
  const counts = read(JSON.parse(readFileSync(file, 'utf8')));
  return run.failed > 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const wanted = process.argv.slice(2);
const results = stages
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  .map(({ name, run }) => {
    console.log(`\n== ${name}`);
    return { name, ...run() };
  });

console.log('');
for (const { name, passed, failed } of results) console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed`);
const total = (key: keyof Counts) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
