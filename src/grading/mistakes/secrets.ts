import { all, not } from '../predicates/combinators.ts';
import { anySecretHolds, secret } from '../predicates/secrets.ts';
import { anyServiceAccountPullsWith, serviceAccount } from '../predicates/service-accounts.ts';
import { typed } from '../predicates/typed-commands.ts';
import { workload } from '../predicates/workloads.ts';
import { defineMistake } from './mistake.ts';

interface Credentials extends Readonly<Record<string, string>> {
  readonly secret: string;
  readonly server: string;
  readonly username: string;
  readonly password: string;
}

interface Link extends Readonly<Record<string, string>> {
  readonly secret: string;
  readonly account: string;
}

/** Misconceptions about registry logins and who uses them. */
export const secretMistakes = {
  secretElsewhere: defineMistake('secret-elsewhere', 'registry-credentials#make-the-secret', ({ secret: name }: { readonly secret: string }) =>
    all(not(secret(name).exists), secret(name).existsElsewhere),
  ),
  secretOtherName: defineMistake(
    'secret-other-name',
    'registry-credentials#make-the-secret',
    ({ secret: name, ...login }: Credentials): ReturnType<typeof all> => all(not(secret(name).exists), anySecretHolds(login)),
  ),
  podmanLoginInstead: defineMistake('podman-login-instead', 'use-an-external-registry#your-own-login', ({ secret: name }: { readonly secret: string }) =>
    all(not(secret(name).exists), typed(/^\s*(?:podman|docker|skopeo)\s+login\b/)),
  ),
  secretMissing: defineMistake('secret-missing', 'registry-credentials#make-the-secret', ({ secret: name }: { readonly secret: string }) =>
    not(secret(name).exists),
  ),
  secretWrongType: defineMistake('secret-wrong-type', 'registry-credentials#make-the-secret', ({ secret: name }: { readonly secret: string }) =>
    all(secret(name).exists, not(secret(name).isForRegistries)),
  ),
  secretWrongServer: defineMistake(
    'secret-wrong-server',
    'registry-credentials#make-the-secret',
    ({ secret: name, server }: { readonly secret: string; readonly server: string }) => all(secret(name).exists, not(secret(name).knowsServer(server))),
  ),
  secretWrongLogin: defineMistake('secret-wrong-login', 'registry-credentials#make-the-secret', ({ secret: name, ...login }: Credentials) =>
    all(secret(name).knowsServer(login.server), not(secret(name).holdsLogin(login))),
  ),
  linkedForMount: defineMistake('linked-for-mount', 'registry-credentials#link-it-for-pulls', ({ secret: name, account }: Link) =>
    all(serviceAccount(account).mounts(name), not(serviceAccount(account).pullsWith(name))),
  ),
  linkedToOther: defineMistake('linked-to-other', 'registry-credentials#link-it-for-pulls', ({ secret: name, account }: Link) =>
    all(not(serviceAccount(account).pullsWith(name)), anyServiceAccountPullsWith(name)),
  ),
  notLinked: defineMistake('not-linked', 'registry-credentials#link-it-for-pulls', ({ secret: name, account }: Link) =>
    not(serviceAccount(account).pullsWith(name)),
  ),
  linkedTooLate: defineMistake('linked-too-late', 'troubleshoot-pulls#unauthorized', ({ secret: name, account, app }: Link & { readonly app: string }) =>
    all(serviceAccount(account).pullsWith(name), workload(app).pullFails),
  ),
};
