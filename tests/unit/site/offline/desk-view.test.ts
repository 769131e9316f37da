import { describe, expect, test } from 'vitest';
import { afterEvent, type Desk, type DeskEvent, deskView } from '../../../../src/site/offline/desk-view.ts';
import type { KeptLanguage, KeptState } from '../../../../src/site/offline/worker-messages.ts';

const language = (code: string, more: Partial<KeptLanguage> = {}): KeptLanguage => ({
  language: code,
  bytes: 100,
  missing: 100,
  wanted: false,
  wasReady: false,
  ...more,
});
const whole = { missing: 0, wanted: true, wasReady: true };
const state = (languages: readonly KeptLanguage[], more: Partial<KeptState> = {}): KeptState => ({
  isBusy: false,
  languages,
  sharedBytes: 50,
  sharedMissing: 50,
  ...more,
});
const empty: Desk = { state: state([]), chosen: [] };
const after = (...events: readonly DeskEvent[]) => events.reduce(afterEvent, empty);
const offered: DeskEvent = { happened: 'state', state: state([language('vi'), language('fr')]) };
const chosen = (code: string, isChosen = true): DeskEvent => ({ happened: 'chosen', language: code, isChosen });

describe('the desk of the download', () => {
  test('offers what is chosen, with what all languages share', () => {
    expect(deskView(after(offered, chosen('vi')))).toMatchObject({ toFetch: ['vi'], bytes: 150, button: 'download', told: undefined, canRemove: false });
    expect(deskView(after(offered, chosen('vi'), chosen('fr')))).toMatchObject({ toFetch: ['vi', 'fr'], bytes: 250 });
    expect(deskView(after(offered, chosen('vi'), chosen('vi', false)))).toMatchObject({ toFetch: [], bytes: 0 });
  });

  test('is busy from the press until the worker tells that it has ended', () => {
    const progress = { languages: ['vi'], files: 1, ofFiles: 2, bytes: 60, ofBytes: 150 };
    const busy = after(offered, chosen('vi'), { happened: 'asked' }, { happened: 'progress', progress });
    expect(deskView(busy)).toMatchObject({ isBusy: true, progress });
    const meanwhile = afterEvent(busy, { happened: 'state', state: state([language('vi', { wanted: true })], { isBusy: true }) });
    expect(deskView(meanwhile)).toMatchObject({ isBusy: true, progress, told: undefined });
    const ended = afterEvent(busy, { happened: 'state', state: state([language('vi', whole), language('fr')], { sharedMissing: 0 }) });
    expect(deskView(ended)).toMatchObject({
      isBusy: false,
      progress: undefined,
      rows: [{ status: 'ready' }, { status: 'none' }],
      toFetch: [],
      canRemove: true,
    });
  });

  test.each(['network', 'changed', 'full', 'refused'] as const)('tells a download that stopped (%s), with what is missing, and tries again', (kind) => {
    const stopped = state([language('vi', { missing: 40, wanted: true }), language('fr')], { sharedMissing: 0, problem: { kind, during: 'download' } });
    const view = deskView(after(offered, chosen('vi'), { happened: 'asked' }, { happened: 'state', state: stopped }));
    expect(view).toMatchObject({ told: { what: kind, missing: 40 }, button: 'tryAgain', toFetch: ['vi'], isBusy: false });
    expect(deskView(afterEvent(after({ happened: 'state', state: stopped }), { happened: 'asked' })).told).toBeUndefined();
  });

  test('keeps what it knew of the languages when a worker could not look', () => {
    const view = deskView(after(offered, chosen('vi'), { happened: 'state', state: state([], { problem: { kind: 'refused', during: 'download' } }) }));
    expect(view).toMatchObject({ rows: [{ language: 'vi' }, { language: 'fr' }], told: { what: 'refused', missing: 150 } });
  });

  test('tells what the browser has removed, and what was never finished', () => {
    const gone = state([language('vi', { ...whole, missing: 30 })], { sharedMissing: 0 });
    expect(deskView(after({ happened: 'state', state: gone }))).toMatchObject({ told: { what: 'gone', missing: 30 }, rows: [{ status: 'gone' }] });
    const partial = state([language('vi', { missing: 30, wanted: true })], { sharedMissing: 0 });
    expect(deskView(after({ happened: 'state', state: partial }))).toMatchObject({ told: { what: 'partial', missing: 30 }, rows: [{ status: 'partial' }] });
  });

  test('says of a new version that could not come that the old one goes on', () => {
    const old = state([language('vi', whole)], { sharedMissing: 0, problem: { kind: 'network', during: 'update' } });
    expect(deskView(after({ happened: 'state', state: old }))).toMatchObject({ told: { what: 'update' }, rows: [{ status: 'ready' }], button: 'download' });
  });
});
