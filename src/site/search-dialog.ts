import { isOnDisk, runDiskScript } from './disk/disk-script.ts';
import type * as search from './disk/disk-search.ts';

/** The dialog and what it looks through: from the host by `load`, on a disk by the scripts that stand in for it. */
export async function loadSearch(load: () => Promise<typeof search>): Promise<typeof search> {
  if (!isOnDisk()) return load();
  await Promise.all([runDiskScript(`search.${document.documentElement.lang}.js`), runDiskScript('search.js')]);
  if (!globalThis.diskSearch) throw new Error('the search is not there');
  return globalThis.diskSearch;
}

/** Calls `load` when the dialog is first opened, and then puts the cursor where the query is typed. */
export function whenOpened(dialog: HTMLDialogElement, load: () => Promise<void>): void {
  const observer = new MutationObserver(() => {
    if (!dialog.open) return;
    observer.disconnect();
    void load().then(() => dialog.querySelector('input')?.focus());
  });
  observer.observe(dialog, { attributeFilter: ['open'] });
}

/** What is looked for: references and flags by their parts, Korean words without their particle. The index is matched by how words begin, so less is enough. */
export function processTerm(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/(^|\s)-+/g, '$1')
    .replace(/[/:@=]+/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(koreanParticle, ''))
    .join(' ');
}

interface SearchResult {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Record<string, string>;
  readonly sub_results: { title: string; url: string; excerpt: string }[];
}

/** Keeps the aliases by which a page was found to itself; such a page has no place of its own to show, so its beginning is shown. */
export function tidyResult({ url, excerpt, meta, sub_results }: SearchResult): void {
  delete meta.aliases;
  if (sub_results.length === 0) sub_results.push({ title: meta.title ?? '', url, excerpt });
}

const koreanParticle = /(?<=[가-힣]{2})(?:에서는|에서|으로|에게|까지|부터|은|는|이|가|을|를|와|과|로|에|의|도|만)$/;
