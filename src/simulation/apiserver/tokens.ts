import type { UserInfo } from '../../api/request.ts';
import { sha256 } from '../../imageutil/digest.ts';
import { timestamp } from '../clock.ts';
import type { Identity } from '../identity.ts';
import type { Store } from '../store.ts';

const oauthAccessTokens = { group: 'oauth.openshift.io', resource: 'oauthaccesstokens' };
const users = { group: 'user.openshift.io', resource: 'users' };
const groups = { group: 'user.openshift.io', resource: 'groups' };

/** The user a bearer token was given to; undefined where nobody got it, or it was given back. */
export function userOfToken(store: Store, token: string): UserInfo | undefined {
  const found = store.get(oauthAccessTokens, undefined, tokenObjectName(token));
  if (!found) return undefined;
  const { userName, userUID, loginGroups } = found as unknown as {
    readonly userName: string;
    readonly userUID: string;
    readonly loginGroups: readonly string[];
  };
  const named = store.list(groups).filter((group) => ((group.users ?? []) as readonly string[]).includes(userName));
  return { name: userName, uid: userUID, groups: [...loginGroups, ...named.map(({ metadata }) => metadata.name)] };
}

/** Gives a user a token, as the OAuth server does when a password is right. */
export function issueToken(store: Store, identity: Identity, now: number, userName: string, loginGroups: readonly string[]): string {
  const token = `sha256~${identity.suffix(44)}`;
  const userUID = store.get(users, undefined, userName)?.metadata.uid ?? '';
  store.put(
    oauthAccessTokens,
    {
      apiVersion: 'oauth.openshift.io/v1',
      kind: 'OAuthAccessToken',
      metadata: { name: tokenObjectName(token), uid: identity.uid(), creationTimestamp: timestamp(now) },
      clientName: 'openshift-challenging-client',
      expiresIn: 86400,
      scopes: ['user:full'],
      userName,
      userUID,
      loginGroups,
    },
    { actor: 'system:serviceaccount:openshift-authentication:oauth-openshift', cause: undefined, time: timestamp(now) },
  );
  return token;
}

/** The name under which a token is kept: a digest, so that reading the object does not give the token (library-go oauth tokens). */
export function tokenObjectName(token: string): string {
  const hex = sha256(new TextEncoder().encode(token.replace(/^sha256~/, '')));
  const bytes = hex.match(/../g) ?? [];
  const base64 = btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''));
  return `sha256~${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}
