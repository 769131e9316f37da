/** An image stream tag that something follows. */
export interface ImageChangeTrigger {
  readonly auto: boolean;
  /** `stream:tag`. */
  readonly from: string;
  /** The tag's project where it is another one; else empty. */
  readonly namespace: string;
  /** Containers that get the image; none for builds. */
  readonly names: readonly string[];
}

export interface WebHookTrigger {
  readonly secret?: string;
  readonly secretReference?: { readonly name: string };
  readonly allowEnv?: boolean;
}

/** What builds, deployment configs and annotated workloads can be triggered by, in one form (oc pkg/cli/set TriggerDefinition). */
export interface TriggerDefinition {
  readonly configChange: boolean;
  readonly imageChange: readonly ImageChangeTrigger[];
  readonly generic: readonly WebHookTrigger[];
  readonly github: readonly WebHookTrigger[];
  readonly gitlab: readonly WebHookTrigger[];
  readonly bitbucket: readonly WebHookTrigger[];
}

export const noTriggers: TriggerDefinition = { configChange: false, imageChange: [], generic: [], github: [], gitlab: [], bitbucket: [] };
