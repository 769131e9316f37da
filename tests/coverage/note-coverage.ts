import type { GuidePage } from '../../src/guides/guide-page.ts';
import { commandsOf, hasForm, practises, shapesOf } from './command-forms.ts';

/** A command form that the source notes type, and where the course treats it. */
export interface NoteCommand {
  /** The command with its flags; `<name>` stands for any word. */
  readonly form: string;
  /** Where the notes have it: note and line. */
  readonly notes: readonly string[];
  /** `guides/<name>#<section>`; a form that never worked is treated on the page about the old notes. */
  readonly section: string;
  /** The command fails as the notes print it. */
  readonly misprint?: boolean;
  /** Where it can be practised; nowhere if it never worked. */
  readonly lab?: string;
}

export type Verdict = 'TRUE' | 'FALSE' | 'OUTDATED' | 'DEPENDS';

/** A claim of the notes, as it was judged, and the sections that say what holds. */
export interface NoteClaim {
  readonly verdict: Verdict;
  readonly sections: readonly string[];
  /** Where what holds can be tried. */
  readonly lab: string;
}

export interface NoteCoverage {
  readonly commands: readonly NoteCommand[];
  readonly claims: Readonly<Record<string, NoteClaim>>;
}

/** The pages that collect what the notes got wrong: their names begin so. */
export const oldNotes = 'reference/what-the-old-notes-got-wrong';

/** The pages of one language, by name. */
export type Pages = ReadonlyMap<string, GuidePage>;

/** What is missing of a language's pages: sections that are named and not there, commands that their section does not type. */
export function uncovered({ commands, claims }: NoteCoverage, pages: Pages, language: string): readonly string[] {
  const ofCommands = commands.flatMap(({ form, section, misprint }) => {
    const typed = typedIn(section, pages);
    if (!typed) return [`${language}: ${form}: there is no section ${section}`];
    if (misprint && !section.startsWith(oldNotes)) return [`${language}: ${form}: a misprinted command belongs to ${oldNotes}, not to ${section}`];
    return typed.some((command) => hasForm(command, form)) ? [] : [`${language}: ${section} does not type ${form}`];
  });
  const ofClaims = Object.entries(claims).flatMap(([number, { sections }]) =>
    sections.filter((section) => !typedIn(section, pages)).map((section) => `${language}: claim ${number}: there is no section ${section}`),
  );
  return [...ofCommands, ...ofClaims];
}

/** Claims that are missing, that no section treats, or that are wrong and not collected on the page about it. */
export function unjudged(claims: NoteCoverage['claims'], count: number): readonly string[] {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  const unknown = Object.keys(claims).filter((number) => !numbers.includes(number));
  return [...unknown.map((number) => `there is no claim ${number}`), ...numbers.flatMap((number) => problemsOf(number, claims[number]))];
}

function problemsOf(number: string, claim: NoteClaim | undefined): readonly string[] {
  if (!claim) return [`claim ${number} is not mapped`];
  if (claim.sections.length === 0) return [`claim ${number}: no section treats it`];
  const isWrong = claim.verdict === 'FALSE' || claim.verdict === 'OUTDATED';
  const isCollected = claim.sections.some((section) => section.startsWith(oldNotes));
  return isWrong && !isCollected ? [`claim ${number} is ${claim.verdict} and not collected on ${oldNotes}`] : [];
}

/** Recorded commands that no console block of the course practises. */
export function unpractised(recorded: readonly string[], pages: Pages): readonly string[] {
  const blocks = [...pages.values()].flatMap((page) => page.blocks.filter(({ language }) => language === 'console'));
  const typed = blocks.flatMap(({ text }) => commandsOf(text)).flatMap(shapesOf);
  const missing = recorded.flatMap(shapesOf).filter((shape) => !typed.some((candidate) => practises(candidate, shape)));
  return [...new Set(missing.map(({ path, flags }) => `no guide types ${[path, ...flags].join(' ')}`))];
}

/** The commands under a heading, those of its smaller headings included; undefined where there is no such heading. */
function typedIn(address: string, pages: Pages): readonly string[] | undefined {
  const [name = '', id] = address.split('#');
  const page = pages.get(name);
  const index = page?.sections.findIndex((section) => section.id === id) ?? -1;
  const section = page?.sections[index];
  if (!page || !section) return undefined;
  const end = page.sections.find(({ depth }, other) => other > index && depth <= section.depth)?.line ?? Number.POSITIVE_INFINITY;
  const inside = page.blocks.filter(({ line, language }) => language === 'console' && line > section.line && line < end);
  return inside.flatMap(({ text }) => commandsOf(text));
}

/** Commands and claims without a lab to practise them in, or with one that the course does not have. */
export function unpractisable({ commands, claims }: NoteCoverage, labs: readonly string[]): readonly string[] {
  const named = [
    ...commands.filter(({ misprint }) => !misprint).map(({ form, lab }) => [form, lab] as const),
    ...Object.entries(claims).map(([number, { lab }]) => [`claim ${number}`, lab] as const),
  ];
  return named.filter(([, lab]) => !labs.includes(lab ?? '')).map(([name, lab]) => `${name}: there is no lab ${lab ?? ''}`.trimEnd());
}
