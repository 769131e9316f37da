/** A parsed Go template, as far as kubectl's users go (text/template/parse). */
export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly pipe: Pipe }
  | { readonly type: 'if' | 'with' | 'range'; readonly pipe: Pipe; readonly body: readonly TemplateNode[]; readonly otherwise: readonly TemplateNode[] }
  | { readonly type: 'break' | 'continue' };

export interface Pipe {
  /** `$x :=` or `$i, $x :=`. */
  readonly variables: readonly string[];
  readonly assigns: boolean;
  readonly commands: readonly (readonly Operand[])[];
  readonly source: string;
}

export type Operand =
  | { readonly type: 'dot' }
  | { readonly type: 'field'; readonly names: readonly string[] }
  | { readonly type: 'variable'; readonly name: string; readonly names: readonly string[] }
  | { readonly type: 'function'; readonly name: string }
  | { readonly type: 'constant'; readonly value: unknown }
  | { readonly type: 'pipe'; readonly pipe: Pipe; readonly names: readonly string[] };
