import { glob as findFiles, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { ReferencePage } from './reference/reference-page.ts';
import { referencePages } from './reference/reference-pages.ts';
import { splitFrontmatter } from './split-frontmatter.ts';

const instructionsPath = /^exercises\/([^/]+)\/instructions\/([^/]+)\.md$/;

/**
 * Starlight's own docs, plus one page per exercise and language (`exercises/<id>/instructions/<lang>.md` becomes `/<lang>/labs/<id>/`),
 * plus the pages that are made from the command table and the glossary.
 */
export function docsAndLabsLoader(): Loader {
  return {
    name: 'docs-and-labs-loader',
    async load(context) {
      await docsLoader().load(context); // Prunes every entry it does not know, so it must run first.
      const root = fileURLToPath(context.config.root);
      for await (const path of findFiles('exercises/*/instructions/*.md', { cwd: root })) await loadInstructions(toPosix(path), context);
      for (const page of await referencePages(root)) await loadReferencePage(page, context);
      watchInstructions(root, context);
    },
  };
}

/** In `astro dev`, an edited page of instructions shows at once. */
function watchInstructions(root: string, context: LoaderContext): void {
  const { watcher, store } = context;
  if (!watcher) return;
  const pathOf = (file: string) => toPosix(relative(root, file));
  const reload = (file: string) => {
    const path = pathOf(file);
    if (instructionsPath.test(path)) loadInstructions(path, context).catch((error: unknown) => context.logger.error(String(error)));
  };
  watcher.on('add', reload);
  watcher.on('change', reload);
  watcher.on('unlink', (file) => {
    const page = pageOf(pathOf(file));
    if (page) store.delete(page.id);
  });
}

async function loadInstructions(filePath: string, context: LoaderContext): Promise<void> {
  const page = pageOf(filePath);
  if (!page) return;
  const { config, store, parseData, renderMarkdown, generateDigest } = context;
  const source = await readFile(new URL(filePath, config.root), 'utf8');
  const { frontmatter, body } = splitFrontmatter(source, filePath);
  const data = await parseData({ id: page.id, data: { tableOfContents: false, ...frontmatter, exercise: page.exercise }, filePath });
  // Starlight reads the page's language from the path, so render as if the file sat in content/docs.
  const rendered = await renderMarkdown(body, { fileURL: new URL(`content/docs/${page.id}.md`, config.root) });
  store.set({ id: page.id, data, body, filePath, rendered, digest: generateDigest(source) });
}

/** The page as if a file of its own stood in content/docs. */
async function loadReferencePage({ name, language, data, body }: ReferencePage, context: LoaderContext): Promise<void> {
  const { config, store, parseData, renderMarkdown, generateDigest } = context;
  const id = `${language}/${name}`;
  const rendered = await renderMarkdown(body, { fileURL: new URL(`content/docs/${id}.md`, config.root) });
  store.set({ id, data: await parseData({ id, data: { ...data, editUrl: false } }), body, rendered, digest: generateDigest({ body, ...data }) });
}

function pageOf(filePath: string): { readonly id: string; readonly exercise: string } | undefined {
  const [, exercise, language] = instructionsPath.exec(filePath) ?? [];
  return exercise && language ? { id: `${language}/labs/${exercise}`, exercise } : undefined;
}

function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}
