import type { Namespace } from '../../api/core.ts';
import type { Controller, Lister } from './controller.ts';

const namespaces = { group: '', version: 'v1', resource: 'namespaces' };
const uidRange = 'openshift.io/sa.scc.uid-range';

/** Gives each namespace users and security labels of its own (openshift cluster-policy-controller namespace-security-allocation and podsecurity label sync). */
export const namespaceSecurityAllocationController: Controller = {
  name: 'namespace-security-allocation-controller',
  user: 'system:serviceaccount:openshift-infra:namespace-security-allocation-controller',
  watches: [
    { resource: namespaces, keys: ({ type, object }) => (type === 'DELETED' || object.metadata.annotations?.[uidRange] ? [] : [object.metadata.name]) },
  ],
  reconcile(name, { client, lister }) {
    const namespace = lister.get<Namespace>(namespaces, undefined, name);
    if (!namespace || namespace.metadata.annotations?.[uidRange] || namespace.metadata.deletionTimestamp !== undefined) return undefined;
    client.patch(namespaces, undefined, name, 'application/merge-patch+json', {
      metadata: { annotations: rangeAnnotations(freeBlock(lister)), ...(!isPlatform(name) && { labels: podSecurityLabels }) },
    });
    return undefined;
  },
};

const isPlatform = (name: string) => name === 'default' || name === 'openshift' || name.startsWith('openshift-') || name.startsWith('kube-');

const level = (mode: string) => ({ [`pod-security.kubernetes.io/${mode}`]: 'restricted', [`pod-security.kubernetes.io/${mode}-version`]: 'latest' });
const podSecurityLabels = { ...level('audit'), ...level('enforce'), ...level('warn') };

const firstUid = 1_000_000_000;
const blockSize = 10_000;

/** The next block of user ids that no namespace has. */
function freeBlock(lister: Lister): number {
  const taken = lister.list<Namespace>(namespaces).flatMap(({ metadata }) => {
    const range = metadata.annotations?.[uidRange];
    return range ? [(Number.parseInt(range, 10) - firstUid) / blockSize] : [];
  });
  return Math.max(0, ...taken) + 1;
}

function rangeAnnotations(block: number): Readonly<Record<string, string>> {
  const range = `${firstUid + block * blockSize}/${blockSize}`;
  return { 'openshift.io/sa.scc.mcs': mcsLabel(block * labelsPerProject), 'openshift.io/sa.scc.supplemental-groups': range, [uidRange]: range };
}

const labelsPerProject = 5;

/** The pair of categories at a place in the list of all pairs (library-go pkg/security/mcs LabelAt). */
function mcsLabel(offset: number): string {
  const high = Math.floor((1 + Math.sqrt(1 + 8 * offset)) / 2);
  return `s0:c${high},c${offset - (high * (high - 1)) / 2}`;
}
