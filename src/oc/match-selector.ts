import type { KubeObject } from '../api/meta.ts';
import { own } from '../api/own.ts';
import { OcError } from './errors.ts';
import { goQuote } from './go-quote.ts';

/** Does an object that was read from a file carry these labels? (apimachinery labels.Parse) An empty selector takes all. */
export function matchesSelector(object: KubeObject, selector: string): boolean {
  const labels = object.metadata.labels ?? {};
  return requirements(selector).every((requirement) => meets(labels, requirement.trim(), selector));
}

/** Splits at commas that are not within parentheses. */
const requirements = (selector: string): readonly string[] => (selector === '' ? [] : selector.split(/,(?![^(]*\))/));

function meets(labels: Readonly<Record<string, string>>, requirement: string, selector: string): boolean {
  const set = /^([\w./-]+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(requirement);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const isIn = list.split(',').some((value) => value.trim() === own(labels, key));
    return operator === 'in' ? isIn : !isIn;
  }
  const pair = /^([\w./-]+)\s*(==|=|!=)\s*([\w.-]*)$/.exec(requirement);
  if (pair) return (own(labels, pair[1] ?? '') === pair[3]) === (pair[2] !== '!=');
  const key = /^(!?)\s*([\w./-]+)$/.exec(requirement);
  if (!key) throw new OcError(`unable to parse requirement: found ${goQuote(requirement)} in selector ${goQuote(selector)}`);
  return Object.hasOwn(labels, key[2] ?? '') === (key[1] === '');
}
