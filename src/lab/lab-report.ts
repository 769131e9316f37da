import { type Exercise, type ExerciseMessages, fill, type GoalResult, type GradeResult, type MistakeTexts, mistakeIn } from '../grading/index.ts';

/** Why a goal does not hold yet, in the learner's language. */
export interface GoalFeedback {
  readonly expected: string;
  readonly found: string;
  /** The section of a guide that explains it. */
  readonly guide?: string;
  /** Which of the learner's commands last wrote what the goal is about. */
  readonly lastWrittenBy?: { readonly index: number; readonly command: string };
  /** The `oc` command that shows it. */
  readonly seeWith: string;
}

export interface GoalReport {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  readonly points: number;
  readonly max: number;
  /** The goal's sentence where it holds, else what is there instead. */
  readonly message: string;
  readonly why?: GoalFeedback;
}

/** The outcome of a check, with words. */
export interface Report {
  readonly id: string;
  readonly score: number;
  readonly max: number;
  readonly goals: readonly GoalReport[];
}

/** The words of a lab, and those that all labs share. */
export type ReportMessages = ExerciseMessages & { readonly mistakes: MistakeTexts };

/** Puts the messages of one language to a result. */
export function wordReport(exercise: Exercise, result: GradeResult, messages: ReportMessages): Report {
  return { ...result, goals: result.goals.map((goal) => wordGoal(exercise, goal, messages)) };
}

function wordGoal({ scenario }: Exercise, { id, passed, points, max, why }: GoalResult, messages: ReportMessages): GoalReport {
  const { title = id, expected = '' } = messages.goals[id] ?? {};
  const goal = { id, title, passed, points, max };
  if (!why) return { ...goal, message: title };
  const values = { project: scenario.project, user: scenario.user, goal: messages.goals[why.waitsFor ?? id]?.title ?? '', ...why.values };
  const mistake = mistakeIn(why.say);
  const sentence = mistake === undefined ? messages.feedback[why.say] : messages.mistakes[mistake];
  const found = fill(sentence ?? why.say, values);
  const { lastWrittenBy, seeWith, guide } = why;
  return {
    ...goal,
    message: found,
    why: {
      expected: fill(expected, values),
      found,
      ...(guide !== undefined && { guide }),
      ...(lastWrittenBy && { lastWrittenBy: { index: lastWrittenBy.index, command: lastWrittenBy.line } }),
      seeWith,
    },
  };
}
