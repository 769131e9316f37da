import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGlossary } from '../../guides/glossary.ts';
import { readDocs } from '../../guides/guide-files.ts';
import type { GuidePage } from '../../guides/guide-page.ts';
import { pageNameOf } from '../../guides/page-names.ts';
import { type CommandReference, commandReference } from '../../oc/command-reference.ts';
import { courseNames } from '../course-names.ts';
import { fallbackLanguage, type Language, languageCodes } from '../languages.ts';
import { splitFrontmatter } from '../split-frontmatter.ts';
import { commandIndex } from './command-index.ts';
import { commandPage, descendants, type GuideLinks } from './command-page.ts';
import { glossaryPage } from './glossary-page.ts';
import { type GuidesByCommand, guidesByCommand } from './guides-by-command.ts';
import { type ReferencePage, withFrenchSpaces } from './reference-page.ts';

/** How many guides a command's page names at most: those in which it is typed most often. */
const guidesPerCommand = 8;

/** The pages made from the command table, the help texts, the glossary and the guides' own commands, in every language. */
export async function referencePages(root: string): Promise<readonly ReferencePage[]> {
  const glossary = await readGlossary(root);
  const docs = await readDocs(root, (_name, language) => language === fallbackLanguage);
  const pages = languageCodes.map(async (language) => {
    const [notices, help] = await Promise.all(['notices', 'help'].map((kind) => readFile(join(root, `src/oc/${kind}/${language}.json`), 'utf8')));
    const reference = await commandReference({ ...JSON.parse(notices ?? ''), ...JSON.parse(help ?? '') });
    const guides = guideLinks(await titlesOf(docs, language, root), guidesByCommand(docs, pathsOf(reference)));
    const commands = reference.groups.flatMap((group) => group.commands);
    const ofCommands = [commandIndex(reference, language), ...commands.map((command) => commandPage(command, language, guides))];
    return [glossaryPage(glossary, language), ...(language === 'fr' ? ofCommands.map(inFrenchType) : ofCommands)];
  });
  return (await Promise.all(pages)).flat();
}

const inFrenchType = (page: ReferencePage): ReferencePage => ({ ...page, body: withFrenchSpaces(page.body) });

const pathsOf = ({ groups }: CommandReference): ReadonlySet<string> =>
  new Set(groups.flatMap(({ commands }) => commands.flatMap((command) => [command, ...descendants(command)].map(({ path }) => path))));

/** The titles of pages in a language, by name: their heads alone are read. A page that is not translated yet keeps its first title. */
async function titlesOf(docs: readonly GuidePage[], language: Language, root: string): Promise<ReadonlyMap<string, string>> {
  const titles = docs.map(async ({ file, frontmatter }) => {
    const { name } = pageNameOf(file);
    const translation = file.replace(`/${fallbackLanguage}/`, `/${language}/`);
    const source = language === fallbackLanguage ? undefined : await readFile(join(root, translation), 'utf8').catch(() => undefined);
    return [name, String((source === undefined ? frontmatter : splitFrontmatter(source, translation).frontmatter).title)] as const;
  });
  return new Map(await Promise.all(titles));
}

/** Guides in the order of the course, with their titles. */
function guideLinks(titles: ReadonlyMap<string, string>, byCommand: GuidesByCommand): GuideLinks {
  const { pages: order } = courseNames();
  return {
    of: (path) =>
      (byCommand.get(path) ?? [])
        .slice(0, guidesPerCommand)
        .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((name) => ({ name, title: titles.get(name) ?? name })),
  };
}
