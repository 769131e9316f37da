import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serveSite } from '../../serve/site-server.ts';
import type { Language } from '../../site/languages.ts';
import { besideGoal, kilobytes } from './figure-table.ts';
import { categories, medianFigures, type PageFigures, readLighthouse, scoreGoals } from './lighthouse-result.ts';
import { runLighthouse } from './lighthouse-run.ts';

/** One page of each kind. The guide is a long one. */
export const measuredPages = { home: '', guide: 'guides/troubleshoot-pulls/', lab: 'labs/images-review/' } as const;
export type PageKind = keyof typeof measuredPages;

export interface MeasuredPage extends PageFigures {
  readonly name: string;
}

/** Measures pages of the built site in `dist`, `runs` times each, and tells `say` of each when it is done. */
export async function measurePages(dist: string, kinds: readonly PageKind[], languages: readonly Language[], runs: number): Promise<readonly MeasuredPage[]> {
  const paths = kinds.flatMap((kind) => languages.map((language) => `${language}/${measuredPages[kind]}`));
  const missing = paths.find((path) => !existsSync(join(dist, path, 'index.html')));
  if (missing !== undefined) throw new Error(`${join(dist, missing)} is not there: build first.`);
  const site = await serveSite(dist, { port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  try {
    const measured: MeasuredPage[] = [];
    for (const path of paths) {
      const figures: PageFigures[] = [];
      for (let run = 0; run < runs; run++) figures.push(readLighthouse(await runLighthouse(`${address}/${path}`)));
      measured.push({ name: path, ...medianFigures(figures) });
    }
    return measured;
  } finally {
    site.close();
  }
}

/** The measured pages as rows of a table, scores beside their goals. */
export function pageRows(pages: readonly MeasuredPage[]): readonly (readonly string[])[] {
  const head = ['Lighthouse, mobile (goal)', ...categories, 'LCP', 'TBT', 'CLS', 'bytes'];
  const rows = pages.map(({ name, scores, metrics }) => [
    name,
    ...categories.map((category) => besideGoal(scores[category], scoreGoals[category])),
    `${metrics.lcp.toFixed(0)} ms`,
    `${metrics.tbt.toFixed(0)} ms`,
    metrics.cls.toFixed(3),
    kilobytes(metrics.bytes),
  ]);
  return [head, ...rows];
}

/** What cost points, one line for each audit with the pages it stands on. */
export function lostPoints(pages: readonly MeasuredPage[]): readonly string[] {
  const audits = [...new Set(pages.flatMap(({ lost }) => lost))];
  return audits.map(
    (audit) =>
      `${audit}: ${pages
        .filter(({ lost }) => lost.includes(audit))
        .map(({ name }) => name)
        .join(', ')}`,
  );
}
