import type { Condition, KubeObject, ObjectMeta, ObjectReference } from './meta.ts';
import type { PodTemplateSpec } from './pod.ts';

/** Workloads that keep pods running: apps/v1, the core ReplicationController and OpenShift's DeploymentConfig. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: string; readonly values?: readonly string[] }[];
}

/** A number, or a percentage such as `25%`. */
export type IntOrString = number | string;

export interface Deployment extends KubeObject {
  readonly spec: DeploymentSpec;
  readonly status?: DeploymentStatus;
}

export interface DeploymentSpec {
  readonly replicas?: number;
  readonly selector: LabelSelector;
  readonly template: PodTemplateSpec;
  readonly strategy?: {
    readonly type?: 'RollingUpdate' | 'Recreate';
    readonly rollingUpdate?: { readonly maxSurge?: IntOrString; readonly maxUnavailable?: IntOrString };
  };
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
  readonly paused?: boolean;
  readonly progressDeadlineSeconds?: number;
}

export interface DeploymentStatus {
  readonly observedGeneration?: number;
  readonly replicas?: number;
  readonly updatedReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly unavailableReplicas?: number;
  readonly conditions?: readonly Condition[];
  readonly collisionCount?: number;
}

export interface ReplicaSet extends KubeObject {
  readonly spec: { readonly replicas?: number; readonly selector: LabelSelector; readonly template: PodTemplateSpec; readonly minReadySeconds?: number };
  readonly status?: ReplicaStatus;
}

export interface ReplicationController extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly selector?: Readonly<Record<string, string>>;
    readonly template: PodTemplateSpec;
    readonly minReadySeconds?: number;
  };
  readonly status?: ReplicaStatus;
}

export interface ReplicaStatus {
  readonly replicas: number;
  readonly fullyLabeledReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly observedGeneration?: number;
  readonly conditions?: readonly Condition[];
}

export interface StatefulSet extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly selector: LabelSelector;
    readonly template: PodTemplateSpec;
    readonly serviceName?: string;
    readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
    readonly updateStrategy?: { readonly type?: 'RollingUpdate' | 'OnDelete'; readonly rollingUpdate?: { readonly partition?: number } };
    readonly revisionHistoryLimit?: number;
    readonly [field: string]: unknown;
  };
  readonly status?: StatefulSetStatus;
}

export interface StatefulSetStatus {
  readonly observedGeneration?: number;
  readonly replicas: number;
  readonly readyReplicas?: number;
  readonly currentReplicas?: number;
  readonly updatedReplicas?: number;
  readonly currentRevision?: string;
  readonly updateRevision?: string;
  readonly collisionCount?: number;
  readonly availableReplicas: number;
}

/** A former self of a StatefulSet or a DaemonSet: `data` is a patch that leads back to it. */
export interface ControllerRevision extends KubeObject {
  readonly data?: { readonly spec: { readonly template: PodTemplateSpec & { readonly $patch?: 'replace' } } };
  readonly revision: number;
}

export interface DaemonSet extends KubeObject {
  readonly spec: {
    readonly selector: LabelSelector;
    readonly template: PodTemplateSpec;
    readonly updateStrategy?: { readonly type?: string; readonly rollingUpdate?: Readonly<Record<string, IntOrString>> };
    readonly revisionHistoryLimit?: number;
    readonly [field: string]: unknown;
  };
  readonly status?: DaemonSetStatus;
}

export interface DaemonSetStatus {
  readonly currentNumberScheduled: number;
  readonly numberMisscheduled: number;
  readonly desiredNumberScheduled: number;
  readonly numberReady: number;
  readonly observedGeneration?: number;
  readonly updatedNumberScheduled?: number;
  readonly numberAvailable?: number;
  readonly numberUnavailable?: number;
}

export interface DeploymentConfig extends KubeObject {
  readonly spec: DeploymentConfigSpec;
  readonly status?: DeploymentConfigStatus;
}

export interface DeploymentConfigSpec {
  readonly strategy?: DeploymentStrategy;
  readonly minReadySeconds?: number;
  readonly triggers?: readonly DeploymentTriggerPolicy[] | null;
  readonly replicas: number;
  readonly revisionHistoryLimit?: number;
  readonly test?: boolean;
  readonly paused?: boolean;
  readonly selector?: Readonly<Record<string, string>>;
  readonly template?: PodTemplateSpec;
}

export interface DeploymentStrategy {
  readonly type?: 'Rolling' | 'Recreate' | 'Custom';
  readonly rollingParams?: Readonly<Record<string, unknown>>;
  readonly recreateParams?: Readonly<Record<string, unknown>>;
  readonly customParams?: Readonly<Record<string, unknown>>;
  readonly activeDeadlineSeconds?: number;
  readonly resources?: Readonly<Record<string, unknown>>;
}

export interface DeploymentTriggerPolicy {
  readonly type?: 'ConfigChange' | 'ImageChange' | string;
  readonly imageChangeParams?: DeploymentTriggerImageChangeParams;
}

export interface DeploymentTriggerImageChangeParams {
  readonly automatic?: boolean;
  readonly containerNames?: readonly string[];
  readonly from: ObjectReference;
  readonly lastTriggeredImage?: string;
}

export interface DeploymentConfigStatus {
  readonly latestVersion: number;
  readonly observedGeneration: number;
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly availableReplicas: number;
  readonly unavailableReplicas: number;
  readonly readyReplicas?: number;
  readonly details?: DeploymentDetails;
  readonly conditions?: readonly Condition[];
}

export interface DeploymentDetails {
  readonly message?: string;
  readonly causes: readonly DeploymentCause[];
}

export interface DeploymentCause {
  readonly type: string;
  readonly imageTrigger?: { readonly from: ObjectReference };
}

/** `POST deploymentconfigs/NAME/instantiate`, as `oc rollout latest` sends it. */
export interface DeploymentRequest extends KubeObject {
  readonly name: string;
  readonly latest: boolean;
  readonly force: boolean;
  readonly excludeTriggers?: readonly string[];
}

/** `POST deploymentconfigs/NAME/rollback`. */
export interface DeploymentConfigRollback extends KubeObject {
  readonly name: string;
  readonly spec: {
    readonly from: ObjectReference;
    readonly revision?: number;
    readonly includeTriggers: boolean;
    readonly includeTemplate: boolean;
    readonly includeReplicationMeta: boolean;
    readonly includeStrategy: boolean;
  };
}

/** The scale subresource of the core, apps and OpenShift workloads (autoscaling/v1). */
export interface Scale extends KubeObject {
  readonly metadata: ObjectMeta;
  readonly spec: { readonly replicas?: number };
  readonly status: { readonly replicas: number; readonly selector?: string };
}
