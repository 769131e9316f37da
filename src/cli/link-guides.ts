import { readFile, writeFile } from 'node:fs/promises';
import { readGuidePage } from '../guides/guide-page.ts';
import { checkFreshness, withSource } from '../guides/translation-source.ts';
import { languages } from './exercises.ts';

const [reference, ...others] = languages;

/** Names a lab in the guides that prepare for it, in every language. A translation that was up to date stays so. Gives the files that changed. */
export async function linkGuides(root: URL, id: string, guides: readonly string[]): Promise<readonly string[]> {
  const changed = guides.map(async (guide) => {
    const original = await readText(root, fileOf(reference, guide));
    if (original === undefined) throw new Error(`there is no guide ${guide}`);
    const linked = withLab(original, id);
    const before = readGuidePage(fileOf(reference, guide), original);
    const after = readGuidePage(fileOf(reference, guide), linked);
    const translated = others.map(async (language) => {
      const file = fileOf(language, guide);
      const text = await readText(root, file);
      if (text === undefined) return [];
      const page = readGuidePage(file, withLab(text, id));
      const isFresh = checkFreshness(page, before).length === 0;
      return write(root, file, text, isFresh ? withSource(page, after) : page.source);
    });
    return [...(await write(root, before.file, original, linked)), ...(await Promise.all(translated)).flat()];
  });
  return (await Promise.all(changed)).flat();
}

const fileOf = (language: string, guide: string) => `content/docs/${language}/guides/${guide}.md`;

/** The guide with the lab in its field `labs`. */
function withLab(text: string, id: string): string {
  return text.replace(/^labs: *\[(.*)\]$/m, (line, list: string) => {
    const labs = list.split(',').flatMap((lab) => lab.trim() || []);
    return labs.includes(id) ? line : `labs: [${[...labs, id].join(', ')}]`;
  });
}

const readText = (root: URL, file: string) => readFile(new URL(file, root), 'utf8').catch(() => undefined);

async function write(root: URL, file: string, before: string, after: string): Promise<readonly string[]> {
  if (before === after) return [];
  await writeFile(new URL(file, root), after);
  return [file];
}
