import { ApiClient } from '../api/client.ts';
import type { OcContext } from './command.ts';

const users = { group: 'user.openshift.io', version: 'v1', resource: 'users' } as const;

/** The user a client speaks as (oc pkg/helpers/project WhoAmI). */
export const whoAmI = (client: ApiClient): string => client.get(users, undefined, '~').metadata.name;

/** A client with another token on the same server. */
export const clientWithToken = (oc: OcContext, token: string): ApiClient => new ApiClient({ transport: oc.host.api, credentials: { token } });
