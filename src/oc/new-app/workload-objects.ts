import type { DeploymentTriggerPolicy } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { EnvVar } from '../../api/pod.ts';
import { deployableContainer, podSpecOf } from './deployable-container.ts';
import type { ImageRef } from './image-ref.ts';

/** What is to run: one or several images under one name. */
export interface WorkloadRef {
  readonly name: string;
  readonly images: readonly ImageRef[];
  readonly env: readonly EnvVar[];
  /** `-l`: part of the selector as well. */
  readonly labels: Readonly<Record<string, string>>;
  readonly asTest: boolean;
}

const triggerAnnotation = 'image.openshift.io/triggers';

/** A Deployment that waits for its image triggers (oc pkg/helpers/newapp/app/app.go Deployment). */
export function deploymentFor(ref: WorkloadRef): KubeObject {
  const selector = { ...ref.labels, deployment: ref.name };
  const made = ref.images.map((image) => deployableContainer(image, ref.env));
  const triggers = made.flatMap((each) => each.triggers).flatMap(fieldTriggers);
  // a blank image keeps the deployment from rolling out twice: the trigger fills it in
  const containers = made.map((each) => (each.triggers.length > 0 ? { ...each.container, image: ' ' } : each.container));
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: ref.name,
      ...(triggers.length > 0 && { annotations: { [triggerAnnotation]: JSON.stringify(triggers) } }),
      creationTimestamp: null,
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: selector },
      template: { metadata: { labels: selector, creationTimestamp: null }, spec: podSpecOf(containers) },
      strategy: {},
    },
    status: {},
  };
}

const fieldTriggers = ({ imageChangeParams: params }: DeploymentTriggerPolicy) =>
  (params?.containerNames ?? []).map((container) => ({
    from: { kind: 'ImageStreamTag', name: params?.from.name, ...(params?.from.namespace && { namespace: params.from.namespace }) },
    fieldPath: `spec.template.spec.containers[?(@.name=="${container}")].image`,
  }));

/** A DeploymentConfig that follows its images (oc pkg/helpers/newapp/app/app.go DeploymentConfig). */
export function deploymentConfigFor(ref: WorkloadRef): KubeObject {
  const selector = { ...ref.labels, deploymentconfig: ref.name };
  const made = ref.images.map((image) => deployableContainer(image, ref.env));
  return {
    apiVersion: 'apps.openshift.io/v1',
    kind: 'DeploymentConfig',
    metadata: { name: ref.name, creationTimestamp: null },
    spec: {
      strategy: { resources: {} },
      triggers: [{ type: 'ConfigChange' }, ...made.flatMap((each) => each.triggers)],
      replicas: 1,
      test: ref.asTest,
      selector,
      template: { metadata: { labels: selector, creationTimestamp: null }, spec: podSpecOf(made.map((each) => each.container)) },
    },
    status: { latestVersion: 0, observedGeneration: 0, replicas: 0, updatedReplicas: 0, availableReplicas: 0, unavailableReplicas: 0 },
  };
}
