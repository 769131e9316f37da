import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGlossary } from '../../guides/glossary.ts';
import { readDocs } from '../../guides/guide-files.ts';
import type { GuidePage } from '../../guides/guide-page.ts';
import { pageNameOf } from '../../guides/page-names.ts';
import { type CommandReference, commandReference } from '../../oc/command-reference.ts';
import { courseNames } from '../course-names.ts';
import { fallbackLanguage, type Language, languageCodes } from '../languages.ts';
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
  const docs = await readDocs(root);
  const pages = languageCodes.map(async (language) => {
    const reference = await commandReference(JSON.parse(await readFile(join(root, `src/oc/help/${language}.json`), 'utf8')));
    const guides = guideLinks(docs, guidesByCommand(docs.filter(isIn(fallbackLanguage)), pathsOf(reference)), language);
    const commands = reference.groups.flatMap((group) => group.commands);
    const ofCommands = [commandIndex(reference, language), ...commands.map((command) => commandPage(command, language, guides))];
    return [glossaryPage(glossary, language), ...(language === 'fr' ? ofCommands.map(inFrenchType) : ofCommands)];
  });
  return (await Promise.all(pages)).flat();
}

const inFrenchType = (page: ReferencePage): ReferencePage => ({ ...page, body: withFrenchSpaces(page.body) });

const isIn = (language: Language) => (page: GuidePage) => pageNameOf(page.file).language === language;

const pathsOf = ({ groups }: CommandReference): ReadonlySet<string> =>
  new Set(groups.flatMap(({ commands }) => commands.flatMap((command) => [command, ...descendants(command)].map(({ path }) => path))));

/** Guides in the order of the course, with their titles; a guide that is not translated yet keeps its first title. */
function guideLinks(docs: readonly GuidePage[], byCommand: GuidesByCommand, language: Language): GuideLinks {
  const titlesIn = (code: Language) => docs.filter(isIn(code)).map((page) => [pageNameOf(page.file).name, String(page.frontmatter.title)] as const);
  const titles = new Map([...titlesIn(fallbackLanguage), ...titlesIn(language)]);
  const { pages: order } = courseNames();
  return {
    of: (path) =>
      (byCommand.get(path) ?? [])
        .slice(0, guidesPerCommand)
        .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((name) => ({ name, title: titles.get(name) ?? name })),
  };
}
