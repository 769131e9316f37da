import type { KubeObject } from '../../api/meta.ts';
import { find, findAll, type Predicate } from '../evidence.ts';

const resource = { group: '', resource: 'serviceaccounts' };

interface ServiceAccount extends KubeObject {
  readonly secrets?: readonly { readonly name: string }[];
  readonly imagePullSecrets?: readonly { readonly name: string }[];
}

/** A service account of the lab's project. */
export const serviceAccount = (name: string) => ({
  /** `oc secrets link … --for=pull` */
  pullsWith:
    (secret: string): Predicate =>
    (evidence) =>
      names(find<ServiceAccount>(evidence, resource, name)?.imagePullSecrets).includes(secret),
  /** `oc secrets link …`, which is `--for=mount` */
  mounts:
    (secret: string): Predicate =>
    (evidence) =>
      names(find<ServiceAccount>(evidence, resource, name)?.secrets).includes(secret),
});

/** Is the secret linked for pulls to any service account of the project? */
export const anyServiceAccountPullsWith =
  (secret: string): Predicate =>
  (evidence) =>
    findAll<ServiceAccount>(evidence, resource).some((account) => names(account.imagePullSecrets).includes(secret));

const names = (references: readonly { readonly name: string }[] | undefined) => (references ?? []).map(({ name }) => name);
