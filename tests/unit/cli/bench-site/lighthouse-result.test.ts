import { describe, expect, it } from 'vitest';
import { categories, type LighthouseReport, medianFigures, readLighthouse } from '../../../../src/cli/bench-site/lighthouse-result.ts';
import { lostPoints, pageRows } from '../../../../src/cli/bench-site/page-figures.ts';

interface Planted {
  readonly performance?: number | null;
  readonly lcp?: number;
  readonly contrast?: number;
  readonly error?: string;
}

/** A report as Lighthouse writes it, as far as it is read. */
function report({ performance = 0.99, lcp = 900, contrast = 1, error }: Planted = {}): LighthouseReport {
  const scores = { performance, accessibility: 0.955, 'best-practices': 1, seo: 1 };
  const refs = {
    accessibility: [
      { id: 'color-contrast', weight: 7 },
      { id: 'only-informs', weight: 0 },
    ],
  };
  const audits = {
    'largest-contentful-paint': { numericValue: lcp, score: 1 },
    'total-blocking-time': { numericValue: 12, score: 1 },
    'cumulative-layout-shift': { numericValue: 0.0123, score: 1 },
    'total-byte-weight': { numericValue: 61_234, score: 1 },
    'color-contrast': { score: contrast },
    'only-informs': { score: 0 },
  };
  return {
    audits,
    categories: Object.fromEntries(categories.map((id) => [id, { score: scores[id], auditRefs: id === 'accessibility' ? refs[id] : [] }])),
    ...(error && { runtimeError: { code: 'X', message: error } }),
  } as unknown as LighthouseReport;
}

describe('a run of Lighthouse', () => {
  it('gives scores of 100, times, shift and bytes', () => {
    expect(readLighthouse(report())).toEqual({
      scores: { performance: 99, accessibility: 96, 'best-practices': 100, seo: 100 },
      metrics: { lcp: 900, tbt: 12, cls: 0.0123, bytes: 61_234 },
      lost: [],
    });
  });

  it('names the audits that cost points, not those that inform', () => {
    expect(readLighthouse(report({ contrast: 0 })).lost).toEqual(['accessibility: color-contrast']);
  });

  it('is no figure where the page did not load', () => {
    expect(() => readLighthouse(report({ error: 'The page did not paint any content.' }))).toThrow('did not paint');
  });

  it('is no figure where a score or a time is missing: that is no 0', () => {
    expect(() => readLighthouse(report({ performance: null }))).toThrow('no figure for performance');
    const { 'largest-contentful-paint': _, ...others } = report().audits;
    expect(() => readLighthouse({ ...report(), audits: others })).toThrow('no figure for largest-contentful-paint');
  });
});

describe('three runs of a page', () => {
  const runs = [report({ performance: 0.6, lcp: 3000 }), report({ lcp: 900 }), report({ performance: 1, lcp: 1000, contrast: 0 })].map(readLighthouse);
  const page = { name: 'en/', ...medianFigures(runs) };

  it('are told by the median of each figure', () => expect(page).toMatchObject({ scores: { performance: 99 }, metrics: { lcp: 1000 } }));

  it('are a row beside the goals, and say what cost points', () => {
    expect(pageRows([page])[1]).toEqual(['en/', '99 (99)', '96 (100)', '100 (100)', '100 (100)', '1000 ms', '12 ms', '0.012', '61.2 kB']);
    expect(lostPoints([page, { ...page, name: 'fr/' }, { ...page, name: 'ko/', lost: [] }])).toEqual(['accessibility: color-contrast: en/, fr/']);
  });
});
