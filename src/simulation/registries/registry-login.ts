import type { RegistryCredentials } from '../../api/registry-transport.ts';
import type { UserInfo } from '../../api/request.ts';
import { decodeBase64 } from '../../imageutil/base64.ts';
import { serviceAccountGroups } from '../apiserver/authenticator.ts';
import { userOfToken } from '../apiserver/tokens.ts';
import type { Store } from '../store.ts';

/** Who logs in to the cluster's own registry: the password is a token, and the user's name does not matter. */
export function userOfLogin(store: Store, { password }: RegistryCredentials): UserInfo | undefined {
  const account = accountOf(password);
  return account === undefined ? userOfToken(store, password) : { name: account, groups: serviceAccountGroups(account) };
}

/** The login of a pull secret carries the name of its service account. */
function accountOf(token: string): string | undefined {
  const claims = token.split('.')[1] ?? '';
  const match = /"sub":"(system:serviceaccount:[^"]+)"/.exec(decodeBase64(claims.padEnd(Math.ceil(claims.length / 4) * 4, '=')));
  return match?.[1];
}
