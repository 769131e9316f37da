import type { Condition } from '../../api/meta.ts';
import type { DescribedText } from './described-text.ts';

/** `Conditions:` of a controller of pods: type, status and reason. */
export function writeConditions(text: DescribedText, conditions: readonly Condition[] = []): void {
  if (conditions.length === 0) return;
  text.write(0, 'Conditions:\n  Type\tStatus\tReason\n');
  text.write(1, '----\t------\t------\n');
  for (const { type, status, reason = '' } of conditions) text.write(1, `${type} \t${status}\t${reason}\n`);
}
