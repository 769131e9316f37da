/** The prose of one exercise in one language: `messages/<lang>.json`. */
export interface ExerciseMessages {
  readonly title: string;
  /** By goal id: the sentence in the list of goals, and what was expected where it does not hold. */
  readonly goals: Readonly<Record<string, { readonly title: string; readonly expected: string }>>;
  /** What is there instead, by the key that diagnoses `say`. */
  readonly feedback: Readonly<Record<string, string>>;
  /** Three rungs, each telling more than the one before. */
  readonly hints: readonly [string, string, string];
}

/** Puts values in place of `{{name}}`. A placeholder without a value stays: the validator has refused such files. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([\w-]+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Names of the placeholders of a text, sorted. */
export function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{([\w-]+)\}\}/g)].map(([, name]) => name ?? ''))].sort();
}
