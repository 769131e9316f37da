/** A part of a parsed program (ESTree). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly async?: boolean;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
  readonly left?: Node;
  readonly argument?: Node | null;
  readonly id?: Node | null;
  readonly kind?: string;
  readonly declarations?: readonly Node[];
  readonly specifiers?: readonly (Node & { readonly local: Node })[];
}

/** A variable or function of a module's top level. */
interface Part {
  readonly node: Node;
  /** Its text as a statement of its own. */
  readonly text: string;
  readonly mentions: ReadonlyMap<string, boolean>;
}

/** A module in two: what is needed to run it, and functions that come when the first of them is called. */
export interface SplitModule {
  readonly main: string;
  readonly late: string;
}

/** Which names other modules take from this one, and which functions may come late. */
export interface SplitPlan {
  readonly used: readonly string[];
  readonly late: readonly string[];
  readonly lateFile: string;
}

/**
 * Moves functions, and all that only they use, to a module of their own. Whoever calls one gets a promise, as before: each is async, or
 * its outcome is returned or awaited by an async function. What nobody uses is left out. Throws where a name of the plan means nothing.
 */
export function splitLate(code: string, body: readonly Node[], plan: SplitPlan): SplitModule {
  const parts = partsOf(code, body);
  const imports = body.filter(({ type }) => type === 'ImportDeclaration');
  const effects = body.filter(({ type }) => type === 'ExpressionStatement' || type === 'TryStatement');
  const exported = exportedLocals(code, body, plan.used);
  const roots = [...exported.values(), ...effects.flatMap((node) => [...mentionsOf(node).keys()])];
  const main = reach(roots, parts, new Set(plan.late));
  const late = new Set([...reach(roots, parts, new Set())].filter((name) => !main.has(name)));
  const called = plan.late.filter((name) => mentionedBy(main, parts).has(name));
  const imported = new Set(imports.flatMap(({ specifiers = [] }) => specifiers.map(({ local }) => local.name ?? '')));
  const lent = [...mentionedBy(late, parts)].filter((name) => main.has(name) || imported.has(name));
  checkPlan(plan, parts, main, late);
  checkLent(lent, body);
  const text = ({ start, end }: Node) => code.slice(start, end);
  const kept = body.flatMap((node) =>
    effects.includes(node) ? [text(node)] : ownNames(node).flatMap((name) => (main.has(name) ? [parts.get(name)?.text ?? ''] : [])),
  );
  return {
    main: [
      ...imports.map(text),
      `let late$;const late$load=()=>import(${JSON.stringify(plan.lateFile)}).then(late=>late$??=late.default({${lent.join(',')}}));`,
      ...called.map((name) => `function ${name}(...a){return late$?late$.${name}(...a):late$load().then(late=>late.${name}(...a))}`),
      ...kept,
      `export{${[...exported].map(([name, local]) => `${local} as ${name}`).join(',')}};`,
    ].join('\n'),
    late: [
      `export default ({${lent.join(',')}})=>{`,
      ...[...parts].flatMap(([name, part]) => (late.has(name) ? [part.text] : [])),
      `return{${called.join(',')}}};`,
    ].join('\n'),
  };
}

function partsOf(code: string, body: readonly Node[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const node of body) {
    const text = code.slice(node.start, node.end);
    if (node.type === 'FunctionDeclaration' && node.id?.name) parts.set(node.id.name, { node, text, mentions: mentionsOf(node) });
    for (const one of node.declarations ?? [])
      if (one.id?.name) parts.set(one.id.name, { node: one, text: `${node.kind} ${code.slice(one.start, one.end)};`, mentions: mentionsOf(one) });
  }
  return parts;
}

const ownNames = ({ id, declarations = [] }: Node): readonly string[] => [id, ...declarations.map((one) => one.id)].flatMap((each) => each?.name ?? []);

/** Local names by the names under which other modules take them. */
function exportedLocals(code: string, body: readonly Node[], used: readonly string[]): ReadonlyMap<string, string> {
  const specifiers = body.filter(({ type }) => type === 'ExportNamedDeclaration').flatMap(({ specifiers = [] }) => specifiers);
  const all = new Map(specifiers.map(({ start, end }) => code.slice(start, end).split(' as ')).map(([local = '', name = local]) => [name, local]));
  return new Map(used.map((name) => [name, all.get(name) ?? missing(name)]));
}

function missing(name: string): never {
  throw new Error(`just-bash no longer has ${name}: see just-bash-split.ts`);
}

function reach(roots: readonly string[], parts: ReadonlyMap<string, Part>, without: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const part = parts.get(name);
    if (!part || seen.has(name) || without.has(name)) continue;
    seen.add(name);
    open.push(...part.mentions.keys());
  }
  return seen;
}

const mentionedBy = (names: ReadonlySet<string>, parts: ReadonlyMap<string, Part>): ReadonlySet<string> =>
  new Set([...names].flatMap((name) => [...(parts.get(name)?.mentions.keys() ?? [])]));

/** A function that is not async itself may come late only where whoever calls it waits anyway. */
function checkPlan(plan: SplitPlan, parts: ReadonlyMap<string, Part>, main: ReadonlySet<string>, late: ReadonlySet<string>): void {
  for (const name of plan.late) {
    const { node } = parts.get(name) ?? missing(name);
    if (node.type !== 'FunctionDeclaration' || !late.has(name)) throw new Error(`${name} of just-bash cannot come late: see just-bash-split.ts`);
    const impatient = node.async ? [] : [...main].filter((user) => parts.get(user)?.mentions.get(name) === false);
    if (impatient.length > 0) throw new Error(`${impatient.join(', ')} of just-bash cannot wait for ${name}: see just-bash-split.ts`);
  }
}

/** The late part gets what it needs by value, once. */
function checkLent(names: readonly string[], body: readonly Node[]): void {
  const assigned = assignedIn(body);
  const changing = names.filter((name) => assigned.has(name));
  if (changing.length > 0) throw new Error(`${changing.join(', ')} of just-bash cannot be lent, for it changes: see just-bash-split.ts`);
}

/** Names that a part of a program mentions, shadowed ones included, and whether each is only called, by async functions that wait for it. */
function mentionsOf(root: Node): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  const note = (name: string, waits: boolean) => found.set(name, waits && found.get(name) !== false);
  const visit = (node: Node, parent: Node | undefined, key: string, inAsync: boolean, waited: boolean): void => {
    if (node.type === 'Identifier') {
      if (!isPropertyName(parent, key)) note(node.name ?? '', waited);
      return;
    }
    const isAsync = /Function/.test(node.type) ? node.async === true : inAsync;
    const waits = isAsync && (parent?.type === 'ReturnStatement' || parent?.type === 'AwaitExpression') && node.type === 'CallExpression';
    for (const [name, value] of Object.entries(node)) for (const child of nodesIn(value)) visit(child, node, name, isAsync, waits && name === 'callee');
  };
  visit(root, undefined, '', false, false);
  return found;
}

/** Names that something is assigned to, shadowed ones included. */
function assignedIn(nodes: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : undefined;
    if (target?.type === 'Identifier') names.add(target.name ?? '');
    for (const value of Object.values(node)) for (const child of nodesIn(value)) visit(child);
  };
  nodes.forEach(visit);
  return names;
}

const isPropertyName = (parent: Node | undefined, key: string): boolean =>
  parent !== undefined &&
  !parent.computed &&
  ((parent.type === 'MemberExpression' && key === 'property') ||
    (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(parent.type) && key === 'key' && !parent.shorthand));

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nodesIn = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);
