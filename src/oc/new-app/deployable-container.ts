import type { DeploymentTriggerPolicy } from '../../api/apps.ts';
import type { Container, EnvVar, PodSpec } from '../../api/pod.ts';
import { exact } from '../../imageutil/image-reference.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { exposedPorts } from './exposed-ports.ts';
import { type ImageRef, objectReference, pullSpec, suggestImageName } from './image-ref.ts';

export interface DeployableContainer {
  readonly container: Container;
  readonly triggers: readonly DeploymentTriggerPolicy[];
}

/** A container that runs the image, with its ports and volumes (oc pkg/helpers/newapp/app/imageref.go DeployableContainer). */
export function deployableContainer(ref: ImageRef, env: readonly EnvVar[]): DeployableContainer {
  const name = suggestImageName(ref);
  if (name === undefined) throw new OcError(`unable to suggest a container name for the image ${goQuote(exact(ref.reference))}`);
  const ports = exposedPorts(ref.info?.Config?.ExposedPorts).ports.map(({ port, protocol }) => ({ containerPort: port, protocol: protocol.toUpperCase() }));
  const volumeMounts = Object.keys(ref.info?.Config?.Volumes ?? {})
    .sort()
    .map((mountPath, index) => ({ name: `${name}-volume-${index + 1}`, mountPath }));
  const container = {
    name,
    image: pullSpec(ref),
    ...(ports.length > 0 && { ports }),
    ...(env.length > 0 && { env }),
    resources: {},
    ...(volumeMounts.length > 0 && { volumeMounts }),
  };
  return { container, triggers: ref.asImageStream ? [imageChangeTrigger(ref, name)] : [] };
}

const imageChangeTrigger = (ref: ImageRef, name: string): DeploymentTriggerPolicy => ({
  type: 'ImageChange',
  imageChangeParams: { automatic: true, containerNames: [name], from: objectReference(ref) },
});

/** A pod of containers; what they mount is kept on the node. */
export function podSpecOf(containers: readonly Container[]): PodSpec {
  const volumes = containers.flatMap(({ volumeMounts }) => (volumeMounts ?? []).map(({ name }) => ({ name, emptyDir: {} })));
  return { ...(volumes.length > 0 && { volumes }), containers };
}
