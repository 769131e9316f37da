import { type PolicyRule, ruleAllows } from './authorizer.ts';

/** The permissions in `wanted` that `owned` does not give, as compact rule texts (component-helpers auth/rbac/validation Covers). */
export function missingRules(wanted: readonly PolicyRule[], owned: readonly PolicyRule[]): readonly string[] {
  const missing = wanted.flatMap(breakDown).filter((rule) => !isCovered(rule, owned));
  return compact(missing).toSorted();
}

interface SingleRule {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  readonly name?: string;
}

function breakDown({ apiGroups = [], resources = [], verbs, resourceNames = [] }: PolicyRule): readonly SingleRule[] {
  const names = resourceNames.length > 0 ? resourceNames : [undefined];
  return apiGroups.flatMap((group) =>
    resources.flatMap((resource) => verbs.flatMap((verb) => names.map((name) => ({ group, resource, verb, ...(name !== undefined && { name }) })))),
  );
}

function isCovered({ group, resource, verb, name }: SingleRule, owned: readonly PolicyRule[]): boolean {
  const [base = '', subresource] = resource.split('/');
  return owned.some((rule) =>
    ruleAllows(rule, { verb, group, resource: base, ...(subresource !== undefined && { subresource }), ...(name !== undefined && { name }) }),
  );
}

function compact(rules: readonly SingleRule[]): readonly string[] {
  const verbsByTarget = new Map<string, string[]>();
  for (const { group, resource, verb, name } of rules) {
    const target = `{APIGroups:["${group}"], Resources:["${resource}"]${name === undefined ? '' : `, ResourceNames:["${name}"]`}`;
    verbsByTarget.set(target, [...(verbsByTarget.get(target) ?? []), verb]);
  }
  return [...verbsByTarget].map(([target, verbs]) => `${target}, Verbs:[${verbs.map((verb) => `"${verb}"`).join(' ')}]}`);
}
