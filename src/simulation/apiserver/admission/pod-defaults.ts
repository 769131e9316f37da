import type { Pod, Toleration } from '../../../api/pod.ts';
import type { AdmissionPlugin } from '../rest-storage.ts';

const tolerationSeconds = 300;
const passingTroubles = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** A pod stays on a node in trouble for five minutes, and has no priority over others, unless it says otherwise. */
// kubernetes plugin/pkg/admission/defaulttolerationseconds, plugin/pkg/admission/priority
export const podDefaults: AdmissionPlugin = {
  name: 'DefaultTolerationSeconds',
  admit(operation, info, subresource, object) {
    if (operation !== 'CREATE' || info.group !== '' || info.resource !== 'pods' || subresource !== undefined) return object;
    const pod = object as Pod;
    const given = pod.spec?.tolerations ?? [];
    const added = passingTroubles.filter((key) => !given.some((toleration) => tolerates(toleration, key))).map(stayFor);
    return { ...pod, spec: { preemptionPolicy: 'PreemptLowerPriority', priority: 0, ...pod.spec, tolerations: [...given, ...added] } };
  },
};

const tolerates = ({ key, effect }: Toleration, wanted: string) => (!key || key === wanted) && (!effect || effect === 'NoExecute');

const stayFor = (key: string): Toleration => ({ effect: 'NoExecute', key, operator: 'Exists', tolerationSeconds });
