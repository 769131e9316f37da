import type { Predicate } from './evidence.ts';
import type { Subject } from './subject.ts';

/** A step that the scenario takes before the learner starts, or that time brings. */
export type ScenarioStep =
  /** A command, typed by `as` (the scenario's user where it is missing). */
  | { readonly run: string; readonly as?: string }
  /** Somebody publishes another build over a tag: a variant that the registries know of the reference. */
  | { readonly push: string; readonly variant: string }
  /** Virtual time passes: `90s`, `15m`, `2h`. */
  | { readonly pass: string };

/** A step that happens by itself once so much virtual time has passed since the learner started. */
export interface TimelineStep {
  readonly after: string;
  readonly push: string;
  readonly variant: string;
}

/** A fault of a registry (`host`) or of one repository (`host/path`) for the whole lab. */
export interface ScenarioFault {
  readonly at: string;
  readonly kind: 'unreachable' | 'tls' | 'rate-limited' | 'unauthorized';
}

/** The model that the learner meets: who is logged in where, and what the world around does. */
export interface ExerciseScenario {
  readonly user: string;
  /** A fresh project, made by `user`, and the current one. */
  readonly project: string;
  readonly setup?: readonly ScenarioStep[];
  readonly timeline?: readonly TimelineStep[];
  readonly faults?: readonly ScenarioFault[];
  /** Files of the home folder, by relative path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What is there instead of what a goal asks for. The first diagnosis that holds speaks. */
export interface Diagnosis<Message extends string = string> {
  readonly when: Predicate;
  readonly say: Message;
  /** Points for work half done; less than the goal's own. */
  readonly points?: number;
}

/** One thing that must hold. State decides; history only where the text asks for it. */
export interface Goal<Message extends string = string> {
  readonly id: string;
  readonly points: number;
  /** Goals that must hold before this one can be judged. */
  readonly needs?: readonly string[];
  readonly check: Predicate;
  /** Objects that the goal is about: who wrote them last is part of the feedback. */
  readonly about: readonly Subject[];
  /** The `oc` command that shows it. */
  readonly seeWith: string;
  readonly diagnoses: readonly Diagnosis<Message>[];
}

/** A graded lab: the scenario that scripts its model, and its grader. */
export interface Exercise<Message extends string = string> {
  readonly id: string;
  readonly scenario: ExerciseScenario;
  readonly goals: readonly Goal<Message>[];
  /** One right way, command by command, as the page's *Solution* shows it. */
  readonly solution: readonly string[];
}

/** Keys of `feedback` in a message file: `defineExercise<FeedbackOf<typeof messages>>`. */
export type FeedbackOf<Messages extends { readonly feedback: object }> = keyof Messages['feedback'] & string;

/** Checks the shape at compile time; the validator checks the rest when the site is built. */
export const defineExercise = <Message extends string>(exercise: Exercise<Message>): Exercise<Message> => exercise;
