import type { DeploymentConfig } from '../../api/apps.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { describeBuild } from './build.ts';
import { describeBuildConfig } from './build-config.ts';
import { describeConfigMap } from './config-map.ts';
import { describeCronJob } from './cron-job.ts';
import { describeDaemonSet } from './daemon-set.ts';
import { describeDeployment } from './deployment.ts';
import { describeDeploymentConfig } from './deployment-config.ts';
import type { DescribeContext, Describer } from './describer.ts';
import { describeEndpoints } from './endpoints.ts';
import { describeGenerically } from './generic.ts';
import { describeHorizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { describeImageObject, describeTaggedImage } from './image.ts';
import { describeImageStream } from './image-stream.ts';
import { describeJob } from './job.ts';
import { describeLimitRange } from './limit-range.ts';
import { describeNamespace } from './namespace.ts';
import { describeNode } from './node.ts';
import { describePod } from './pod.ts';
import { describeProject } from './project.ts';
import { describeReplicaSet } from './replica-set.ts';
import { describeReplicationController } from './replication-controller.ts';
import { describeResourceQuota } from './resource-quota.ts';
import { describeRole } from './role.ts';
import { describeRoleBinding } from './role-binding.ts';
import { describeRoute } from './route.ts';
import { describeSecret } from './secret.ts';
import { describeService } from './service.ts';
import { describeServiceAccount } from './service-account.ts';
import { describeStatefulSet } from './stateful-set.ts';
import { describeTemplate } from './template.ts';

/** Who describes a kind: its own describer, or the one that shows any object's fields. */
export const describerFor = ({ group, kind }: Pick<ResourceInfo, 'group' | 'kind'>): Describer => describers[`${group}/${kind}`] ?? describeGenerically;

// The server's word for what an object is, so a describer may rely on its kind's shape
const typed = <T>(describer: (object: T, context: DescribeContext) => string): Describer => describer as unknown as Describer;

const describers: Readonly<Record<string, Describer>> = {
  '/ConfigMap': typed(describeConfigMap),
  '/Endpoints': typed(describeEndpoints),
  '/LimitRange': typed(describeLimitRange),
  '/Namespace': typed(describeNamespace),
  '/Node': typed(describeNode),
  '/Pod': typed(describePod),
  '/ReplicationController': typed(describeReplicationController),
  '/ResourceQuota': typed(describeResourceQuota),
  '/Secret': typed(describeSecret),
  '/Service': typed(describeService),
  '/ServiceAccount': typed(describeServiceAccount),
  'apps/DaemonSet': typed(describeDaemonSet),
  'apps/Deployment': typed(describeDeployment),
  'apps/ReplicaSet': typed(describeReplicaSet),
  'apps/StatefulSet': typed(describeStatefulSet),
  'autoscaling/HorizontalPodAutoscaler': typed(describeHorizontalPodAutoscaler),
  'batch/CronJob': typed(describeCronJob),
  'batch/Job': typed(describeJob),
  'rbac.authorization.k8s.io/ClusterRole': typed(describeRole),
  'rbac.authorization.k8s.io/ClusterRoleBinding': typed(describeRoleBinding),
  'rbac.authorization.k8s.io/Role': typed(describeRole),
  'rbac.authorization.k8s.io/RoleBinding': typed(describeRoleBinding),
  'apps.openshift.io/DeploymentConfig': typed<DeploymentConfig>(describeDeploymentConfig),
  'build.openshift.io/Build': typed(describeBuild),
  'build.openshift.io/BuildConfig': typed(describeBuildConfig),
  'template.openshift.io/Template': typed(describeTemplate),
  'image.openshift.io/Image': typed(describeImageObject),
  'image.openshift.io/ImageStream': typed(describeImageStream),
  'image.openshift.io/ImageStreamImage': typed(describeTaggedImage),
  'image.openshift.io/ImageStreamTag': typed(describeTaggedImage),
  'image.openshift.io/ImageTag': typed(describeTaggedImage),
  'project.openshift.io/Project': typed(describeProject),
  'route.openshift.io/Route': typed(describeRoute),
};
