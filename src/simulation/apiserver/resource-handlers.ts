import { own } from '../../api/own.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { storageKey } from './api-server.ts';
import {
  selfSubjectAccessReviewStorage,
  selfSubjectReviewStorage,
  selfSubjectRulesReviewStorage,
  subjectAccessReviewStorage,
} from './resources/access-review.ts';
import { buildStorage } from './resources/build.ts';
import { buildConfigStorage } from './resources/build-config/build-config.ts';
import { configMapStorage } from './resources/config-map.ts';
import { controllerRevisionStorage } from './resources/controller-revision.ts';
import { cronJobStorage } from './resources/cron-job.ts';
import { daemonSetStorage } from './resources/daemon-set.ts';
import { deploymentStorage } from './resources/deployment.ts';
import { deploymentConfigStorage } from './resources/deployment-config/deployment-config.ts';
import { eventStorage } from './resources/event.ts';
import { horizontalPodAutoscalerStorage } from './resources/horizontal-pod-autoscaler.ts';
import { imageStorage } from './resources/image/image.ts';
import { imageSignatureStorage } from './resources/image-signature.ts';
import { imageStreamStorage } from './resources/image-stream/image-stream.ts';
import { imageStreamImageStorage } from './resources/image-stream-image.ts';
import { imageStreamImportStorage } from './resources/image-stream-import/rest.ts';
import { imageStreamMappingStorage } from './resources/image-stream-mapping.ts';
import { imageStreamTagStorage } from './resources/image-stream-tag/rest.ts';
import { imageTagStorage } from './resources/image-tag.ts';
import { jobStorage } from './resources/job.ts';
import { limitRangeStorage, resourceQuotaStorage } from './resources/limit-range.ts';
import { namespaceStorage } from './resources/namespace.ts';
import { nodeStorage } from './resources/node.ts';
import { oauthAccessTokenStorage } from './resources/oauth-access-token.ts';
import { openShiftRbacStorage } from './resources/openshift-rbac.ts';
import { persistentVolumeClaimStorage } from './resources/persistent-volume-claim.ts';
import { podStorage } from './resources/pod.ts';
import { processedTemplateStorage } from './resources/processed-template.ts';
import { projectStorage } from './resources/project.ts';
import { projectRequestStorage } from './resources/project-request.ts';
import { roleBindingStorage, roleStorage } from './resources/rbac.ts';
import { replicaSetStorage } from './resources/replica-set.ts';
import { replicationControllerStorage } from './resources/replication-controller.ts';
import { openShiftSubjectAccessReviewStorage, resourceAccessReviewStorage } from './resources/resource-access-review.ts';
import { routeStorage } from './resources/route.ts';
import { secretStorage } from './resources/secret.ts';
import { serviceStorage } from './resources/service.ts';
import { serviceAccountStorage } from './resources/service-account.ts';
import { statefulSetStorage } from './resources/stateful-set.ts';
import { templateStorage } from './resources/template.ts';
import { unmodelledStorage } from './resources/unmodelled.ts';
import { groupStorage, identityStorage, userStorage } from './resources/user.ts';
import type { RestStorage } from './rest-storage.ts';
import { standardStorage } from './standard-storage.ts';
import { endpointsTable } from './tables/service.ts';

export type StorageFactory = (info: ResourceInfo) => RestStorage;

/** Kinds without behaviour of their own. */
const plainStorage: StorageFactory = (info) => standardStorage(info, {}, { hasStatus: true });

