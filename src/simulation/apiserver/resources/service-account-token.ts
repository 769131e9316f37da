import type { KubeObject } from '../../../api/meta.ts';
import { timestamp } from '../../clock.ts';
import { serviceAccountGroups } from '../authenticator.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';
import { issueToken } from '../tokens.ts';

interface TokenRequest extends KubeObject {
  readonly spec?: { readonly audiences?: readonly string[]; readonly expirationSeconds?: number };
}

/** `oc create token`: a token that speaks as the service account (kubernetes pkg/registry/core/serviceaccount/storage/token.go). */
export const serviceAccountToken = (accounts: RestStorage): NonNullable<RestStorage['subresources']>[string] => ({
  create: (context, object) => requestToken(accounts, context, object as TokenRequest),
});

function requestToken(accounts: RestStorage, context: RequestContext, request: TokenRequest): KubeObject {
  const { store, identity, clock, namespace } = context;
  const account = accounts.get?.(context, context.request.name ?? '') as KubeObject;
  const user = `system:serviceaccount:${namespace}:${account.metadata.name}`;
  const { audiences = ['https://kubernetes.default.svc'], expirationSeconds = 3600 } = request.spec ?? {};
  return {
    ...request,
    metadata: { ...request.metadata, name: account.metadata.name, namespace, creationTimestamp: context.write.time },
    spec: { audiences, expirationSeconds, boundObjectRef: null },
    status: {
      token: issueToken(store, identity, clock.now(), user, serviceAccountGroups(user)),
      expirationTimestamp: timestamp(clock.now() + expirationSeconds * 1000),
    },
  };
}
