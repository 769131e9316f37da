import type { Attempts, Exercise, Mutant } from '../../src/grading/index.ts';
import { mutantsOf, undoMutant } from '../../src/grading/index.ts';
import registries from '../../src/simulation/content/registries.json' with { type: 'json' };
import { changesOf, firstUnmet, playAttempt } from './play-attempt.ts';

/** Each gate gives what is wrong, in words; an empty list is a pass. */
type Findings = readonly string[];

/** Right ways get full points. */
export async function acceptedFindings(exercise: Exercise, attempts: Attempts): Promise<Findings> {
  const findings = Object.entries(attempts.accepted).map(async ([name, commands]) => {
    const { result, session } = await playAttempt(exercise, commands);
    const unmet = firstUnmet(result);
    const failed = session.commands.find(({ exitCode }) => exitCode !== 0);
    return [
      ...(unmet ? [`"${name}" misses ${unmet.id}: ${unmet.why?.say}`] : []),
      ...(failed ? [`"${name}": a command of a right way fails: ${failed.line}`] : []),
    ];
  });
  const tooFew = Object.keys(attempts.accepted).length < 2 ? ['there are fewer than two right ways'] : [];
  return [...tooFew, ...(await Promise.all(findings)).flat()];
}

/** Two right ways differ in the verb or resource that creates what is graded. */
export function verbFindings({ accepted }: Attempts): Findings {
  const verbs = Object.values(accepted).map((commands) => commands.map((command) => command.split(/\s+/).slice(0, 3).join(' ')).join('; '));
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

/** Mutants of the right ways fail, or end in the same graded state and are listed as equivalent. */
export async function mutantFindings(exercise: Exercise, attempts: Attempts): Promise<Findings> {
  const listed = attempts.equivalent ?? {};
  const surviving: string[] = [];
  const findings: string[] = [];
  for (const [way, commands] of Object.entries(attempts.accepted)) {
    const right = await playAttempt(exercise, commands);
    for (const mutant of await allMutants(exercise, commands, right)) {
      const name = `${way}: ${mutant.name}`;
      const { result, state } = await playAttempt(exercise, mutant.commands);
      if (firstUnmet(result)) continue;
      surviving.push(name);
      if (!(name in listed)) findings.push(`"${name}" gets full points and is not listed as equivalent`);
      else if (state !== right.state) findings.push(`"${name}" is listed as equivalent, but ends in another state`);
    }
  }
  return [
    ...findings,
    ...Object.keys(listed)
      .filter((name) => !surviving.includes(name))
      .map((name) => `"${name}" is listed as equivalent, but fails or does not exist`),
  ];
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
