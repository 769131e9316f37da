import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Writes the search index of the built pages. Starlight's own is left out (`withoutSearchIndex`): it takes the pages in the order in which the disk
 * lists them, so that the same pages give other bytes elsewhere, and its writing is cut short when Pagefind's process is ended, which Starlight does
 * as soon as the index is said to be written. Here the pages go in one by one in the order of their names, and the files come to us.
 */
export async function writeSearchIndex(dist: string): Promise<void> {
  const folder = join(dist, 'pagefind');
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of await indexOf(dist)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, path === 'pagefind-entry.json' ? inOrder(content) : content);
  }
}

async function indexOf(dist: string) {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join('\n'));
    const pages = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.html')).map((file) => file.split(sep).join('/'));
    for (const sourcePath of pages.sort()) {
      const added = await index.addHTMLFile({ sourcePath, content: await readFile(join(dist, sourcePath), 'utf8') });
      if (added.errors.length > 0) throw new Error(`${sourcePath}: ${added.errors.join('\n')}`);
    }
    return (await index.getFiles()).files;
  } finally {
    await close();
  }
}

/** Pagefind names the languages of the index in whatever order its hash table gives. */
function inOrder(entry: Uint8Array): string {
  const { languages, ...rest } = JSON.parse(new TextDecoder().decode(entry)) as { readonly languages: Readonly<Record<string, unknown>> };
  return JSON.stringify({ ...rest, languages: Object.fromEntries(Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1))) });
}

/** Starlight with its search, but without the index that it writes after the build; every other integration as it is. */
export function withoutSearchIndex(integration: AstroIntegration): AstroIntegration {
  if (integration.name !== '@astrojs/starlight') return integration;
  const { 'astro:build:done': _, ...hooks } = integration.hooks;
  return { ...integration, hooks };
}
