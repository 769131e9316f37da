import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGlossary } from '../../../../src/guides/glossary.ts';
import { commandModules } from '../../../../src/oc/commands.ts';
import { languageCodes } from '../../../../src/site/languages.ts';
import { anchorOf } from '../../../../src/site/reference/command-page.ts';
import type { ReferencePage } from '../../../../src/site/reference/reference-page.ts';
import { referencePages } from '../../../../src/site/reference/reference-pages.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
let pages: readonly ReferencePage[] = [];
beforeAll(async () => {
  pages = await referencePages(root);
}, 120_000);

const names = () => [...new Set(pages.map(({ name }) => name))];
const pageIn = (language: string, name: string) => pages.find((page) => page.name === name && page.language === language);
/** The letters over the words of a glossary are each language's own. */
const anchorsOf = (page: ReferencePage | undefined) =>
  [...(page?.body ?? '').matchAll(/\{#([^}]+)\}/g)].map(([, id]) => id!).filter((id) => !id.startsWith('letter-'));
const missingCommands = (paths: readonly string[]) =>
  paths.filter((path) => {
    const anchors = anchorsOf(pageIn('en', `reference/commands/${path.split(' ')[0]}`));
    return !anchors.includes(path.includes(' ') ? anchorOf(path) : 'usage');
  });

describe('reference pages', () => {
  it('exist in every language, with the same anchors, each once on its page', () => {
    for (const name of names()) {
      const english = anchorsOf(pageIn('en', name));
      expect(new Set(english).size, name).toBe(english.length);
      for (const language of languageCodes) expect(anchorsOf(pageIn(language, name)).sort(), `${language}/${name}`).toEqual([...english].sort());
    }
  });

  it('have a section for each command of the table', () => {
    expect(Object.keys(commandModules).length).toBeGreaterThan(100);
    expect(missingCommands(Object.keys(commandModules))).toEqual([]);
  });

  it('would miss a command without one', () => {
    expect(missingCommands(['set nothing', 'tag'])).toEqual(['set nothing']);
  });

  it('have an entry for each defined term of the glossary', async () => {
    const defined = (await readGlossary(root)).terms.filter(({ definition }) => definition).map(({ id }) => id);
    expect(defined.length).toBeGreaterThan(70);
    for (const language of languageCodes) expect(anchorsOf(pageIn(language, 'reference/glossary')).sort()).toEqual([...defined].sort());
  });

  it('have a title and a description', () => {
    for (const { data, name, language } of pages) expect([typeof data.title, typeof data.description], `${language}/${name}`).toEqual(['string', 'string']);
  });

  it('link to each other and to guides by addresses that exist', () => {
    const known = new Set(pages.map(({ name }) => name));
    const broken = pages.flatMap(({ name, body }) =>
      [...body.matchAll(/\]\((\.{0,2}[^)#]*)(?:#([^)]*))?\)/g)].flatMap(([, to = '', anchor]) => {
        const target = new URL(to, `https://site/${name}/`).pathname.replace(/^\/|\/$/g, '');
        if (target.startsWith('guides/')) return [];
        const anchors = anchorsOf(pageIn('en', target));
        return known.has(target) && (anchor === undefined || anchors.includes(anchor)) ? [] : [`${name}: ${to}#${anchor}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('name the guides that type the command', () => {
    expect(pageIn('fr', 'reference/commands/import-image')?.body).toContain('(../../../guides/import-an-image/)');
  });

  it('say what is not simulated', () => {
    expect(pageIn('en', 'reference/commands/rsh')?.body).toContain('this terminal does not simulate it');
    expect(pageIn('en', 'reference/commands')?.body).toMatch(/`oc rsh`\]\(rsh\/\) \| [^|]+\*\(not simulated\)\*/);
  });
});
