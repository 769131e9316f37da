import { bytesOf, languagesIn, missingFrom, type OfflineFiles, sharedFiles } from './offline-files.ts';
import type { KeptLanguage, KeptState } from './worker-messages.ts';

/** What is kept, and what the reader asked for. */
interface Kept {
  readonly hashes: ReadonlySet<string>;
  readonly wanted: readonly string[];
  readonly ready: readonly string[];
}

export const nothingKept: Kept = { hashes: new Set(), wanted: [], ready: [] };

/** What there is to keep, language by language, and what of it is missing. */
export function keptState(all: OfflineFiles, { hashes, wanted, ready }: Kept): KeptState {
  const shared = sharedFiles(all);
  const sharedHashes = new Set(shared.map(([, , hash]) => hash));
  const languages = languagesIn(all).map((language): KeptLanguage => {
    const own = (all.groups[language] ?? []).filter(([, , hash]) => !sharedHashes.has(hash));
    return {
      language,
      bytes: bytesOf(own),
      missing: bytesOf(missingFrom(own, hashes)),
      wanted: wanted.includes(language),
      wasReady: ready.includes(language),
    };
  });
  return { isBusy: false, languages, sharedBytes: bytesOf(shared), sharedMissing: bytesOf(missingFrom(shared, hashes)) };
}

/** `gone`: it was whole, and the browser has removed something since. `partial`: its download was cut short. */
export type LanguageStatus = 'none' | 'partial' | 'gone' | 'ready';

/** How a language stands. Only what is whole is ready. */
export function statusOf({ missing, wanted, wasReady }: KeptLanguage, { sharedMissing }: Pick<KeptState, 'sharedMissing'>): LanguageStatus {
  if (wasReady) return missing + sharedMissing === 0 ? 'ready' : 'gone';
  return wanted ? 'partial' : 'none';
}

/** What has to be fetched to make languages whole, in bytes. */
export function bytesToFetch({ languages, sharedMissing }: KeptState, chosen: readonly string[]): number {
  const own = languages.filter(({ language }) => chosen.includes(language));
  return own.length === 0 ? 0 : own.reduce((sum, { missing }) => sum + missing, sharedMissing);
}

/** The languages whose download was cut short, or that are no longer whole. */
export const unfinished = (state: KeptState): readonly string[] =>
  state.languages.filter((language) => ['partial', 'gone'].includes(statusOf(language, state))).map(({ language }) => language);
