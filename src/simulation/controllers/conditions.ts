import type { Condition } from '../../api/meta.ts';
import { timestamp } from '../clock.ts';

export const findCondition = (conditions: readonly Condition[] | undefined, type: string): Condition | undefined =>
  conditions?.find((condition) => condition.type === type);

/** A condition as of now. */
export function newCondition(type: string, status: Condition['status'], reason: string, message: string, now: number): Condition {
  const time = timestamp(now);
  return { lastTransitionTime: time, lastUpdateTime: time, message, ...(reason !== '' && { reason }), status, type };
}

/** Puts a condition in place of the one of its type; one with the same status and reason stays as it is, and a status that stays keeps its time. */
// kubernetes pkg/controller/deployment/util SetDeploymentCondition
export function setCondition(conditions: readonly Condition[], next: Condition): readonly Condition[] {
  const current = findCondition(conditions, next.type);
  if (current && current.status === next.status && current.reason === next.reason) return conditions;
  const { lastTransitionTime } = current?.status === next.status ? current : next;
  const kept = conditions.filter(({ type }) => type !== next.type);
  return [...kept, { ...next, ...(lastTransitionTime !== undefined && { lastTransitionTime }) }];
}

export const removeCondition = (conditions: readonly Condition[], type: string): readonly Condition[] =>
  conditions.filter((condition) => condition.type !== type);
