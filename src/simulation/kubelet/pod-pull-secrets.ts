import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { secrets } from '../controllers/targets.ts';

/** The secrets that a pod names for pulling, as far as they exist. */
export const podPullSecrets = ({ metadata, spec }: Pod, { lister }: ControllerContext): readonly KubeObject[] =>
  (spec.imagePullSecrets ?? []).flatMap(({ name }) => lister.get<KubeObject>(secrets, metadata.namespace, name) ?? []);
