import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';

export interface DescribeContext {
  readonly client: ApiClient;
  /** Virtual time, milliseconds since 1970. */
  readonly now: number;
  readonly showEvents: boolean;
  /** Address of the API server, for webhook URLs. */
  readonly server?: string;
}

/** The text of `oc describe` for one object, with its last line end. */
export type Describer<T extends KubeObject = KubeObject> = (object: T, context: DescribeContext) => string;
