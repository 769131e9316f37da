/** Why a goal does not hold yet, as codes and facts; words come from the message files. */
export interface WhyNot {
  /** Feedback key that says what is there. */
  readonly say: string;
  /** What its sentence names. */
  readonly values?: Readonly<Record<string, string>>;
  /** The section of a guide that explains it. */
  readonly guide?: string;
  /** Which of the learner's commands last wrote what the goal is about. */
  readonly lastWrittenBy?: { readonly index: number; readonly line: string };
  /** The `oc` command that shows it. */
  readonly seeWith: string;
  /** The goal that must hold first, where that is why. */
  readonly waitsFor?: string;
}

export interface GoalResult {
  readonly id: string;
  readonly passed: boolean;
  readonly points: number;
  readonly max: number;
  readonly why?: WhyNot;
}

/** The outcome of a check, without words. */
export interface GradeResult {
  readonly id: string;
  readonly score: number;
  readonly max: number;
  readonly goals: readonly GoalResult[];
}
