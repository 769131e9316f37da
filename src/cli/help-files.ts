import { readFile } from 'node:fs/promises';
import type { HelpTexts } from '../oc/help-texts.ts';
import type { Language } from './exercises.ts';

/** Help and notices of `oc` in one language. */
export async function readHelp(language: Language): Promise<HelpTexts> {
  return JSON.parse(await readFile(new URL(`../oc/help/${language}.json`, import.meta.url), 'utf8'));
}
