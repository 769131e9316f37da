import type { KubeObject } from '../../api/meta.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeNameAndNamespace } from './kubectl-metadata.ts';

type Quantities = Readonly<Record<string, string | number>>;

/** One line of limits (core/v1 LimitRangeItem). */
export interface LimitRangeItem {
  readonly type: string;
  readonly max?: Quantities;
  readonly min?: Quantities;
  readonly default?: Quantities;
  readonly defaultRequest?: Quantities;
  readonly maxLimitRequestRatio?: Quantities;
}

/** Limits of a project, as descriptions read them. */
export interface LimitRange extends KubeObject {
  readonly spec?: { readonly limits?: readonly LimitRangeItem[] };
}

/** A LimitRange (k8s.io/kubectl pkg/describe describeLimitRange). */
export const describeLimitRange: Describer<LimitRange> = (limitRange) =>
  kubectlText((text) => {
    writeNameAndNamespace(text, limitRange);
    writeLimits(text, [limitRange], '');
  });

/** Headings and rows of limits, each with `indent` before it. */
export function writeLimits(text: DescribedText, limitRanges: readonly LimitRange[], indent: string): void {
  text.write(0, `${indent}Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio\n`);
  text.write(0, `${indent}----\t--------\t---\t---\t---------------\t-------------\t-----------------------\n`);
  for (const row of limitRanges.flatMap(({ spec }) => (spec?.limits ?? []).flatMap(limitRows))) text.write(0, `${indent}${row.join('\t')}\n`);
}

/** The cells of a limit, a row for each resource it names. */
export function limitRows(item: LimitRangeItem): readonly (readonly string[])[] {
  const { type, max = {}, min = {}, default: limit = {}, defaultRequest = {}, maxLimitRequestRatio = {} } = item;
  const names = [...new Set([max, min, limit, defaultRequest, maxLimitRequestRatio].flatMap(Object.keys))].sort();
  const shown = (value: string | number | undefined) => String(value ?? '-');
  return names.map((name) => [type, name, ...[min, max, defaultRequest, limit, maxLimitRequestRatio].map((quantities) => shown(quantities[name]))]);
}
