import { own } from '../../api/own.ts';
import { badRequest } from '../../api/status.ts';
import { isQualifiedName, isValidLabelValue } from './name-validation.ts';

export type LabelMatcher = (labels: Readonly<Record<string, string>>) => boolean;

/** `app=web,tier!=db,env in (a,b),x,!y` as a predicate. Throws BadRequest in apimachinery's words where it is malformed (apimachinery pkg/labels Parse). */
export function parseLabelSelector(selector: string | undefined): LabelMatcher {
  const tokens = tokenize(selector ?? '');
  const requirements: LabelMatcher[] = [];
  let at = 0;
  while (tokens[at]?.kind !== 'end') {
    if (!isKey(tokens[at])) throw badRequest(`found '${tokens[at]?.text}', expected: !, identifier, or 'end of string'`);
    const { matcher, next } = parseRequirement(tokens, at);
    requirements.push(matcher);
    const separator = tokens[next];
    at = next + 1;
    if (separator?.kind === 'end') break;
    if (separator?.kind !== ',') throw badRequest(`found '${separator?.text}', expected: ',' or 'end of string'`);
    if (!isKey(tokens[at])) throw badRequest(`found '${tokens[at]?.text}', expected: identifier after ','`);
  }
  return (labels) => requirements.every((requirement) => requirement(labels));
}

/** `kind` is the symbol itself, `identifier` (as `in` and `notin` are where a value is due), or `end`. */
interface Token {
  readonly kind: string;
  readonly text: string;
}

const symbols = ['==', '!=', '=', '!', '(', ')', ',', '>', '<'];
const binaryOperators = ['in', 'notin', '=', '==', '!=', 'gt', 'lt'];

function tokenize(selector: string): readonly Token[] {
  const found = selector.match(/==|!=|[=!(),<>]|[^\s=!(),<>]+/g) ?? [];
  return [...found.map((text) => ({ kind: symbols.includes(text) ? text : 'identifier', text })), { kind: 'end', text: '' }];
}

const isKey = (token: Token | undefined) => token?.kind === 'identifier' || token?.kind === '!';

const wrongRequirement = (problem: string) => badRequest(`unable to parse requirement: ${problem}`);

interface Requirement {
  readonly matcher: LabelMatcher;
  /** Where the token after it stands. */
  readonly next: number;
}

function parseRequirement(tokens: readonly Token[], start: number): Requirement {
  const negated = tokens[start]?.kind === '!';
  const at = negated ? start + 1 : start;
  const { kind, text: key } = tokens[at] as Token;
  if (kind !== 'identifier') throw wrongRequirement(`found '${key}', expected: identifier`);
  const [problem] = keyProblems(key, '<nil>');
  if (problem !== undefined) throw wrongRequirement(problem);
  const following = tokens[at + 1] as Token;
  if (negated) return { matcher: (labels) => own(labels, key) === undefined, next: at + 1 };
  if (following.kind === 'end' || following.kind === ',') return { matcher: (labels) => own(labels, key) !== undefined, next: at + 1 };
  const isOperator = following.kind !== '!' && (symbols.slice(0, 3).includes(following.text) || ['<', '>', 'in', 'notin'].includes(following.text));
  if (!isOperator) throw wrongRequirement(`found '${following.text}', expected: ${binaryOperators.join(', ')}`);
  const isSet = following.kind === 'identifier';
  const { values, next } = isSet ? parseValues(tokens, at + 2) : parseExactValue(tokens, at + 2);
  return { matcher: matcherOf(key, following.text, values), next };
}

interface Values {
  readonly values: readonly string[];
  readonly next: number;
}

function parseExactValue(tokens: readonly Token[], at: number): Values {
  const { kind, text } = tokens[at] as Token;
  if (kind === 'end' || kind === ',') return { values: [''], next: at };
  if (kind !== 'identifier') throw wrongRequirement(`found '${text}', expected: identifier`);
  return { values: [text], next: at + 1 };
}

function parseValues(tokens: readonly Token[], start: number): Values {
  const open = tokens[start] as Token;
  if (open.kind !== '(') throw wrongRequirement(`found '${open.text}' expected: '('`);
  const first = tokens[start + 1] as Token;
  if (first.kind === ')') return { values: [''], next: start + 2 };
  if (first.kind !== 'identifier' && first.kind !== ',') throw wrongRequirement(`found '${first.text}', expected: ',', ')' or identifier`);
  const values: string[] = [];
  let at = start + 1;
  let isDue = true;
  for (; tokens[at]?.kind !== ')'; at++) {
    const { kind, text } = tokens[at] as Token;
    if (kind === 'identifier' && isDue) values.push(text);
    else if (kind === ',') values.push(...(isDue ? [''] : []));
    else throw wrongRequirement(isDue ? `found '${text}', expected: ',', or identifier` : `found '${text}', expected: ',' or ')'`);
    isDue = kind === ',';
  }
  if (isDue) values.push('');
  return { values: [...new Set(values)].sort(), next: at + 1 };
}

// apimachinery pkg/labels NewRequirement
function matcherOf(key: string, operator: string, values: readonly string[]): LabelMatcher {
  const problems = [
    ...(operator === '<' || operator === '>' ? values.flatMap(numberProblems) : []),
    ...values.flatMap((value, i) => isValidLabelValue(value).map((why) => `values[${i}][${key}]: Invalid value: ${JSON.stringify(value)}: ${why}`)),
  ];
  if (problems.length > 0) throw wrongRequirement(problems.length === 1 ? (problems[0] as string) : `[${problems.join(', ')}]`);
  if (operator === '<') return (labels) => Number(own(labels, key)) < Number(values[0]);
  if (operator === '>') return (labels) => Number(own(labels, key)) > Number(values[0]);
  const isListed: LabelMatcher = (labels) => {
    const value = own(labels, key);
    return value !== undefined && values.includes(value);
  };
  return operator === 'notin' || operator === '!=' ? (labels) => !isListed(labels) : isListed;
}

const numberProblems = (value: string, i: number) =>
  /^[-+]?\d+$/.test(value) ? [] : [`values[${i}]: Invalid value: ${JSON.stringify(value)}: for 'Gt', 'Lt' operators, the value must be an integer`];

function keyProblems(key: string, field: string): readonly string[] {
  const problems = isQualifiedName(key);
  return problems.length === 0 ? [] : [`${field}: Invalid value: ${JSON.stringify(key)}: ${problems.join('; ')}`];
}
