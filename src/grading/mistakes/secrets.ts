import { all, not } from '../predicates/combinators.ts';
import { anySecretHolds, secret } from '../predicates/secrets.ts';
import { anyServiceAccountPullsWith, serviceAccount } from '../predicates/service-accounts.ts';
import { typed } from '../predicates/typed-commands.ts';
import { workload } from '../predicates/workloads.ts';
import { defineMistake } from './mistake.ts';

const makeIt = 'registry-credentials#make-the-secret';
const linkIt = 'registry-credentials#link-it-for-pulls';

const login = ['secret', 'server', 'username', 'password'] as const;
const link = ['secret', 'account'] as const;

/** Misconceptions about registry logins and who uses them. */
export const secretMistakes = {
  secretElsewhere: defineMistake('secret-elsewhere', makeIt, ['secret'], ({ secret: name }) => all(not(secret(name).exists), secret(name).existsElsewhere)),
  secretOtherName: defineMistake('secret-other-name', makeIt, login, ({ secret: name, ...entry }) => all(not(secret(name).exists), anySecretHolds(entry))),
  podmanLoginInstead: defineMistake('podman-login-instead', 'use-an-external-registry#your-own-login', ['secret'], ({ secret: name }) =>
    all(not(secret(name).exists), typed(/^\s*(?:podman|docker|skopeo)\s+login\b/)),
  ),
  secretMissing: defineMistake('secret-missing', makeIt, ['secret'], ({ secret: name }) => not(secret(name).exists)),
  secretWrongType: defineMistake('secret-wrong-type', makeIt, ['secret'], ({ secret: name }) => all(secret(name).exists, not(secret(name).isForRegistries))),
  secretWrongServer: defineMistake('secret-wrong-server', makeIt, ['secret', 'server'], ({ secret: name, server }) =>
    all(secret(name).isForRegistries, not(secret(name).knowsServer(server))),
  ),
  secretWrongLogin: defineMistake('secret-wrong-login', makeIt, login, ({ secret: name, ...entry }) =>
    all(secret(name).knowsServer(entry.server), not(secret(name).holdsLogin(entry))),
  ),
  linkedForMount: defineMistake('linked-for-mount', linkIt, link, ({ secret: name, account }) =>
    all(serviceAccount(account).mounts(name), not(serviceAccount(account).pullsWith(name))),
  ),
  linkedToOther: defineMistake('linked-to-other', linkIt, link, ({ secret: name, account }) =>
    all(not(serviceAccount(account).pullsWith(name)), anyServiceAccountPullsWith(name)),
  ),
  notLinked: defineMistake('not-linked', linkIt, link, ({ secret: name, account }) => not(serviceAccount(account).pullsWith(name))),
  linkedTooLate: defineMistake('linked-too-late', 'registry-credentials#when-a-pod-takes-it', [...link, 'app'], ({ secret: name, account, app }) =>
    all(serviceAccount(account).pullsWith(name), workload(app).pullFailsWithout(name)),
  ),
};
