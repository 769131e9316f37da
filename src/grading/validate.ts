import { durationMs } from './duration.ts';
import type { Exercise, Goal } from './exercise.ts';
import { type ExerciseMessages, placeholders } from './messages.ts';
import { mistakeIn } from './mistakes/mistake.ts';
import { always } from './predicates/combinators.ts';

/** What is wrong with a lab or message file: which file, which field, and why. */
export interface Problem {
  readonly file: string;
  readonly field: string;
  readonly reason: string;
}

/** Values that feedback may name: `{{project}}`. */
const known = ['project', 'user', 'goal'];

export const describeProblem = ({ file, field, reason }: Problem): string => `${file}: ${field}: ${reason}`;

/** Problems of an exercise by itself. `folder` is the name of its folder, which its id must be. */
export function validateExercise(exercise: Exercise, folder: string): readonly Problem[] {
  const at = (field: string, reason: string): Problem => ({ file: `exercises/${folder}/exercise.ts`, field, reason });
  return [
    ...(exercise.id === folder ? [] : [at('id', `is "${exercise.id}", but the folder is "${folder}"`)]),
    ...(exercise.goals.length > 0 ? [] : [at('goals', 'an exercise needs at least one')]),
    ...(exercise.solution.length > 0 ? [] : [at('solution', 'is empty')]),
    ...(exercise.ways.length > 0 || exercise.exam ? [] : [at('ways', 'a lab needs another right way to show once it is solved')]),
    ...(exercise.guides.length > 0 ? [] : [at('guides', 'names no guide that prepares for it')]),
    ...taskProblems(exercise).map(([field, reason]) => at(field, reason)),
    ...durations(exercise).flatMap(([field, text]) => (isDuration(text) ? [] : [at(field, `"${text}" is not a duration such as 90s or 15m`)])),
    ...exercise.goals.flatMap((goal, index) => goalProblems(exercise, goal, index).map(([field, reason]) => at(`goals[${index}].${field}`, reason))),
  ];
}

function taskProblems({ goals, exam }: Exercise): readonly (readonly [string, string])[] {
  const tasks = exam?.tasks ?? [];
  const strays = goals.flatMap(({ task }, index) => {
    if (exam ? tasks.includes(task ?? '') : task === undefined) return [];
    return [[`goals[${index}].task`, exam ? `"${task}" is not a task of the exam` : 'only an exam has tasks'] as const];
  });
  const empty = tasks.filter((id) => goals.every(({ task }) => task !== id)).map((id) => ['exam.tasks', `"${id}" has no goal`] as const);
  return [...strays, ...empty];
}

function durations({ scenario }: Exercise): readonly (readonly [string, string])[] {
  const passes = (scenario.setup ?? []).flatMap((step, index) => ('pass' in step ? [[`scenario.setup[${index}].pass`, step.pass] as const] : []));
  return [...passes, ...(scenario.timeline ?? []).map((step, index) => [`scenario.timeline[${index}].after`, step.after] as const)];
}

function isDuration(text: string): boolean {
  try {
    return durationMs(text) >= 0;
  } catch {
    return false;
  }
}

function goalProblems({ goals }: Exercise, goal: Goal, index: number): readonly (readonly [string, string])[] {
  const earlier = goals.slice(0, index).map(({ id }) => id);
  return [
    ...(earlier.includes(goal.id) ? [['id', `"${goal.id}" is there twice`] as const] : []),
    ...(goal.points > 0 && Number.isInteger(goal.points) ? [] : [['points', `${goal.points} is not a whole number above 0`] as const]),
    ...(goal.needs ?? []).filter((id) => !earlier.includes(id)).map((id) => ['needs', `"${id}" is not an earlier goal`] as const),
    ...(goal.about.length > 0 ? [] : [['about', 'names no object, so feedback could not say who wrote it'] as const]),
    ...(/^oc\s/.test(goal.seeWith) ? [] : [['seeWith', `"${goal.seeWith}" is not an oc command`] as const]),
    ...(goal.diagnoses.at(-1)?.when === always ? [] : [['diagnoses', 'the last one must be for `always`'] as const]),
    ...goal.diagnoses.flatMap(({ points = 0 }, at) =>
      points < goal.points && points >= 0 ? [] : [[`diagnoses[${at}].points`, `${points} is not below the goal's ${goal.points}`] as const],
    ),
  ];
}

/** Problems of an exercise's message files: each against the exercise, and all against the first. Values are what JSON.parse gave. */
export function validateMessages(exercise: Exercise, byLanguage: Readonly<Record<string, unknown>>, folder: string): readonly Problem[] {
  const file = (language: string) => `exercises/${folder}/messages/${language}.json`;
  const flat = Object.entries(byLanguage).map(([language, messages]) => ({ language, texts: leafTexts(messages) }));
  const wanted = keysOf(exercise);
  return flat.flatMap(({ language, texts: own }) => {
    const at = (field: string, reason: string): Problem => ({ file: file(language), field, reason });
    const reference = flat[0]?.texts ?? {};
    return [
      ...wanted.filter((key) => !(key in own)).map((key) => at(key, 'is missing')),
      ...Object.keys(own)
        .filter((key) => !wanted.includes(key))
        .map((key) => at(key, 'is not used by the exercise')),
      ...Object.entries(own).flatMap(([key, text]) => textProblems(text, reference[key], flat[0]?.language ?? '').map((reason) => at(key, reason))),
    ];
  });
}

function keysOf({ goals, ways, scenario, exam }: Exercise): readonly string[] {
  const said = goals.flatMap(({ diagnoses }) => diagnoses.map(({ say }) => say).filter((say) => mistakeIn(say) === undefined));
  const waits = goals.some(({ needs }) => needs && needs.length > 0) ? ['waits-for'] : [];
  return [
    'title',
    ...goals.flatMap(({ id }) => [`goals.${id}.title`, `goals.${id}.expected`, ...(exam ? [] : rungs(id))]),
    ...ways.flatMap(({ id }) => [`ways.${id}.title`, `ways.${id}.difference`]),
    ...(scenario.events ?? []).map(({ id }) => `events.${id}`),
    ...(exam?.tasks ?? []).map((id) => `tasks.${id}`),
    ...[...new Set([...said, ...waits])].map((key) => `feedback.${key}`),
  ];
}

const rungs = (goal: string) => [0, 1, 2].map((rung) => `goals.${goal}.hints.${rung}`);

function textProblems(text: unknown, reference: unknown, referenceLanguage: string): readonly string[] {
  if (typeof text !== 'string') return ['is not a text'];
  if (text.trim() === '') return ['is empty'];
  const names = placeholders(text);
  const unknown = names.filter((name) => !known.includes(name)).map((name) => `{{${name}}} is not known; there are ${known.join(', ')}`);
  const other = typeof reference === 'string' ? placeholders(reference) : names;
  const differs =
    names.join() === other.join() ? [] : [`placeholders are ${names.join(', ') || 'none'}, but ${other.join(', ') || 'none'} in ${referenceLanguage}`];
  return [...unknown, ...differs];
}

/** Every leaf of a JSON value by its dotted path. */
export function leafTexts(value: unknown, path = ''): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return { [path]: value };
  const inner = Object.entries(value).map(([key, child]) => leafTexts(child, path === '' ? key : `${path}.${key}`));
  return Object.assign({}, ...inner);
}

/** The messages, once `validateMessages` found nothing wrong with them. */
export const asMessages = (valid: unknown): ExerciseMessages => valid as ExerciseMessages;
