import type { KubeObject } from '../../../api/meta.ts';
import { apiVersionOf, type ResourceInfo } from '../../../api/resource.ts';
import { notFound } from '../../../api/status.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';

const tokens = { group: 'oauth.openshift.io', resource: 'oauthaccesstokens' };

/** Tokens of people: each sees and gives back their own (`oc logout`; oauth-apiserver pkg/oauth/apiserver/registry). */
export function oauthAccessTokenStorage(info: ResourceInfo): RestStorage {
  const own = ({ store, user }: RequestContext) =>
    store.list(tokens).filter(({ userName }) => userName === user.name || user.groups.includes('system:masters'));
  const find = (context: RequestContext, name: string): KubeObject => {
    const found = own(context).find(({ metadata }) => metadata.name === name);
    if (!found) throw notFound(info, name);
    return { ...found, apiVersion: apiVersionOf(info), kind: info.kind };
  };
  return {
    info,
    get: find,
    list: (context) => ({
      apiVersion: apiVersionOf(info),
      kind: `${info.kind}List`,
      metadata: { resourceVersion: String(context.store.resourceVersion) },
      items: own(context),
    }),
    delete(context, name) {
      const found = find(context, name);
      context.store.remove(tokens, undefined, name, context.write);
      return found;
    },
  };
}
