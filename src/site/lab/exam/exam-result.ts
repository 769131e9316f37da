import type { GoalReport, LabOptions, Report } from '../../../lab/lab-session.ts';

/** What came of one task. */
export interface TaskResult {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly max: number;
  /** Its goals that do not hold. */
  readonly missed: readonly GoalReport[];
}

/** What came of an exam. */
export interface ExamResult {
  readonly points: number;
  readonly max: number;
  /** The points that pass. */
  readonly needed: number;
  readonly isPassed: boolean;
  readonly tasks: readonly TaskResult[];
}

type ExamLab = Pick<LabOptions['exercise'], 'exam' | 'goals'>;

/** The points that pass, of all that can be had. */
export const pointsNeeded = (max: number, passPercent: number): number => Math.ceil((max * passPercent) / 100);

/** Sorts a report by the tasks of its exam. */
export function examResult({ exam, goals }: ExamLab, report: Report, titles: Readonly<Record<string, string>> = {}): ExamResult {
  const taskOf = new Map(goals.map(({ id, task }) => [id, task]));
  const tasks = (exam?.tasks ?? []).map((id) =>
    taskResult(
      id,
      titles[id] ?? id,
      report.goals.filter((goal) => taskOf.get(goal.id) === id),
    ),
  );
  const needed = pointsNeeded(report.max, exam?.passPercent ?? 100);
  return { points: report.score, max: report.max, needed, isPassed: report.score >= needed, tasks };
}

function taskResult(id: string, title: string, goals: readonly GoalReport[]): TaskResult {
  const sum = (pick: (goal: GoalReport) => number) => goals.reduce((total, goal) => total + pick(goal), 0);
  return { id, title, points: sum(({ points }) => points), max: sum(({ max }) => max), missed: goals.filter(({ passed }) => !passed) };
}
