import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkForm } from '../guides/check-pages.ts';
import { groupByName, readDocs } from '../guides/guide-files.ts';
import { type GuidePage, readGuidePage } from '../guides/guide-page.ts';
import { openGuideSession } from '../guides/open-session.ts';
import { copyBlocks, updateGuide } from '../guides/update-guides.ts';
import { courseNames } from '../site/course-names.ts';
import { fallbackLanguage } from '../site/languages.ts';

/**
 * Runs the console blocks of the English guides, writes the outputs that no longer hold, and copies the code blocks to the translations.
 * Then it says what of the English page's form does not hold. `npm run guides:update -- import-an-image …` does it for the pages whose names
 * end so.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.some((end) => name.endsWith(end));

for (const translations of groupByName(await readDocs(root, isWanted)).values()) {
  const original = translations.get(fallbackLanguage);
  if (!original) continue;
  const updated = readGuidePage(original.file, await updateGuide(original, openGuideSession));
  await write(original, updated.source);
  for (const page of translations.values()) if (page !== original) await write(page, copyBlocks(page, updated));
  for (const problem of checkForm(updated, courseNames())) console.log(problem);
}

async function write(page: GuidePage, text: string): Promise<void> {
  if (text === page.source) return;
  await writeFile(new URL(page.file, `file://${root}`), text);
  console.log(`updated ${page.file}`);
}
