import type { KubeObject } from '../../../api/meta.ts';
import type { Container, LocalObjectReference, Pod, Volume, VolumeMount } from '../../../api/pod.ts';
import { forbidden } from '../../../api/status.ts';
import type { AdmissionPlugin, RequestContext } from '../rest-storage.ts';

interface ServiceAccount extends KubeObject {
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  readonly automountServiceAccountToken?: boolean;
}

const serviceAccounts = { group: '', resource: 'serviceaccounts' } as const;
const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Gives each new pod a service account, its pull secrets, and a volume with its token. */
// kubernetes plugin/pkg/admission/serviceaccount
export const serviceAccount: AdmissionPlugin = {
  name: 'ServiceAccount',
  admit(operation, info, subresource, object, _old, context) {
    if (operation !== 'CREATE' || info.group !== '' || info.resource !== 'pods' || subresource !== undefined) return object;
    const pod = object as Pod;
    const name = pod.spec?.serviceAccountName || 'default';
    const account = context.store.get(serviceAccounts, context.namespace, name) as ServiceAccount | undefined;
    if (!account) throw accountMissing(pod, name, context);
    return withToken(withPullSecrets({ ...pod, spec: { ...pod.spec, serviceAccountName: name, serviceAccount: name } }, account), account, context);
  },
};

function accountMissing(pod: Pod, name: string, { namespace }: RequestContext) {
  const podName = pod.metadata.name || pod.metadata.generateName || '';
  return forbidden({ group: '', resource: 'pods' }, podName, `error looking up service account ${namespace}/${name}: serviceaccount "${name}" not found`);
}

/** Only a pod that names no pull secrets of its own gets those of its account. */
function withPullSecrets(pod: Pod, { imagePullSecrets = [] }: ServiceAccount): Pod {
  if (pod.spec.imagePullSecrets?.length || imagePullSecrets.length === 0) return pod;
  return { ...pod, spec: { ...pod.spec, imagePullSecrets: imagePullSecrets.map(({ name }) => ({ name })) } };
}

function withToken(pod: Pod, account: ServiceAccount, { identity }: RequestContext): Pod {
  const isWanted = (pod.spec.automountServiceAccountToken as boolean | undefined) ?? account.automountServiceAccountToken ?? true;
  const isMounted = ({ volumeMounts = [] }: Container) => volumeMounts.some(({ mountPath }) => mountPath === tokenPath);
  if (!isWanted || (pod.spec.containers ?? []).every(isMounted)) return pod;
  const name = `kube-api-access-${identity.suffix(5)}`;
  const mount: VolumeMount = { mountPath: tokenPath, name, readOnly: true };
  const mounted = (container: Container) => (isMounted(container) ? container : { ...container, volumeMounts: [...(container.volumeMounts ?? []), mount] });
  const { containers, initContainers, volumes = [] } = pod.spec;
  return {
    ...pod,
    spec: {
      ...pod.spec,
      containers: containers.map(mounted),
      ...(initContainers && { initContainers: initContainers.map(mounted) }),
      volumes: [...volumes, tokenVolume(name)],
    },
  };
}

function tokenVolume(name: string): Volume {
  const namespaceField = { apiVersion: 'v1', fieldPath: 'metadata.namespace' };
  return {
    name,
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
        { downwardAPI: { items: [{ fieldRef: namespaceField, path: 'namespace' }] } },
        { configMap: { items: [{ key: 'service-ca.crt', path: 'service-ca.crt' }], name: 'openshift-service-ca.crt' } },
      ],
    },
  };
}
