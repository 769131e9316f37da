import type { Attempts, Exercise, Mutant } from '../../grading/index.ts';
import { mutantsOf, rightWays, undoMutant } from '../../grading/index.ts';
import registries from '../../simulation/content/registries.json' with { type: 'json' };
import type { Findings } from './attempt-gates.ts';
import { changesOf, firstUnmet, type Play, type Played, playAttempt, playOnce } from './play-attempt.ts';

/** What became of a mutant. `same state`: what is graded ends as in the right way, so there is nothing that a grader could object to. */
export interface JudgedMutant {
  readonly name: string;
  readonly outcome: 'killed' | 'same state' | 'survived';
  /** Lines of the right way that it lacks, and lines that it has instead. */
  readonly lacks: readonly string[];
  readonly has: readonly string[];
}

/** Every mutant of every right way, judged. */
export async function judgeMutants(exercise: Exercise, attempts: Attempts, play: Play = playOnce(exercise)): Promise<readonly JudgedMutant[]> {
  const judged: JudgedMutant[] = [];
  for (const [way, typed] of Object.entries(rightWays(exercise, attempts))) {
    const commands = effective(typed, await play(typed));
    const right = await play(commands);
    for (const mutant of allMutants(exercise, commands, right)) {
      const { result, state } = await playAttempt(exercise, mutant.commands);
      const outcome = firstUnmet(result) ? 'killed' : state === right.state ? 'same state' : 'survived';
      judged.push({ name: `${way}: ${mutant.name}`, outcome, ...difference(commands, mutant.commands) });
    }
  }
  return judged;
}

/** Mutants of the right ways fail, end in the same graded state, or are listed as equivalent with the reason. */
export async function mutantFindings(exercise: Exercise, attempts: Attempts, play?: Play): Promise<Findings> {
  return equivalenceFindings(await judgeMutants(exercise, attempts, play), attempts);
}

/** Of mutants that were judged: those that survived and are not listed, and those that are listed and did not survive. */
export function equivalenceFindings(judged: readonly JudgedMutant[], { equivalent: listed = {} }: Attempts): Findings {
  const survived = judged.filter(({ outcome }) => outcome === 'survived').map(({ name }) => name);
  return [
    ...survived.filter((name) => !(name in listed)).map((name) => `"${name}" gets full points and is not listed as equivalent`),
    ...Object.keys(listed)
      .filter((name) => !survived.includes(name))
      .map((name) => `"${name}" is listed as equivalent, but fails, ends in the same state anyway, or does not exist`),
  ];
}

/** The commands that changed something: to leave out a look around is no mistake. */
function effective(commands: readonly string[], { session }: Played): readonly string[] {
  return commands.filter(
    (command, index) => changesOf(session, index).length > 0 || !/^oc (?:get|describe|status|logs|whoami|rollout (?:status|history))\b/.test(command),
  );
}

function allMutants(exercise: Exercise, commands: readonly string[], { session }: Played): readonly Mutant[] {
  const undone = commands.flatMap((_, index) => undoMutant(commands, index, changesOf(session, index), exercise.scenario.user) ?? []);
  return [...mutantsOf(commands, { otherTag, project: exercise.scenario.project }), ...undone];
}

function difference(right: readonly string[], mutant: readonly string[]): Pick<JudgedMutant, 'lacks' | 'has'> {
  const [lacks, has] = [right.filter((line) => !mutant.includes(line)), mutant.filter((line) => !right.includes(line))];
  if (lacks.length > 0 || has.length > 0) return { lacks, has };
  const moved = right.findIndex((line, index) => line !== mutant[index]); // the order differs, and nothing else
  return { lacks: [], has: mutant.slice(moved, moved + 2) };
}

/** What a mutant does otherwise, line by line, to be read. */
export function differenceOf({ lacks, has }: Pick<JudgedMutant, 'lacks' | 'has'>): readonly string[] {
  return [...lacks.map((line) => `  - ${brief(line)}`), ...has.map((line) => `  + ${brief(line)}`)];
}

function brief(command: string): string {
  const [first = '', ...more] = command.split('\n').map((line) => (line.length > 200 ? `${line.slice(0, 199)}…` : line));
  return [first, ...more.map((line) => `    ${line}`)].join('\n');
}

/** A tag of the repository that is another image. Names without a host are streams: their tags come from the same repositories. */
function otherTag(reference: string): string | undefined {
  const [, name = '', tag = ''] = /^(.*):([^:/]+)$/.exec(reference) ?? [];
  const repositories = Object.entries(registries.repositories).filter(([repository]) => repository === name || repository.endsWith(`/${name}`));
  return repositories.flatMap(([, { tags }]) =>
    Object.entries<string>(tags).filter(([, digest]) => digest !== (tags as Readonly<Record<string, string>>)[tag]),
  )[0]?.[0];
}
