import type { KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { badRequest } from '../../api/status.ts';
import { checkFieldLabel } from './field-labels.ts';
import { parseLabelSelector } from './label-selector.ts';
import type { ListOptions } from './rest-storage.ts';

/** Throws BadRequest where a list's selectors make no sense for its kind. */
export function checkSelectors(info: Pick<ResourceInfo, 'group' | 'kind'>, { labelSelector, fieldSelector }: ListOptions): void {
  parseLabelSelector(labelSelector);
  for (const { field } of parseFieldTerms(fieldSelector)) checkFieldLabel(info, field);
}

/** `metadata.name=x,status.phase!=Running` as a predicate over an object's selectable fields. */
export function parseFieldSelector(
  selector: string | undefined,
  fieldsOf: (object: KubeObject) => Readonly<Record<string, string>>,
): (object: KubeObject) => boolean {
  const terms = parseFieldTerms(selector);
  if (terms.length === 0) return () => true;
  return (object) => {
    const fields = fieldsOf(object);
    return terms.every(({ field, negated, value }) => ((own(fields, field) ?? '') === value) !== negated);
  };
}

interface FieldTerm {
  readonly field: string;
  readonly negated: boolean;
  readonly value: string;
}

// apimachinery pkg/fields/selector.go parseSelector
function parseFieldTerms(selector = ''): readonly FieldTerm[] {
  const terms = selector.match(/(?:\\[\s\S]|[^\\,])+/g) ?? [];
  return terms.sort().map((term) => {
    const match = /^(.*?)(!=|==|=)([\s\S]*)$/.exec(term);
    if (!match) throw badRequest(`invalid selector: '${selector}'; can't understand '${term}'`);
    return { field: match[1] ?? '', negated: match[2] === '!=', value: unescaped(match[3] ?? '') };
  });
}

/** Commas, equal signs and backslashes of a value are written with a backslash before them. (UnescapeValue) */
function unescaped(value: string): string {
  return value.replace(/\\([\s\S]?)|=/g, (found, char: string | undefined) => {
    if (found === '=') throw badRequest(`invalid field selector: unescaped character in value: ${found.charCodeAt(0)}`);
    if (!char || !',=\\'.includes(char)) throw badRequest(`invalid field selector: invalid escape sequence: ${found}`);
    return char;
  });
}
