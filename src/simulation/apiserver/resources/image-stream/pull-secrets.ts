import { excludeImageSecretAnnotation } from '../../../../api/image.ts';
import type { KubeObject } from '../../../../api/meta.ts';
import type { Store } from '../../../store.ts';

/** Every secret of the project that holds registry logins, by name. */
export function pullSecrets({ store, namespace }: { readonly store: Store; readonly namespace: string | undefined }): readonly KubeObject[] {
  return store
    .list({ group: '', resource: 'secrets' }, namespace)
    .filter(({ metadata }) => metadata.annotations?.[excludeImageSecretAnnotation] !== 'true')
    .filter(({ type }) => type === 'kubernetes.io/dockercfg' || type === 'kubernetes.io/dockerconfigjson');
}
