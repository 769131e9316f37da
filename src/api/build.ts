import type { Condition, KubeObject, ObjectReference, Timestamp } from './meta.ts';
import type { EnvVar, LocalObjectReference } from './pod.ts';

/** Builds of images (github.com/openshift/api build/v1). */
export interface BuildConfig extends KubeObject {
  readonly spec: BuildConfigSpec;
  readonly status?: BuildConfigStatus;
}

export interface CommonBuildSpec {
  readonly serviceAccount?: string;
  readonly source?: BuildSource;
  readonly strategy: BuildStrategy;
  readonly output?: BuildOutput;
  readonly resources?: Readonly<Record<string, unknown>>;
  readonly postCommit?: Readonly<Record<string, unknown>>;
  readonly nodeSelector?: Readonly<Record<string, string>> | null;
  readonly revision?: Readonly<Record<string, unknown>>;
  readonly completionDeadlineSeconds?: number;
}

export interface BuildConfigSpec extends CommonBuildSpec {
  readonly triggers?: readonly BuildTriggerPolicy[];
  readonly runPolicy?: 'Serial' | 'SerialLatestOnly' | 'Parallel';
  readonly successfulBuildsHistoryLimit?: number;
  readonly failedBuildsHistoryLimit?: number;
}

export interface BuildTriggerPolicy {
  readonly type: string;
  readonly imageChange?: ImageChangeTrigger;
  readonly [webhook: string]: unknown;
}

export interface ImageChangeTrigger {
  readonly lastTriggeredImageID?: string;
  readonly from?: ObjectReference;
  readonly paused?: boolean;
}

export interface BuildConfigStatus {
  readonly lastVersion: number;
  readonly imageChangeTriggers?: readonly ImageChangeTriggerStatus[];
}

export interface ImageChangeTriggerStatus {
  readonly lastTriggeredImageID?: string;
  readonly lastTriggerTime?: Timestamp;
  readonly from?: { readonly name: string; readonly namespace?: string };
}

export interface BuildSource {
  readonly type?: string;
  readonly git?: { readonly uri: string; readonly ref?: string };
  readonly dockerfile?: string;
  readonly contextDir?: string;
  readonly binary?: Readonly<Record<string, unknown>>;
  readonly images?: readonly { readonly from: ObjectReference; readonly [field: string]: unknown }[];
  readonly sourceSecret?: LocalObjectReference;
}

export interface BuildStrategy {
  readonly type?: string;
  readonly dockerStrategy?: InputStrategy;
  readonly sourceStrategy?: InputStrategy;
  readonly customStrategy?: InputStrategy;
  readonly jenkinsPipelineStrategy?: Readonly<Record<string, unknown>>;
}

export interface InputStrategy {
  readonly from?: ObjectReference;
  readonly pullSecret?: LocalObjectReference;
  readonly env?: readonly EnvVar[];
  readonly [field: string]: unknown;
}

export interface BuildOutput {
  readonly to?: ObjectReference;
  readonly pushSecret?: LocalObjectReference;
  readonly imageLabels?: readonly { readonly name: string; readonly value?: string }[];
}

export interface Build extends KubeObject {
  readonly spec: CommonBuildSpec & { readonly triggeredBy?: readonly BuildTriggerCause[] | null };
  readonly status: BuildStatus;
}

export interface BuildTriggerCause {
  readonly message?: string;
  readonly imageChangeBuild?: { readonly imageID?: string; readonly fromRef?: ObjectReference };
  readonly [cause: string]: unknown;
}

export type BuildPhase = 'New' | 'Pending' | 'Running' | 'Complete' | 'Failed' | 'Error' | 'Cancelled';

export interface BuildStatus {
  readonly phase: BuildPhase;
  readonly cancelled?: boolean;
  readonly reason?: string;
  readonly message?: string;
  readonly startTimestamp?: Timestamp;
  readonly completionTimestamp?: Timestamp;
  /** Nanoseconds. */
  readonly duration?: number;
  readonly outputDockerImageReference?: string;
  readonly config?: ObjectReference;
  readonly output?: { readonly to?: { readonly imageDigest: string } };
  readonly stages?: readonly unknown[];
  readonly logSnippet?: string;
  readonly conditions?: readonly Condition[];
}

/** `POST buildconfigs/NAME/instantiate` (oc start-build) and `builds/NAME/clone`. */
export interface BuildRequest extends KubeObject {
  readonly from?: ObjectReference;
  readonly triggeredByImage?: ObjectReference;
  readonly triggeredBy?: readonly BuildTriggerCause[];
  readonly revision?: Readonly<Record<string, unknown>>;
  readonly env?: readonly EnvVar[];
  readonly lastVersion?: number;
  readonly dockerStrategyOptions?: { readonly buildArgs?: readonly EnvVar[]; readonly noCache?: boolean };
  readonly sourceStrategyOptions?: { readonly incremental?: boolean };
}
