import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject } from '../../package/project-copy.ts';
import { fallbackLanguage, languageCodes } from '../../site/languages.ts';
import { makeBareStarlight } from './bare-starlight.ts';
import { kilobytes, megabytes, seconds } from './figure-table.ts';
import { multiplyGuides } from './many-pages.ts';
import { median } from './median.ts';
import { type BuildFigures, timedBuild } from './timed-build.ts';

/** A build takes at most so many times what Starlight takes for the same pages. */
const ratioGoal = 1.3;
const manyPages = 800;
const memoryGoal = 8e9;
/** A guide like others: its HTML must not know how many there are. */
const ordinaryGuide = `dist/${fallbackLanguage}/guides/import-an-image/index.html`;

type Row = readonly string[];

/** Times this project's build against that of Starlight as it comes, in turns so that a busy machine is busy for both. */
export async function compareBuilds(project: string, runs: number): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
    copyProject(project, ours);
    await makeBareStarlight(project, bare);
    const builds: { readonly ours: BuildFigures; readonly bare: BuildFigures }[] = [];
    for (let run = 0; run < runs; run++) builds.push({ bare: await timedBuild(bare), ours: await timedBuild(ours) });
    return ratioRows(
      builds.map((build) => build.ours),
      builds.map((build) => build.bare),
    );
  });
}

/** The medians of both builds, and how many times as long as the bare one ours takes. */
export function ratioRows(ours: readonly BuildFigures[], bare: readonly BuildFigures[]): readonly Row[] {
  const time = (builds: readonly BuildFigures[]) => median(builds.map((build) => build.seconds));
  const work = (builds: readonly BuildFigures[]) => median(builds.map((build) => build.cpuSeconds ?? Number.NaN));
  const row = (name: string, builds: readonly BuildFigures[]) => [name, String(builds[0]?.pages), seconds(time(builds)), seconds(work(builds))];
  const times = (own: number, other: number) => `${(own / other).toFixed(2)} times`;
  return [
    ['build from nothing', 'pages', 'time', 'CPU time'],
    row('this site', ours),
    row('bare Starlight', bare),
    [`ratio (goal: at most ${ratioGoal} in time)`, '', times(time(ours), time(bare)), times(work(ours), work(bare))],
  ];
}

/** Builds this project once as it is and once with many pages. */
export async function buildManyPages(project: string): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => {
    const site = join(folder, 'site');
    copyProject(project, site);
    const few = { ...(await timedBuild(site)), guide: statSync(join(site, ordinaryGuide)).size };
    const perLanguage = Math.floor(few.pages / languageCodes.length);
    multiplyGuides(site, manyPages, perLanguage);
    const many = { ...(await timedBuild(site)), guide: statSync(join(site, ordinaryGuide)).size };
    const memory = ({ peakBytes }: BuildFigures) => (peakBytes === undefined ? 'no /proc' : megabytes(peakBytes));
    return [
      ['a build of many pages', 'this site', `${manyPages} a language`],
      ['pages', String(few.pages), String(many.pages)],
      ['time', seconds(few.seconds), seconds(many.seconds)],
      [`memory at its peak (goal: at most ${megabytes(memoryGoal)})`, memory(few), memory(many)],
      ['dist', megabytes(few.distBytes), megabytes(many.distBytes)],
      ['HTML of an ordinary guide (goal: the same)', kilobytes(few.guide), kilobytes(many.guide)],
    ];
  });
}

async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
