import type { LabelSelector } from './apps.ts';
import { own } from './own.ts';

type Labels = Readonly<Record<string, string>>;

/** Does a label selector (matchLabels and matchExpressions) select these labels? An empty selector selects nothing here: workloads must not adopt everything. */
export function matchesSelector(selector: LabelSelector, labels: Labels): boolean {
  const wanted = Object.entries(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  if (wanted.length + expressions.length === 0) return false;
  return wanted.every(([key, value]) => labels[key] === value) && expressions.every((expression) => matchesExpression(expression, labels));
}

function matchesExpression({ key, operator, values = [] }: NonNullable<LabelSelector['matchExpressions']>[number], labels: Labels): boolean {
  const value = own(labels, key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

/** `app=d,tier in (a,b)`: a selector as `oc get -o wide` shows it. */
// k8s.io/apimachinery pkg/apis/meta/v1 FormatLabelSelector
export function formatLabelSelector(selector: LabelSelector | undefined): string {
  const equal = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => ({ key, text: `${key}=${value}` }));
  const others = (selector?.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
    const set = `(${[...values].sort().join(',')})`;
    const text = { In: `${key} in ${set}`, NotIn: `${key} notin ${set}`, Exists: key }[operator] ?? `!${key}`;
    return { key, text };
  });
  const requirements = [...equal, ...others].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return requirements.length === 0 ? '<none>' : requirements.map(({ text }) => text).join(',');
}

/** `app=d,tier=web`: a plain map of labels as tables show it; pairs are sorted whole, so `a-b=…` comes before `a=…`. */
// k8s.io/apimachinery pkg/labels FormatLabels
export function formatLabels(labels: Labels | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? '<none>' : pairs.sort().join(',');
}