/** What answers for which resource, by `group/resource`. A resource of discovery that is not here is listed empty and cannot be made. */
const factories: Readonly<Record<string, StorageFactory>> = {
  '/configmaps': configMapStorage,
  '/events': eventStorage,
  '/namespaces': namespaceStorage,
  '/endpoints': (info) => standardStorage(info, {}, { table: endpointsTable }),
  '/limitranges': limitRangeStorage,
  '/nodes': nodeStorage,
  '/persistentvolumeclaims': persistentVolumeClaimStorage,
  '/pods': podStorage,
  '/replicationcontrollers': replicationControllerStorage,
  '/resourcequotas': resourceQuotaStorage,
  '/secrets': secretStorage,
  '/serviceaccounts': serviceAccountStorage,
  '/services': serviceStorage,
  'apps.openshift.io/deploymentconfigs': deploymentConfigStorage,
  'apps/controllerrevisions': controllerRevisionStorage,
  'apps/daemonsets': daemonSetStorage,
  'apps/deployments': deploymentStorage,
  'apps/replicasets': replicaSetStorage,
  'apps/statefulsets': statefulSetStorage,
  'autoscaling/horizontalpodautoscalers': horizontalPodAutoscalerStorage,
  'batch/cronjobs': cronJobStorage,
  'batch/jobs': jobStorage,
  'authentication.k8s.io/selfsubjectreviews': selfSubjectReviewStorage,
  'authorization.k8s.io/localsubjectaccessreviews': subjectAccessReviewStorage,
  'authorization.k8s.io/selfsubjectaccessreviews': selfSubjectAccessReviewStorage,
  'authorization.k8s.io/selfsubjectrulesreviews': selfSubjectRulesReviewStorage,
  'authorization.k8s.io/subjectaccessreviews': subjectAccessReviewStorage,
  'authorization.openshift.io/clusterrolebindings': openShiftRbacStorage,
  'authorization.openshift.io/clusterroles': openShiftRbacStorage,
  'authorization.openshift.io/localresourceaccessreviews': resourceAccessReviewStorage,
  'authorization.openshift.io/localsubjectaccessreviews': openShiftSubjectAccessReviewStorage,
  'authorization.openshift.io/resourceaccessreviews': resourceAccessReviewStorage,
  'authorization.openshift.io/rolebindings': openShiftRbacStorage,
  'authorization.openshift.io/roles': openShiftRbacStorage,
  'authorization.openshift.io/subjectaccessreviews': openShiftSubjectAccessReviewStorage,
  'build.openshift.io/buildconfigs': buildConfigStorage,
  'build.openshift.io/builds': buildStorage,
  'config.openshift.io/images': plainStorage,
  'events.k8s.io/events': eventStorage,
  'image.openshift.io/images': imageStorage,
  'image.openshift.io/imagesignatures': imageSignatureStorage,
  'image.openshift.io/imagestreamimages': imageStreamImageStorage,
  'image.openshift.io/imagestreamimports': imageStreamImportStorage,
  'image.openshift.io/imagestreammappings': imageStreamMappingStorage,
  'image.openshift.io/imagestreams': imageStreamStorage,
  'image.openshift.io/imagestreamtags': imageStreamTagStorage,
  'image.openshift.io/imagetags': imageTagStorage,
  'imageregistry.operator.openshift.io/configs': plainStorage,
  'oauth.openshift.io/oauthaccesstokens': oauthAccessTokenStorage,
  'oauth.openshift.io/useroauthaccesstokens': oauthAccessTokenStorage,
  'project.openshift.io/projectrequests': projectRequestStorage,
  'project.openshift.io/projects': projectStorage,
  'rbac.authorization.k8s.io/clusterrolebindings': roleBindingStorage,
  'rbac.authorization.k8s.io/clusterroles': roleStorage,
  'rbac.authorization.k8s.io/rolebindings': roleBindingStorage,
  'rbac.authorization.k8s.io/roles': roleStorage,
  'route.openshift.io/routes': routeStorage,
  'template.openshift.io/processedtemplates': processedTemplateStorage,
  'template.openshift.io/templates': templateStorage,
  'user.openshift.io/groups': groupStorage,
  'user.openshift.io/identities': identityStorage,
  'user.openshift.io/users': userStorage,
};

/** The resources that behave as on a real cluster, by `group/resource`. */
export const modelledResources: readonly string[] = Object.keys(factories);

const oauthResource = (resource: string, kind: string): ResourceInfo => ({
  group: 'oauth.openshift.io',
  version: 'v1',
  resource,
  kind,
  singular: kind.toLowerCase(),
  shortNames: [],
  categories: [],
  namespaced: false,
  verbs: ['delete', 'get', 'list'],
});

/** What the recorded cluster answers for though its discovery does not list it. */
const unlisted: readonly ResourceInfo[] = [
  oauthResource('oauthaccesstokens', 'OAuthAccessToken'),
  oauthResource('useroauthaccesstokens', 'UserOAuthAccessToken'),
];

/** A storage for each resource that discovery lists, by `group/resource`. */
export function createStorages(infos: readonly ResourceInfo[]): ReadonlyMap<string, RestStorage> {
  const storages = new Map<string, RestStorage>();
  for (const info of [...infos, ...unlisted]) {
    const key = storageKey(info);
    if (!storages.has(key)) storages.set(key, (own(factories, key) ?? unmodelledStorage)(info));
  }
  return storages;
}
