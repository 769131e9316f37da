import { own } from '../../../../api/own.ts';
import type { Container } from '../../../../api/pod.ts';
import type { FieldError } from '../../../../api/status.ts';
import { isQualifiedName } from '../../name-validation.ts';
import { invalidValue } from '../../object-meta-validation.ts';

type Quantities = Readonly<Record<string, string | number>>;

/** What is wrong with the requests and limits of a container (kubernetes pkg/apis/core/validation ValidateResourceRequirements). */
export function validateResources({ resources }: Container, at: string): readonly FieldError[] {
  const { limits = {}, requests = {} } = (resources ?? {}) as { readonly limits?: Quantities; readonly requests?: Quantities };
  return [
    ...Object.entries(limits).flatMap(([name, quantity]) => validateQuantity(name, quantity, `${at}.resources.limits[${name}]`)),
    ...Object.entries(requests).flatMap(([name, quantity]) => [
      ...validateQuantity(name, quantity, `${at}.resources.requests[${name}]`),
      ...validateRequest(name, quantity, own(limits, name), `${at}.resources.requests`),
    ]),
  ];
}

const standardNames = ['cpu', 'memory', 'ephemeral-storage'];
const otherStandardNames = ['storage', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory', 'pods', 'services', 'secrets', 'configmaps'];

function validateQuantity(name: string, quantity: string | number, field: string): readonly FieldError[] {
  return [
    ...validateName(name).map((problem) => invalidValue(field, name, problem)),
    ...(amountOf(quantity) < 0 ? [invalidValue(field, quantity, 'must be greater than or equal to 0')] : []),
  ];
}

// validateContainerResourceName
function validateName(name: string): readonly string[] {
  const problems = isQualifiedName(name);
  if (problems.length > 0 || name.includes('/')) return problems;
  if (standardNames.includes(name) || name.startsWith('hugepages-')) return [];
  return [...(otherStandardNames.includes(name) ? [] : ['must be a standard resource type or fully qualified']), 'must be a standard resource for containers'];
}

function validateRequest(name: string, request: string | number, limit: string | number | undefined, field: string): readonly FieldError[] {
  if (limit === undefined) return [];
  const isOvercommitted = standardNames.includes(name);
  if (isOvercommitted ? amountOf(request) <= amountOf(limit) : amountOf(request) === amountOf(limit)) return [];
  return [invalidValue(field, String(request), `must be ${isOvercommitted ? 'less than or equal' : 'equal'} to ${name} limit of ${limit}`)];
}

const scales: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

// apimachinery pkg/api/resource ParseQuantity
function amountOf(quantity: string | number): number {
  const [, digits = '0', suffix = ''] = /^([-+]?[0-9.]+)(.*)$/.exec(String(quantity)) ?? [];
  const scale = scales[suffix] ?? (/^[eE][-+]?\d+$/.test(suffix) ? 10 ** Number(suffix.slice(1)) : 1);
  return Number(digits) * scale;
}
