import type { Condition, KubeObject } from '../../api/meta.ts';

/** A way in from outside (github.com/openshift/api route/v1). */
export interface Route extends KubeObject {
  readonly spec: {
    readonly host?: string;
    readonly path?: string;
    readonly to: { readonly name: string };
    readonly port?: { readonly targetPort: number | string };
    readonly tls?: { readonly termination?: string; readonly insecureEdgeTerminationPolicy?: string };
  };
  readonly status?: { readonly ingress?: readonly RouteIngress[] };
}

export interface RouteIngress {
  readonly host?: string;
  readonly routerName?: string;
  readonly routerCanonicalHostname?: string;
  readonly conditions?: readonly Condition[];
}

/** Did a router take it in? (oc pkg/helpers/route IngressConditionStatus) */
export const admittedCondition = ({ conditions }: RouteIngress): Condition | undefined => conditions?.find(({ type }) => type === 'Admitted');
