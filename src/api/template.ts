import type { KubeObject } from './meta.ts';

/** Objects with gaps that parameters fill (template.openshift.io/v1). */
export interface Template extends KubeObject {
  readonly message?: string;
  readonly objects?: readonly KubeObject[];
  readonly parameters?: readonly TemplateParameter[];
  /** Labels that every object gets. */
  readonly labels?: Readonly<Record<string, string>>;
}

export interface TemplateParameter {
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly value?: string;
  /** `expression` makes a value out of `from`. */
  readonly generate?: string;
  readonly from?: string;
  readonly required?: boolean;
}
