import { own } from '../../../api/own.ts';
import { goPrint } from '../../go-value.ts';
import { functions, goType, isTrue } from './functions.ts';
import type { Operand, Pipe, TemplateNode } from './nodes.ts';

/** Text of a template for an object (text/template exec.go). */
export function executeTemplate(nodes: readonly TemplateNode[], data: unknown, allowMissing: boolean): string {
  const execution = new Execution(data, allowMissing);
  execution.walk(nodes, data);
  return execution.text;
}

type Jump = 'break' | 'continue' | undefined;

interface Variable {
  readonly name: string;
  value: unknown;
}

class Execution {
  text = '';
  readonly #variables: Variable[];
  readonly #allowMissing: boolean;

  constructor(data: unknown, allowMissing: boolean) {
    this.#variables = [{ name: '$', value: data }];
    this.#allowMissing = allowMissing;
  }

  walk(nodes: readonly TemplateNode[], dot: unknown): Jump {
    const mark = this.#variables.length;
    let jump: Jump;
    for (const node of nodes) {
      jump = this.#node(node, dot);
      if (jump) break;
    }
    this.#variables.length = mark;
    return jump;
  }

  #node(node: TemplateNode, dot: unknown): Jump {
    switch (node.type) {
      case 'text':
        this.text += node.text;
        return undefined;
      case 'break':
      case 'continue':
        return node.type;
      case 'action': {
        const value = this.#pipe(node.pipe, dot);
        if (node.pipe.variables.length === 0) this.text += value === undefined || value === null ? '<no value>' : goPrint(value);
        return undefined;
      }
      case 'range':
        return this.#range(node, dot);
      default:
        return this.#branch(node, dot);
    }
  }

  #branch(node: Extract<TemplateNode, { pipe: Pipe; body: unknown }>, dot: unknown): Jump {
    const mark = this.#variables.length;
    const value = this.#pipe(node.pipe, dot);
    const jump = isTrue(value) ? this.walk(node.body, node.type === 'with' ? value : dot) : this.walk(node.otherwise, dot);
    this.#variables.length = mark;
    return jump;
  }

  #range(node: Extract<TemplateNode, { pipe: Pipe; body: unknown }>, dot: unknown): Jump {
    const value = this.#pipe({ ...node.pipe, variables: [] }, dot);
    const pairs = rangePairs(value);
    if (pairs.length === 0) return this.walk(node.otherwise, dot);
    const mark = this.#variables.length;
    for (const [key, item] of pairs) {
      const [first, second] = node.pipe.variables;
      if (first !== undefined) this.#variables.push({ name: first, value: second === undefined ? item : key });
      if (second !== undefined) this.#variables.push({ name: second, value: item });
      const jump = this.walk(node.body, item);
      this.#variables.length = mark;
      if (jump === 'break') break;
    }
    return undefined;
  }

  #pipe(pipe: Pipe, dot: unknown): unknown {
    let value: unknown;
    pipe.commands.forEach((command, i) => {
      value = this.#command(command, dot, i === 0 ? [] : [value], pipe.source);
    });
    for (const name of pipe.variables) this.#assign(name, value, pipe.assigns);
    return value;
  }

  #assign(name: string, value: unknown, exists: boolean): void {
    const known = exists ? this.#variables.findLast((variable) => variable.name === name) : undefined;
    if (known) known.value = value;
    else this.#variables.push({ name, value });
  }

  #command([first, ...rest]: readonly Operand[], dot: unknown, piped: readonly unknown[], source: string): unknown {
    if (first?.type !== 'function') {
      if (!first) return undefined;
      if (rest.length + piped.length > 0) throw executionError(source, "can't give argument to non-function");
      return this.#operand(first, dot, source);
    }
    if (first.name === 'and' || first.name === 'or') return this.#shortCircuit(first.name, rest, dot, piped, source);
    const args = [...rest.map((operand) => this.#operand(operand, dot, source)), ...piped];
    try {
      return own(functions, first.name)?.(args);
    } catch (error) {
      throw executionError(source, (error as Error).message);
    }
  }

  #shortCircuit(name: 'and' | 'or', operands: readonly Operand[], dot: unknown, piped: readonly unknown[], source: string): unknown {
    let value: unknown;
    for (const operand of operands) {
      value = this.#operand(operand, dot, source);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return piped.length > 0 ? piped[0] : value;
  }

  #operand(operand: Operand, dot: unknown, source: string): unknown {
    switch (operand.type) {
      case 'dot':
        return dot;
      case 'constant':
        return operand.value;
      case 'field':
        return this.#fields(dot, operand.names, source);
      case 'variable':
        return this.#fields(this.#variable(operand.name), operand.names, source);
      case 'pipe':
        return this.#fields(this.#pipe(operand.pipe, dot), operand.names, source);
      case 'function':
        return this.#command([operand], dot, [], source);
    }
  }

  #variable(name: string): unknown {
    const found = this.#variables.findLast((variable) => variable.name === name);
    if (!found) throw new UndefinedVariable(`template: output:1: undefined variable "${name}"`);
    return found.value;
  }

  #fields(start: unknown, names: readonly string[], source: string): unknown {
    let value = start;
    for (const name of names) {
      if (value === undefined || value === null) {
        if (value === undefined && this.#allowMissing) return undefined;
        throw executionError(source, `nil pointer evaluating interface {}.${name}`);
      }
      if (typeof value !== 'object' || Array.isArray(value)) throw executionError(source, `can't evaluate field ${name} in type ${goType(value)}`);
      const next = own(value as Readonly<Record<string, unknown>>, name);
      if (next === undefined && !this.#allowMissing) throw executionError(source, `map has no entry for key "${name}"`);
      value = next;
    }
    return value;
  }
}

/** What upstream finds when it parses. */
export class UndefinedVariable extends Error {}

const executionError = (source: string, message: string) => new Error(`template: output:1:2: executing "output" at <${source}>: ${message}`);

function rangePairs(value: unknown): readonly (readonly [unknown, unknown])[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((item, i) => [i, item] as const);
  if (typeof value === 'object') {
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, item] as const);
  }
  throw new Error(`range can't iterate over ${goPrint(value)}`);
}
