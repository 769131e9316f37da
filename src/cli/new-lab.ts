import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { readGuidePage } from '../guides/guide-page.ts';
import { withSource } from '../guides/translation-source.ts';
import { languages } from './exercises.ts';

const template = new URL('new-lab/', import.meta.url);
/** How the template calls itself. */
const placeholder = 'new-lab';

/** Makes a small lab that holds, for its author to change: its folder, and its place in the course. */
export async function makeLab(root: URL, id: string, chapter: string): Promise<void> {
  const folder = new URL(`exercises/${id}/`, root);
  await cp(template, folder, { recursive: true });
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const place = `${file.parentPath.replace(/\/?$/, '/')}${file.name}`;
    await writeFile(place, (await readFile(place, 'utf8')).replaceAll(placeholder, id));
    await rename(place, place.replace(/\.txt$/, ''));
  }
  await noteSources(folder, id);
  await enterCourse(new URL('exercises/course.json', root), id, chapter);
}

/** The instructions say from which English text they were made. */
async function noteSources(folder: URL, id: string): Promise<void> {
  const [english, ...others] = await Promise.all(
    languages.map(async (language) => {
      const place = `instructions/${language}.md`;
      return readGuidePage(`exercises/${id}/${place}`, await readFile(new URL(place, folder), 'utf8'));
    }),
  );
  for (const [index, page] of others.entries()) {
    if (english) await writeFile(new URL(`instructions/${languages[index + 1]}.md`, folder), withSource(page, english));
  }
}

/** Names the lab last in its chapter, and leaves the rest of the file as it is written. */
async function enterCourse(file: URL, id: string, chapter: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const list = text.indexOf('"exercises": [', text.indexOf(`"id": "${chapter}"`));
  const end = text.indexOf(']', list);
  const before = text.slice(0, end).trimEnd();
  const [comma, space] = before.endsWith('[') ? ['', ''] : [',', text.slice(before.length, end).includes('\n') ? '\n        ' : ' '];
  await writeFile(file, `${before}${comma}${space}{ "id": "${id}", "difficulty": 1, "minutes": 5 }${text.slice(before.length)}`);
}
