import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readDocs } from '../guides/guide-files.ts';
import { openGuideSession } from '../guides/open-session.ts';
import { updateGuide } from '../guides/update-guides.ts';

/** Runs the console blocks of every guide and writes the outputs that no longer hold. */
const root = fileURLToPath(new URL('../../', import.meta.url));

for (const page of await readDocs(root)) {
  const updated = await updateGuide(page, openGuideSession);
  if (updated === page.source) continue;
  await writeFile(new URL(page.file, `file://${root}`), updated);
  console.log(`updated ${page.file}`);
}
