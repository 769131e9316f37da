/** The prose of one exercise in one language: `messages/<lang>.json`. */
export interface ExerciseMessages {
  readonly title: string;
  /** By goal id: the sentence in the list of goals, and what was expected where it does not hold. */
  readonly goals: Readonly<Record<string, GoalMessages>>;
  /** What is there instead, by the key that diagnoses `say`. */
  readonly feedback: Readonly<Record<string, string>>;
  /** By way id: what is done there, and what it leaves different from the solution. */
  readonly ways: Readonly<Record<string, { readonly title: string; readonly difference: string }>>;
  /** By event id: what the learner is told when it happens. */
  readonly events?: Readonly<Record<string, string>>;
  /** By task id: the titles of an exam's tasks. */
  readonly tasks?: Readonly<Record<string, string>>;
}

export interface GoalMessages {
  readonly title: string;
  readonly expected: string;
  /** Three rungs, each telling more than the one before. An exam has none. */
  readonly hints?: readonly [string, string, string];
}

/** The sentences of the atlas in one language, by mistake: `content/mistakes/<lang>.json`. */
export type MistakeTexts = Readonly<Record<string, string>>;

/** Puts values in place of `{{name}}`. A placeholder without a value stays: the validator has refused such files. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([\w-]+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Names of the placeholders of a text, sorted. */
export function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{([\w-]+)\}\}/g)].map(([, name]) => name ?? ''))].sort();
}
