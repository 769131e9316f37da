/** Everything an exercise may use, and what a lab needs to judge one. */
export * from './attempts.ts';
export * from './duration.ts';
export type { CommandRecord, Evidence, Predicate, Trial } from './evidence.ts';
export * from './exercise.ts';
export { grade } from './grade.ts';
export { gradedState } from './graded-state.ts';
export * from './messages.ts';
export { type Mutant, mutantsOf, undoMutant } from './mutants.ts';
export * from './predicates/combinators.ts';
export * from './predicates/history.ts';
export * from './predicates/image-streams.ts';
export * from './predicates/secrets.ts';
export * from './predicates/service-accounts.ts';
export * from './predicates/what-if.ts';
export * from './predicates/workloads.ts';
export type { GoalResult, GradeResult, WhyNot } from './report.ts';
export * from './subject.ts';
export { asMessages, describeProblem, type Problem, validateExercise, validateMessages } from './validate.ts';
