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
  readonly events?: readonly ScenarioEvent[];
  readonly faults?: readonly ScenarioFault[];
  /** Files of the home folder, by relative path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What is there instead of what a goal asks for. The first diagnosis that holds speaks. */
export interface Diagnosis<Message extends string = string> {
  readonly when: Predicate;
  readonly say: Message | MistakeId;
  /** Points for work half done; less than the goal's own. */
  readonly points?: number;
  /** What the sentence names: `{{stream}}`. */
  readonly values?: Readonly<Record<string, string>>;
  /** The section of a guide that explains it: `import-an-image#which-tag`. */
  readonly guide?: string;
}

/** The id of a mistake of the atlas, whose sentence all labs share. */
export type MistakeId = `mistake:${string}`;

/** Something that happens by itself, once, as soon as a question to the cluster is answered with yes after one of the learner's commands. */
export interface ScenarioEvent {
  /** Names the sentence that tells the learner: `events.<id>` of the messages. */
  readonly id: string;
  readonly when: Predicate;
  readonly steps: readonly ScenarioStep[];
}

/** Another right way, shown once the lab is solved. */
export interface Way {
  /** Names what the messages say of it: `ways.<id>`. */
  readonly id: string;
  readonly commands: readonly string[];
}

/** One thing that must hold. State decides; history only where the text asks for it. */
export interface Goal<Message extends string = string> {
  readonly id: string;
  /** The task of an exam that it belongs to. */
  readonly task?: string;
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

/** What makes a lab an exam. */
export interface Exam {
  readonly minutes: number;
  /** Points that pass, of 100. */
  readonly passPercent: number;
  /** In order; `tasks.<id>` of the messages are their titles. */
  readonly tasks: readonly string[];
}

/** A graded lab: the scenario that scripts its model, and its grader. */
export interface Exercise<Message extends string = string> {
  readonly id: string;
  readonly scenario: ExerciseScenario;
  readonly goals: readonly Goal<Message>[];
  /** One right way, command by command, as the page's *Solution* shows it. */
  readonly solution: readonly string[];
  /** Several tasks against a clock, without hints; graded when it ends. */
  readonly exam?: Exam;
  /** Right ways that differ from the solution. */
  readonly ways: readonly Way[];
  /** Guides that prepare for it, by name, in the order of the course. */
  readonly guides: readonly string[];
}

/** Keys of `feedback` in a message file: `defineExercise<FeedbackOf<typeof messages>>`. */
export type FeedbackOf<Messages extends { readonly feedback: object }> = keyof Messages['feedback'] & string;

/** Checks the shape at compile time; the validator checks the rest when the site is built. */
export const defineExercise = <Message extends string>(exercise: Exercise<Message>): Exercise<Message> => exercise;
