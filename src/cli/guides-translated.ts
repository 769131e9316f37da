import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { comparePages } from '../guides/compare-pages.ts';
import { groupByName, readDocs, readInstructions } from '../guides/guide-files.ts';
import { withSource } from '../guides/translation-source.ts';
import { fallbackLanguage } from '../site/languages.ts';

/**
 * Notes in a translation from which English text it was made, once it is like that text: `npm run guides:translated -- vi/guides/import-an-image
 * ko/labs/images-review …`. As long as the two differ in more than words, it says where, and writes nothing.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = groupByName([...(await readDocs(root)), ...(await readInstructions(root))]);
const wanted = process.argv.slice(2);
if (wanted.length === 0) refuse(['name the pages: vi/guides/import-an-image, ko/labs/images-review, …']);
for (const address of wanted) await stamp(address);

async function stamp(address: string): Promise<void> {
  const [language = '', ...rest] = address.replace(/\.mdx?$/, '').split('/');
  const translations = pages.get(rest.join('/'));
  const [page, original] = [translations?.get(language), translations?.get(fallbackLanguage)];
  if (!page || !original || page === original)
    return refuse([`${address}: there is no such translation; write <language>/<page>, as in vi/guides/import-an-image`]);
  const differences = comparePages(page, original);
  if (differences.length > 0) return refuse([`${address}: not noted; it still differs from ${original.file}:`, ...differences]);
  const text = withSource(page, original);
  if (text !== page.source) await writeFile(new URL(page.file, `file://${root}`), text);
  console.log(`${address}: made from the English text of now`);
}

function refuse(problems: readonly string[]): void {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
