import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { isValidPathSegmentName } from '../name-validation.ts';
import type { RestStorage, TableConvertor } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { column, nameColumn } from '../tables/human-time.ts';

interface User extends KubeObject {
  readonly fullName?: string;
  readonly identities?: readonly string[];
}

/** Users; `~` is whoever asks (oauth-apiserver pkg/user/apiserver/registry/user/etcd). */
export function userStorage(info: ResourceInfo): RestStorage {
  const storage = standardStorage<User>(info, { validateName: isValidPathSegmentName }, { table: userTable });
  return {
    ...storage,
    get: (context, name) => {
      if (name !== '~') return storage.get?.(context, name) as KubeObject;
      const { user, store } = context;
      const known = store.get(info, undefined, user.name);
      const groups = [...user.groups].sort();
      if (known) return { ...known, groups };
      return { apiVersion: 'user.openshift.io/v1', kind: 'User', metadata: { name: user.name, creationTimestamp: null }, identities: null, groups };
    },
  };
}

/** Groups of users (oauth-apiserver pkg/user/apiserver/registry/group). */
export const groupStorage = (info: ResourceInfo): RestStorage =>
  standardStorage(
    info,
    { validateName: isValidPathSegmentName },
    { table: { columns: [nameColumn, column('Users')], cells: (object) => [object.metadata.name, ((object.users ?? []) as readonly string[]).join(', ')] } },
  );

/** What an identity provider knows a user as (oauth-apiserver pkg/user/apiserver/registry/identity). */
export const identityStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Identity>(info, { validateName: isValidPathSegmentName }, { table: identityTable });

interface Identity extends KubeObject {
  readonly providerName?: string;
  readonly providerUserName?: string;
  readonly user?: { readonly name?: string; readonly uid?: string };
}

const identityTable: TableConvertor = {
  columns: [nameColumn, column('IDP Name'), column('IDP User Name'), column('User Name'), column('User UID')],
  cells: (object) => {
    const { metadata, providerName, providerUserName, user } = object as Identity;
    return [metadata.name, providerName ?? '', providerUserName ?? '', user?.name ?? '', user?.uid ?? ''];
  },
};

const userTable: TableConvertor = {
  columns: [nameColumn, column('UID'), column('Full Name'), column('Identities')],
  cells: (object) => {
    const { metadata, fullName, identities } = object as User;
    return [metadata.name, metadata.uid ?? '', fullName ?? '', (identities ?? []).join(', ')];
  },
};
