import type { KubeObject } from '../../api/meta.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { imagePolicy } from './admission/image-policy.ts';
import { namespaceLifecycle } from './admission/namespace-lifecycle.ts';
import { podDefaults } from './admission/pod-defaults.ts';
import { podQuota } from './admission/pod-quota.ts';
import { serviceAccount } from './admission/service-account.ts';
import type { AdmissionPlugin, RequestContext } from './rest-storage.ts';

/** Every admission plugin, in the order in which they see an object. */
export const admissionPlugins: readonly AdmissionPlugin[] = [namespaceLifecycle, serviceAccount, podDefaults, imagePolicy, podQuota];

/** Takes an object through all plugins; each may change it, or refuse by throwing. */
export function admit(
  operation: 'CREATE' | 'UPDATE',
  info: ResourceInfo,
  subresource: string | undefined,
  object: KubeObject,
  old: KubeObject | undefined,
  context: RequestContext,
): KubeObject {
  return admissionPlugins.reduce((admitted, plugin) => plugin.admit(operation, info, subresource, admitted, old, context), object);
}
