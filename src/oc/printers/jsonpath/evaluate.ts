import { goPrint } from '../../go-value.ts';
import { compactJson, printJson } from '../json.ts';
import { compareValues } from './compare.ts';
import type { ListNode, Node } from './nodes.ts';

export interface EvaluateOptions {
  readonly allowMissing: boolean;
  /** `jsonpath-as-json`: each part as a JSON list. */
  readonly asJson?: boolean;
}

/** Text of a template for a value. Throws client-go's texts. */
export function evaluateJsonPath(path: ListNode, value: unknown, options: EvaluateOptions): string {
  return findResults(path, value, options.allowMissing)
    .map((results) => printResults(results, options.asJson ?? false))
    .join('');
}

/** What each part of a template finds (client-go util/jsonpath FindResults). */
export function findResults(path: ListNode, value: unknown, allowMissing: boolean): readonly (readonly unknown[])[] {
  return new Evaluation(allowMissing).run(path.nodes, value).results;
}

function printResults(results: readonly unknown[], asJson: boolean): string {
  if (asJson) return printJson(results);
  return results.map((each) => (typeof each === 'object' && each !== null ? compactJson(each) : each === null ? 'null' : goPrint(each))).join(' ');
}

type Values = readonly unknown[];

class Evaluation {
  readonly #allowMissing: boolean;
  #ranges = 0;
  #rangeBegins = false;
  #rangeEnds = false;

  constructor(allowMissing: boolean) {
    this.#allowMissing = allowMissing;
  }

  /** Runs nodes up to the `end` of the innermost range; `next` is where to go on after it. */
  run(nodes: readonly Node[], value: unknown, from = 0): { readonly results: Values[]; readonly next: number } {
    const results: Values[] = [];
    for (let i = from; i < nodes.length; i++) {
      const found = this.#walk([value], nodes[i] as Node);
      if (this.#rangeEnds) {
        this.#rangeEnds = false;
        return { results, next: i };
      }
      if (this.#rangeBegins) {
        this.#rangeBegins = false;
        i = this.#range(nodes, i, found, results);
      } else results.push(found);
    }
    return { results, next: nodes.length };
  }

  #range(nodes: readonly Node[], at: number, found: Values, results: Values[]): number {
    this.#ranges++;
    let next = at;
    for (const each of found) {
      const inner = this.run(nodes, each, at + 1);
      results.push(...inner.results);
      next = inner.next;
    }
    if (found.length === 0) next = this.run(nodes, undefined, at + 1).next;
    this.#ranges--;
    return next;
  }

  #walk(input: Values, node: Node): Values {
    switch (node.type) {
      case 'list':
        return node.nodes.reduce((values: Values, each) => this.#walk(values, each), input);
      case 'text':
        return [node.text];
      case 'number':
      case 'bool':
        return input.map(() => node.value);
      case 'field':
        return this.#field(input, node.name);
      case 'array':
        return input.flatMap((value) => (isNil(value) ? [] : slice(value, node)));
      case 'filter':
        return input.flatMap((value) => this.#filter(value, node));
      case 'wildcard':
        return input.flatMap(children);
      case 'recursive':
        return descend(input);
      case 'union':
        return node.lists.flatMap((list) => this.#walk(input, list));
      case 'identifier':
        return this.#identifier(input, node.name);
    }
  }

  #identifier(input: Values, name: string): Values {
    if (name === 'range') {
      this.#rangeBegins = true;
      return input;
    }
    if (name !== 'end') throw new Error(`unrecognized identifier ${name}`);
    if (this.#ranges === 0) throw new Error('not in range, nothing to end');
    this.#rangeEnds = true;
    return [];
  }

  #field(input: Values, name: string): Values {
    if (input.length === 0) return [];
    const found = input.flatMap((value) => (isMap(value) && Object.hasOwn(value, name) ? [value[name]] : []));
    if (found.length === 0 && !this.#allowMissing) throw new Error(`${name} is not found`);
    return found;
  }

  #filter(value: unknown, node: Extract<Node, { type: 'filter' }>): Values {
    if (!Array.isArray(value)) throw new Error(`${goPrint(value)} is not array or slice and cannot be filtered`);
    return value.filter((item) => {
      if (node.operator === 'exists') return this.#exists(item, node.left);
      const lefts = this.#walk([item], node.left);
      if (lefts.length === 0) return false;
      const rights = this.#walk([item], node.right);
      if (lefts.length > 1 || rights.length > 1) throw new Error('can only compare one element at a time');
      return rights.length === 1 && compareValues(lefts[0], rights[0], node.operator);
    });
  }

  #exists(item: unknown, left: ListNode): boolean {
    try {
      return this.#walk([item], left).length > 0;
    } catch {
      return false;
    }
  }
}

const isNil = (value: unknown) => value === null || value === undefined;
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function children(value: unknown): Values {
  if (Array.isArray(value)) return value;
  if (!isMap(value)) return [];
  return Object.keys(value)
    .sort()
    .map((key) => value[key]);
}

function descend(input: Values): Values {
  return input.flatMap((value) => {
    const below = children(value);
    return below.length === 0 ? [] : [value, ...descend(below)];
  });
}

function slice(value: unknown, { params }: Extract<Node, { type: 'array' }>): Values {
  if (!Array.isArray(value)) throw new Error(`${goType(value)} is not array or slice`);
  const [first, last, step] = params;
  const length = value.length;
  const start = first.known && first.value < 0 ? first.value + length : first.known ? first.value : 0;
  let end = last.known ? last.value : length;
  if (end < 0 || (end === 0 && last.derived)) end += length;
  if (start === end) return [];
  if (start >= length || start < 0) throw new Error(`array index out of bounds: index ${start}, length ${length}`);
  if (end > length || end < 0) throw new Error(`array index out of bounds: index ${end - 1}, length ${length}`);
  if (start > end) throw new Error(`starting index ${start} is greater than ending index ${end}`);
  if (step.known && step.value <= 0) throw new Error('step must be > 0');
  return value.slice(start, end).filter((_, i) => i % (step.known ? step.value : 1) === 0);
}

function goType(value: unknown): string {
  if (isMap(value)) return 'map[string]interface {}';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'int64' : 'float64') : 'string';
}
