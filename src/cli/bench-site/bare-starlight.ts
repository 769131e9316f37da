import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { pageNameOf } from '../../guides/page-names.ts';
import { linkPackages } from '../../package/project-copy.ts';
import { fallbackLanguage, languages } from '../../site/languages.ts';
import { referencePages } from '../../site/reference/reference-pages.ts';

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  integrations: [starlight({ title: 'Bare', locales: ${JSON.stringify(languages)}, defaultLocale: '${fallbackLanguage}' })],
});
`;

const contentConfig = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Writes to `to` a project of Starlight as it comes, with every page of the project in `from` as a file of Markdown. */
export async function makeBareStarlight(from: string, to: string): Promise<void> {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), text);
  };
  write('package.json', JSON.stringify({ name: 'bare', private: true, type: 'module', devDependencies: dependenciesOf(from) }));
  write('astro.config.mjs', config);
  write('src/content.config.ts', contentConfig);
  linkPackages(from, to);
  const docs = 'src/content/docs';
  for (const file of globSync(['content/docs/**/*.md', 'exercises/*/instructions/*.md'], { cwd: from })) {
    const { language, name } = pageNameOf(file.replaceAll('\\', '/'));
    cpSync(join(from, file), join(to, docs, language, `${name}.md`));
  }
  for (const file of globSync('content/docs/**/*.mdx', { cwd: from })) {
    const { language, name } = pageNameOf(file.replaceAll('\\', '/'));
    write(`${docs}/${language}/${name}.md`, withoutComponents(readFileSync(join(from, file), 'utf8')));
  }
  for (const { name, language, data, body } of await referencePages(from)) write(`${docs}/${language}/${name}.md`, `---\n${stringify(data)}---\n\n${body}\n`);
}

/** Astro looks for integrations among the packages that a project names. */
const dependenciesOf = (project: string): object => JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).devDependencies;

/** A page of MDX as Markdown: without its imports, the components that it imported, and the escapes that MDX wants. */
export function withoutComponents(page: string): string {
  return page
    .replace(/^import\s.*;\n/gm, '')
    .replace(/^<[A-Z]\w*\s*\/>\n/gm, '')
    .replaceAll('\\{', '{');
}
