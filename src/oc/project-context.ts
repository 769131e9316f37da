import type { OcContext } from './command.ts';
import { contextNamed, type Kubeconfig, type NamedContext, upsert, withLogin } from './kubeconfig.ts';
import { whoAmI } from './session-user.ts';

/** `images-review/api-ocp4-example-com:6443/developer`: what `oc` names a context (oc pkg/helpers/kubeconfig GetContextNickname). */
export function defaultContextName({ namespace = '', cluster, user }: NamedContext['context']): string {
  return `${namespace}/${cluster}/${user.split('/')[0] ?? ''}`;
}

/** The kubeconfig with a context for this project made and current. */
export function contextFor(oc: OcContext, namespace: string): Kubeconfig {
  const current = contextNamed(oc.kubeconfig, oc.contextName);
  if (!current) return withLogin(oc.kubeconfig, { server: oc.server, user: whoAmI(oc.client), token: oc.credentials.token ?? '', namespace });
  const context = { ...current, namespace };
  const name = defaultContextName(context);
  return { ...oc.kubeconfig, contexts: upsert(oc.kubeconfig.contexts, { name, context }), 'current-context': name };
}
