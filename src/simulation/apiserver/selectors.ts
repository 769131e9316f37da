import type { KubeObject } from '../../api/meta.ts';
import { badRequest } from '../../api/status.ts';

export type LabelMatcher = (labels: Readonly<Record<string, string>>) => boolean;

/** `app=web,tier!=db,env in (a,b),x,!y` as a predicate. Throws BadRequest where it is malformed (apimachinery pkg/labels Parse). */
export function parseLabelSelector(selector: string | undefined): LabelMatcher {
  const requirements = splitRequirements(selector ?? '').map(parseRequirement);
  return (labels) => requirements.every((requirement) => requirement(labels));
}

interface LabelExpression {
  readonly key: string;
  readonly operator: 'In' | 'NotIn';
  readonly values: readonly string[];
}

function matchesExpression({ key, operator, values }: LabelExpression, labels: Readonly<Record<string, string>>): boolean {
  const value = labels[key];
  const listed = value !== undefined && values.includes(value);
  return operator === 'In' ? listed : !listed;
}

/** Splits at commas outside of parentheses. */
function splitRequirements(selector: string): readonly string[] {
  if (selector.trim() === '') return [];
  return selector.split(/,(?![^(]*\))/).map((part) => part.trim());
}

function parseRequirement(text: string): LabelMatcher {
  const set = /^([^\s!=(),]+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(text);
  if (set) {
    const operator = set[2] === 'in' ? 'In' : 'NotIn';
    const expression: LabelExpression = { key: set[1] ?? '', operator, values: (set[3] ?? '').split(',').map((value) => value.trim()) };
    return (labels) => matchesExpression(expression, labels);
  }
  const equality = /^([^\s!=(),]+)\s*(==|=|!=)\s*([^\s!=(),]*)$/.exec(text);
  if (equality) {
    const [, key = '', operator, value = ''] = equality;
    return operator === '!=' ? (labels) => labels[key] !== value : (labels) => labels[key] === value;
  }
  const existence = /^(!?)\s*([^\s!=(),]+)$/.exec(text);
  if (!existence) throw badRequest(`unable to parse requirement: found '${text}', expected: identifier`);
  const [, negated, key = ''] = existence;
  return negated ? (labels) => labels[key] === undefined : (labels) => labels[key] !== undefined;
}

/** `metadata.name=x,status.phase!=Running` as a predicate over an object's selectable fields. */
export function parseFieldSelector(
  selector: string | undefined,
  fieldsOf: (object: KubeObject) => Readonly<Record<string, string>>,
): (object: KubeObject) => boolean {
  const terms = (selector ?? '')
    .split(',')
    .filter((term) => term.trim() !== '')
    .map(parseFieldTerm);
  if (terms.length === 0) return () => true;
  return (object) => {
    const fields = fieldsOf(object);
    return terms.every(({ field, negated, value }) => {
      if (!(field in fields)) throw badRequest(unknownField(field, fields));
      return (fields[field] === value) !== negated;
    });
  };
}

function parseFieldTerm(term: string): { readonly field: string; readonly negated: boolean; readonly value: string } {
  const match = /^(.+?)(!=|==|=)(.*)$/.exec(term.trim());
  if (!match) throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
  return { field: match[1] ?? '', negated: match[2] === '!=', value: match[3] ?? '' };
}

// apimachinery pkg/runtime/converter.go DefaultMetaV1FieldSelectorConversion
const unknownField = (field: string, fields: Readonly<Record<string, string>>) =>
  Object.keys(fields).length > 2
    ? `field label not supported: ${field}`
    : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
