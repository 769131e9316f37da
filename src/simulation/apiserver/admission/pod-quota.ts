import { forbidden } from '../../../api/status.ts';
import type { AdmissionPlugin } from '../rest-storage.ts';

const pods = { group: '', resource: 'pods' };

/** What one node of OpenShift takes (`maxPods` of the kubelet's configuration); no lab comes near it. */
const most = 250;

/**
 * A quota over all projects of a learner, as a cluster has them: `oc scale --replicas=100000` is refused in the words of a ClusterResourceQuota,
 * and the page goes on (openshift apiserver-library-go pkg/admission/quota/clusterresourcequota).
 */
export const podQuota: AdmissionPlugin = {
  name: 'quota.openshift.io/ClusterResourceQuota',
  admit(operation, info, subresource, object, _old, { store }) {
    if (operation !== 'CREATE' || info.group !== '' || info.resource !== 'pods' || subresource !== undefined) return object;
    const used = store.list(pods).length;
    if (used < most) return object;
    throw forbidden(
      pods,
      object.metadata.name || object.metadata.generateName || 'Unknown',
      `exceeded quota: pods-of-all-projects, requested: pods=1, used: pods=${used}, limited: pods=${most}`,
    );
  },
};
