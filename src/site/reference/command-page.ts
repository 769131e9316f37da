import type { ReferenceCommand, ReferenceFlag } from '../../oc/command-reference.ts';
import type { Language } from '../languages.ts';
import { stringOf } from '../site-strings.ts';
import { asMarkdown, code, fence, joined, type ReferencePage, row, table } from './reference-page.ts';

/** What the pages of commands link to. */
export interface GuideLinks {
  /** Titles in the page's language by the guides' names, for each command that guides type. */
  of(path: string): readonly { readonly name: string; readonly title: string }[];
}

/** A page for `oc <command>`: the command itself, then each of its subcommands. */
export function commandPage(command: ReferenceCommand, language: Language, guides: GuideLinks): ReferencePage {
  const context = { language, guides, text: (key: Parameters<typeof stringOf>[1]) => stringOf(language, key) };
  const subcommands = descendants(command);
  const modelled = subcommands.filter(({ isModelled }) => isModelled);
  const absent = subcommands.filter(({ isModelled, children }) => !isModelled && children.length === 0);
  return {
    name: pageName(command),
    language,
    data: {
      title: `oc ${command.path}`,
      description: sentence(command.short),
      prev: false,
      next: false,
      tableOfContents: modelled.length > 0 ? { minHeadingLevel: 2, maxHeadingLevel: 2 } : undefined,
    },
    body: joined([
      `[${context.text('reference.commands.title')}](../) › ${code(`oc ${command.path}`)}`,
      own(command, context),
      ...modelled.map((subcommand) => section(subcommand, context)),
      absentSection(absent, context),
    ]),
  };
}

const pageName = ({ path }: ReferenceCommand): string => `reference/commands/${path}`;

/** The anchor of a subcommand on the page of its command: `set triggers` is at `#triggers`. */
export const anchorOf = (path: string): string => path.split(' ').slice(1).join('-');

/** Every subcommand, and theirs. */
export const descendants = ({ children }: ReferenceCommand): readonly ReferenceCommand[] => children.flatMap((child) => [child, ...descendants(child)]);

interface Context {
  readonly language: Language;
  readonly guides: GuideLinks;
  text(key: Parameters<typeof stringOf>[1]): string;
}

function own(command: ReferenceCommand, context: Context): string {
  const { text } = context;
  if (!command.isModelled && command.children.some(isOrHoldsModelled)) return asParagraphs(command);
  const absent = command.isModelled ? [] : [`:::note\n${text('reference.absent.command')}\n:::`];
  return joined([asParagraphs(command), ...absent, aliases(command, context), ...parts(command, context, '##', '')]);
}

const isOrHoldsModelled = (command: ReferenceCommand): boolean => command.isModelled || command.children.some(isOrHoldsModelled);

function section(command: ReferenceCommand, context: Context): string {
  const anchor = anchorOf(command.path);
  return joined([`## oc ${command.path} {#${anchor}}`, asParagraphs(command), aliases(command, context), ...parts(command, context, '###', `${anchor}-`)]);
}

/** Usage, examples, flags and guides, each under its heading. `prefix` tells the anchors of one subcommand from those of another. */
function parts(command: ReferenceCommand, context: Context, level: string, prefix: string): readonly string[] {
  const { text } = context;
  const part = (id: string, title: string, ...content: readonly string[]) => {
    const body = joined(content);
    return body === '' ? '' : joined([`${level} ${title} {#${prefix}${id}}`, body]);
  };
  return [
    part('usage', text('reference.usage'), fence('text', command.usage)),
    part('examples', text('reference.examples'), examples(command)),
    part('flags', text('reference.flags'), flags(command, context)),
    part('guides', text('reference.guides'), guideList(command, context)),
  ];
}

const asParagraphs = ({ short, long }: ReferenceCommand): string => (long ?? sentence(short)).split('\n\n').map(asMarkdown).join('\n\n');

/** In lists of commands the short texts have no full stop. */
const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

const aliases = (command: ReferenceCommand, { text }: Context): string =>
  command.aliases.length === 0 ? '' : `${text('reference.aliases')} ${command.aliases.map(code).join(', ')}`;

function examples({ examples }: ReferenceCommand): string {
  if (examples.length === 0) return '';
  return fence('sh frame="none"', examples.map(({ comment, command }) => (comment === undefined ? command : `# ${comment}\n${command}`)).join('\n\n'));
}

function flags(command: ReferenceCommand, context: Context): string {
  const { text } = context;
  const absent = command.unmodelledFlags.map((name) => code(`--${name}`)).join(', ');
  return joined([
    command.flags.length === 0 ? '' : flagTable(command.flags, context.language),
    command.isModelled && absent !== '' ? `${text('reference.absent.flags')} ${absent}.` : absent,
    command.isModelled ? `${text('reference.globalFlags.also')}${colon(context)} [${text('reference.globalFlags')}](../#global-flags).` : '',
  ]);
}

const colon = ({ language }: Context): string => (language === 'fr' ? '\u00a0:' : ':');

/** Its rows become blocks where the page is narrow: see `reference.css`. */
export function flagTable(flags: readonly ReferenceFlag[], language: Language): string {
  const head = (['reference.flag', 'reference.type', 'reference.meaning'] as const).map((key) => stringOf(language, key));
  const rows = flags.map((flag) => row(flagNames(flag), typeAndDefault(flag), flag.meaning === undefined ? '' : asMarkdown(flag.meaning)));
  return joined(['<div class="flag-table">', table(head, rows), '</div>']);
}

const flagNames = ({ name, shorthand }: ReferenceFlag): string => [...(shorthand === undefined ? [] : [`-${shorthand}`]), `--${name}`].map(code).join(', ');

const typeAndDefault = ({ type, default: standard }: ReferenceFlag): string =>
  standard === undefined ? type : `${type}, ${code(standard.replaceAll('|', '\\|'))}`;

function guideList({ path }: ReferenceCommand, { guides }: Context): string {
  return guides
    .of(path)
    .map(({ name, title }) => `- [${asMarkdown(title)}](../../../${name}/)`)
    .join('\n');
}

function absentSection(commands: readonly ReferenceCommand[], context: Context): string {
  if (commands.length === 0) return '';
  const { text } = context;
  const lines = commands.map(({ path, short }) => `- ${code(`oc ${path}`)}${colon(context)} ${asMarkdown(short)}`);
  return joined([`## ${text('reference.absent.commands')} {#not-simulated}`, text('reference.absent.command'), lines.join('\n')]);
}
