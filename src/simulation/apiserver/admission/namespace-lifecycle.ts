import { forbidden, notFound } from '../../../api/status.ts';
import type { AdmissionPlugin } from '../rest-storage.ts';

const namespaces = { group: '', resource: 'namespaces' };

/** Nothing is created in a namespace that is not there or is going away (apiserver pkg/admission/plugin/namespace/lifecycle). */
export const namespaceLifecycle: AdmissionPlugin = {
  name: 'NamespaceLifecycle',
  admit(operation, info, _subresource, object, _old, { store, namespace }) {
    if (operation !== 'CREATE' || !info.namespaced || namespace === undefined || isReview(info.resource)) return object;
    const found = store.get(namespaces, undefined, namespace);
    if (!found) throw notFound(namespaces, namespace);
    if ((found.status as { readonly phase?: string } | undefined)?.phase === 'Terminating') {
      throw forbidden(info, object.metadata.name, `unable to create new content in namespace ${namespace} because it is being terminated`);
    }
    return object;
  },
};

// Access reviews may ask about namespaces that do not exist (yet).
const isReview = (resource: string) => resource.endsWith('accessreviews');
