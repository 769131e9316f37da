import { describe, expect, it } from 'vitest';
import { discoverResources } from '../../src/api/discovery.ts';
import { describerFor } from '../../src/oc/describers/describers.ts';
import { describeGenerically } from '../../src/oc/describers/generic.ts';
import { createStorages, modelledResources } from '../../src/simulation/apiserver/resource-handlers.ts';
import type { RestStorage } from '../../src/simulation/apiserver/rest-storage.ts';
import { testCluster } from '../support/test-cluster.ts';

const { simulation } = testCluster({ scenario: { hasRegistryOperator: true } });
const storages = createStorages(discoverResources(simulation.api, { token: simulation.tokenOf('developer') }));
const modelled = modelledResources.flatMap((key) => storages.get(key) ?? []);
const keyOf = ({ info }: RestStorage) => `${info.group}/${info.resource}`;

/** Kinds of which `oc get` shows NAME and AGE alone. */
const drawnWithNameAndAge = [
  'authorization.openshift.io/clusterroles',
  'authorization.openshift.io/roles',
  'config.openshift.io/images',
  'imageregistry.operator.openshift.io/configs',
  'oauth.openshift.io/oauthaccesstokens',
  'oauth.openshift.io/useroauthaccesstokens',
  'project.openshift.io/projectrequests',
];

/** Kinds of which `oc describe` shows the fields one by one. The real one knows more of some; nothing recorded shows what. */
const describedGenerically = [
  '/events',
  '/persistentvolumeclaims',
  'apps/controllerrevisions',
  'authorization.openshift.io/clusterrolebindings',
  'authorization.openshift.io/clusterroles',
  'authorization.openshift.io/rolebindings',
  'authorization.openshift.io/roles',
  'config.openshift.io/images',
  'imageregistry.operator.openshift.io/configs',
  'events.k8s.io/events',
  'oauth.openshift.io/oauthaccesstokens',
  'oauth.openshift.io/useroauthaccesstokens',
  'user.openshift.io/groups',
  'user.openshift.io/identities',
  'user.openshift.io/users',
];

describe('each modelled kind', () => {
  it('is one that discovery lists', () => {
    expect(modelledResources.filter((key) => !storages.has(key))).toEqual([]);
  });

  it('has columns for oc get, or is known to be drawn with NAME and AGE', () => {
    const bare = modelled.filter(({ table, list }) => list && !table).map(keyOf);
    expect(bare.sort()).toEqual([...drawnWithNameAndAge].sort());
  });

  it('has a describer, or is known to use the generic one', () => {
    const generic = modelled.filter(({ info, get }) => get && describerFor(info) === describeGenerically).map(keyOf);
    expect(generic.sort()).toEqual([...describedGenerically].sort());
  });
});
