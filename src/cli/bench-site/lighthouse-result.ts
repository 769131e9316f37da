import type { Result } from 'lighthouse';
import { median } from './median.ts';

/** What a score should be: accessibility, best practices and SEO leave nothing to be desired, and speed hardly anything. */
export const scoreGoals = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 } as const;

const audits = { lcp: 'largest-contentful-paint', tbt: 'total-blocking-time', cls: 'cumulative-layout-shift', bytes: 'total-byte-weight' } as const;

export type Category = keyof typeof scoreGoals;
type Metric = keyof typeof audits;

/** What one run says of a page: scores from 0 to 100; largest contentful paint and blocking time in milliseconds, layout shift, bytes received. */
export interface PageFigures {
  readonly scores: Readonly<Record<Category, number>>;
  readonly metrics: Readonly<Record<Metric, number>>;
  /** The audits that cost points: `category: audit`. */
  readonly lost: readonly string[];
}

/** What of Lighthouse's report is read. */
export type LighthouseReport = Pick<Result, 'audits' | 'categories' | 'runtimeError'>;

export const categories = Object.keys(scoreGoals) as readonly Category[];
const metrics = Object.keys(audits) as readonly Metric[];

/** The figures of one run. One that is missing is an error: no figure is made up. */
export function readLighthouse(report: LighthouseReport): PageFigures {
  if (report.runtimeError) throw new Error(`Lighthouse: ${report.runtimeError.message}`);
  return {
    scores: recordOf(categories, (category) => Math.round(100 * figure(report.categories[category]?.score, category))),
    metrics: recordOf(metrics, (metric) => figure(report.audits[audits[metric]]?.numericValue, audits[metric])),
    lost: categories.flatMap((category) => lostIn(category, report)),
  };
}

/** The medians of several runs, figure by figure, and every audit that cost points in one of them. */
export function medianFigures(runs: readonly PageFigures[]): PageFigures {
  return {
    scores: recordOf(categories, (category) => median(runs.map(({ scores }) => scores[category]))),
    metrics: recordOf(metrics, (metric) => median(runs.map((run) => run.metrics[metric]))),
    lost: [...new Set(runs.flatMap(({ lost }) => lost))],
  };
}

/** Audits count by their weight; those without one only inform. */
function lostIn(category: Category, { audits: all, categories: scored }: LighthouseReport): readonly string[] {
  return (scored[category]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && (all[id]?.score ?? 1) < 0.9).map(({ id }) => `${category}: ${id}`);
}

function figure(value: number | null | undefined, name: string): number {
  if (value === null || value === undefined) throw new Error(`Lighthouse gave no figure for ${name}.`);
  return value;
}

function recordOf<Key extends string>(keys: readonly Key[], value: (key: Key) => number): Readonly<Record<Key, number>> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, number>;
}
