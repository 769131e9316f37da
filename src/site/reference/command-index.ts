import type { CommandReference, ReferenceCommand } from '../../oc/command-reference.ts';
import type { Language } from '../languages.ts';
import { stringOf } from '../site-strings.ts';
import { descendants, flagTable } from './command-page.ts';
import { asMarkdown, code, joined, type ReferencePage, row, table } from './reference-page.ts';

/** The page that lists every command, in the groups of `oc help`, and what the simulation has of each. */
export function commandIndex({ groups, globalFlags }: CommandReference, language: Language): ReferencePage {
  const text = (key: Parameters<typeof stringOf>[1]) => stringOf(language, key);
  const head = [text('reference.command'), text('reference.purpose')];
  return {
    name: 'reference/commands',
    language,
    data: { title: text('reference.commands.title'), description: text('reference.commands.description') },
    body: joined([
      text('reference.commands.intro'),
      ...groups.map(({ id, title, commands }) =>
        joined([
          `## ${title} {#${id}}`,
          '<div class="command-table">',
          table(
            head,
            commands.map((command) => commandRow(command, language)),
          ),
          '</div>',
        ]),
      ),
      `## ${text('reference.globalFlags')} {#global-flags}`,
      flagTable(globalFlags, language),
    ]),
  };
}

function commandRow(command: ReferenceCommand, language: Language): string {
  const state = stateOf(command, language);
  return row(`[${code(`oc ${command.path}`)}](${command.path}/)`, `${asMarkdown(command.short)}${state === '' ? '' : ` *(${state})*`}`);
}

/** What the simulation does not have of the command; nothing where it has all. */
function stateOf(command: ReferenceCommand, language: Language): string {
  const leaves = descendants(command).filter(({ children, isModelled }) => isModelled || children.length === 0);
  const modelled = leaves.filter(({ isModelled }) => isModelled).length;
  if (!command.isModelled && modelled === 0) return stringOf(language, 'reference.absent');
  if (modelled === leaves.length) return '';
  return stringOf(language, 'reference.subcommands').replace('{n}', String(modelled)).replace('{total}', String(leaves.length));
}
