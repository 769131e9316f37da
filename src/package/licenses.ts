import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type LockedPackages, nameOf } from './lock-file.ts';

/** The licenses of all shipped npm packages in one text, as their authors ask for it. */
export async function licensesOf(project: string, shipped: readonly string[], locked: LockedPackages): Promise<string> {
  const parts = await Promise.all(
    shipped.map(async (folder) => {
      const { version, license = 'no license named' } = locked[folder] ?? {};
      const texts = await licenseTexts(join(project, folder));
      return [`${nameOf(folder)} ${version}: ${license}`, ...(texts.length > 0 ? texts : [await withoutText(join(project, folder))])].join('\n\n');
    }),
  );
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The files of a package that name its license, and those in a folder of such a name. */
async function licenseTexts(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
  const named = files.filter((file) => /^(?:licen[cs]es?|copying|notice)(?:[^/]*|\/[^/]+)$/i.test(file)).sort();
  return Promise.all(named.map(async (file) => (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n').trim()));
}

async function withoutText(folder: string): Promise<string> {
  const { author, homepage } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const who = [author?.name ?? author, homepage].filter((part) => part !== undefined).join(', ');
  return `(The package brings no text of its license. It is by: ${who || 'nobody named'}.)`;
}
