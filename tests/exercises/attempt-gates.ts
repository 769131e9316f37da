import type { Attempts, Exercise, Mutant } from '../../src/grading/index.ts';
import { mutantsOf, rightWays, undoMutant } from '../../src/grading/index.ts';
import registries from '../../src/simulation/content/registries.json' with { type: 'json' };
import { changesOf, firstUnmet, playAttempt } from './play-attempt.ts';

/** Each gate gives what is wrong, in words; an empty list is a pass. */
type Findings = readonly string[];

/** Right ways get full points. */
export async function acceptedFindings(exercise: Exercise, attempts: Attempts): Promise<Findings> {
  const ways = rightWays(exercise, attempts);
  const findings = Object.entries(ways).map(async ([name, commands]) => {
    const { result, session } = await playAttempt(exercise, commands);
    const unmet = firstUnmet(result);
    const failed = session.commands.find(({ exitCode }) => exitCode !== 0);
    return [
      ...(unmet ? [`"${name}" misses ${unmet.id}: ${unmet.why?.say}`] : []),
      ...(failed ? [`"${name}": a command of a right way fails: ${failed.line}`] : []),
    ];
  });
  const tooFew = Object.keys(ways).length < 2 ? ['there are fewer than two right ways'] : [];
  return [...tooFew, ...(await Promise.all(findings)).flat()];
}

/** Two right ways differ in the verb or resource that creates what is graded. */
export function verbFindings(exercise: Exercise, attempts: Attempts): Findings {
  const verbs = Object.values(rightWays(exercise, attempts)).map((commands) =>
    commands.map((command) => command.split(/\s+/).slice(0, 3).join(' ')).join('; '),
  );
  return new Set(verbs).size < 2 ? ['all right ways use the same commands'] : [];
}

/** The untouched start gets no full points, and no goal holds by itself. */
export async function untouchedFindings(exercise: Exercise): Promise<Findings> {
  const { result } = await playAttempt(exercise, []);
  return result.goals.filter(({ passed }) => passed).map(({ id }) => `${id} holds before anything was done`);
}

/** Wrong ways miss the goal they name, with the message they name. */
export async function wrongFindings(exercise: Exercise, { wrong }: Attempts): Promise<Findings> {
  const tooFew = Object.keys(wrong).length < 5 ? ['there are fewer than five wrong ways'] : [];
  const findings = Object.entries(wrong).map(async ([name, { run, misses, says }]) => {
    const unmet = firstUnmet((await playAttempt(exercise, run)).result);
    const found = unmet ? `${unmet.id}: ${unmet.why?.say}` : 'nothing: it gets full points';
    return found === `${misses}: ${says}` ? [] : [`"${name}" should miss ${misses}: ${says}, but misses ${found}`];
  });
  return [...tooFew, ...(await Promise.all(findings)).flat()];
}

/** Every goal is the first unmet one of a wrong attempt, so replacing its check by *true* is noticed. */
export async function coverageFindings(exercise: Exercise, attempts: Attempts): Promise<Findings> {
  const missed = new Set(Object.values(attempts.wrong).map(({ misses }) => misses));
  const never = exercise.goals.filter(({ id }) => !missed.has(id)).map(({ id }) => `${id} is the first unmet goal of no attempt`);
  const unnoticed = await Promise.all(
    exercise.goals.map(async ({ id }) => {
      const blind = { ...exercise, goals: exercise.goals.map((goal) => (goal.id === id ? { ...goal, check: () => true } : goal)) };
      const only = Object.fromEntries(Object.entries(attempts.wrong).filter(([, { misses }]) => misses === id));
      const noticed = (await wrongFindings(blind, { ...attempts, wrong: only })).some((finding) => finding.startsWith('"'));
      return noticed ? [] : [`${id}: a check that is always true goes unnoticed`];
    }),
  );
  return [...never, ...unnoticed.flat()];
}

/** Feedback that no attempt ever gets has never been seen to be right. */
export function feedbackFindings(exercise: Exercise, { wrong }: Attempts): Findings {
  const heard = new Set(Object.values(wrong).map(({ says }) => says));
  return exercise.goals.flatMap(({ id, diagnoses }) => diagnoses.filter(({ say }) => !heard.has(say)).map(({ say }) => `${id}: no attempt gets "${say}"`));
}

/** What became of a mutant. `same state`: what is graded ends as in the right way, so there is nothing that a grader could object to. */
export interface JudgedMutant {
  readonly name: string;
  readonly outcome: 'killed' | 'same state' | 'survived';
}

/** Every mutant of every right way, judged. */
export async function judgeMutants(exercise: Exercise, attempts: Attempts): Promise<readonly JudgedMutant[]> {
  const judged: JudgedMutant[] = [];
  for (const [way, typed] of Object.entries(rightWays(exercise, attempts))) {
    const commands = await effective(exercise, typed);
    const right = await playAttempt(exercise, commands);
    for (const mutant of await allMutants(exercise, commands, right)) {
      const { result, state } = await playAttempt(exercise, mutant.commands);
      const outcome = firstUnmet(result) ? 'killed' : state === right.state ? 'same state' : 'survived';
      judged.push({ name: `${way}: ${mutant.name}`, outcome });
    }
  }
  return judged;
}

/** Mutants of the right ways fail, end in the same graded state, or are listed as equivalent with the reason. */
export async function mutantFindings(exercise: Exercise, attempts: Attempts): Promise<Findings> {
  const listed = attempts.equivalent ?? {};
  const survived = (await judgeMutants(exercise, attempts)).filter(({ outcome }) => outcome === 'survived').map(({ name }) => name);
  return [
    ...survived.filter((name) => !(name in listed)).map((name) => `"${name}" gets full points and is not listed as equivalent`),
    ...Object.keys(listed)
      .filter((name) => !survived.includes(name))
      .map((name) => `"${name}" is listed as equivalent, but fails, ends in the same state anyway, or does not exist`),
  ];
}

/** The commands that changed something: to leave out a look around is no mistake. */
async function effective(exercise: Exercise, commands: readonly string[]): Promise<readonly string[]> {
  const { session } = await playAttempt(exercise, commands);
  return commands.filter(
    (command, index) => changesOf(session, index).length > 0 || !/^oc (?:get|describe|status|logs|whoami|rollout (?:status|history))\b/.test(command),
  );
}

async function allMutants(
  exercise: Exercise,
  commands: readonly string[],
  { session }: { readonly session: Awaited<ReturnType<typeof playAttempt>>['session'] },
): Promise<readonly Mutant[]> {
  const undone = commands.flatMap((_, index) => undoMutant(commands, index, changesOf(session, index), exercise.scenario.user) ?? []);
  return [...mutantsOf(commands, { otherTag, project: exercise.scenario.project }), ...undone];
}

/** A tag of the repository that is another image. Names without a host are streams: their tags come from the same repositories. */
function otherTag(reference: string): string | undefined {
  const [, name = '', tag = ''] = /^(.*):([^:/]+)$/.exec(reference) ?? [];
  const repositories = Object.entries(registries.repositories).filter(([repository]) => repository === name || repository.endsWith(`/${name}`));
  return repositories.flatMap(([, { tags }]) =>
    Object.entries<string>(tags).filter(([, digest]) => digest !== (tags as Readonly<Record<string, string>>)[tag]),
  )[0]?.[0];
}
