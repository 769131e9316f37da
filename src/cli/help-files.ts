import { readFile } from 'node:fs/promises';
import type { HelpTexts } from '../oc/help-texts.ts';
import type { Language } from './exercises.ts';

/** Help and notices of `oc` in one language. */
export async function readHelp(language: Language): Promise<HelpTexts> {
  const files = ['notices', 'help'].map((kind) => readFile(new URL(`../oc/${kind}/${language}.json`, import.meta.url), 'utf8'));
  return Object.assign({}, ...(await Promise.all(files)).map((text) => JSON.parse(text)));
}
