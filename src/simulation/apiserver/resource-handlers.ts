import type { ResourceInfo } from '../../api/resource.ts';
import { storageKey } from './api-server.ts';
import { configMapStorage } from './resources/config-map.ts';
import { imageStorage } from './resources/image/image.ts';
import { imageSignatureStorage } from './resources/image-signature.ts';
import { imageStreamStorage } from './resources/image-stream/image-stream.ts';
import { imageStreamImageStorage } from './resources/image-stream-image.ts';
import { imageStreamImportStorage } from './resources/image-stream-import/rest.ts';
import { imageStreamMappingStorage } from './resources/image-stream-mapping.ts';
import { imageStreamTagStorage } from './resources/image-stream-tag/rest.ts';
import { imageTagStorage } from './resources/image-tag.ts';
import { namespaceStorage } from './resources/namespace.ts';
import { projectStorage } from './resources/project.ts';
import { projectRequestStorage } from './resources/project-request.ts';
import { roleBindingStorage, roleStorage } from './resources/rbac.ts';
import { secretStorage } from './resources/secret.ts';
import { serviceAccountStorage } from './resources/service-account.ts';
import { unmodelledStorage } from './resources/unmodelled.ts';
import { userStorage } from './resources/user.ts';
import type { RestStorage } from './rest-storage.ts';
import { standardStorage } from './standard-storage.ts';

export type StorageFactory = (info: ResourceInfo) => RestStorage;

/** Kinds without behaviour of their own. */
const plainStorage: StorageFactory = (info) => standardStorage(info, {}, { hasStatus: true });

/** What answers for which resource, by `group/resource`. A resource of discovery that is not here is listed empty and cannot be made. */
const factories: Readonly<Record<string, StorageFactory>> = {
  '/configmaps': configMapStorage,
  '/namespaces': namespaceStorage,
  '/nodes': plainStorage,
  '/secrets': secretStorage,
  '/serviceaccounts': serviceAccountStorage,
  'config.openshift.io/images': plainStorage,
  'image.openshift.io/images': imageStorage,
  'image.openshift.io/imagesignatures': imageSignatureStorage,
  'image.openshift.io/imagestreamimages': imageStreamImageStorage,
  'image.openshift.io/imagestreamimports': imageStreamImportStorage,
  'image.openshift.io/imagestreammappings': imageStreamMappingStorage,
  'image.openshift.io/imagestreams': imageStreamStorage,
  'image.openshift.io/imagestreamtags': imageStreamTagStorage,
  'image.openshift.io/imagetags': imageTagStorage,
  'project.openshift.io/projectrequests': projectRequestStorage,
  'project.openshift.io/projects': projectStorage,
  'rbac.authorization.k8s.io/clusterrolebindings': roleBindingStorage,
  'rbac.authorization.k8s.io/clusterroles': roleStorage,
  'rbac.authorization.k8s.io/rolebindings': roleBindingStorage,
  'rbac.authorization.k8s.io/roles': roleStorage,
  'user.openshift.io/groups': plainStorage,
  'user.openshift.io/identities': plainStorage,
  'user.openshift.io/users': userStorage,
};

/** A storage for each resource that discovery lists, by `group/resource`. */
export function createStorages(infos: readonly ResourceInfo[]): ReadonlyMap<string, RestStorage> {
  const storages = new Map<string, RestStorage>();
  for (const info of infos) {
    const key = storageKey(info);
    if (!storages.has(key)) storages.set(key, (factories[key] ?? unmodelledStorage)(info));
  }
  return storages;
}
