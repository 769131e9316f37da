import type { KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import type { Evidence, Predicate } from '../evidence.ts';

interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

interface ImageConfig extends KubeObject {
  readonly spec?: { readonly additionalTrustedCA?: { readonly name?: string } };
}

const configMapResource = { group: '', resource: 'configmaps' };
const imageConfigResource = { group: 'config.openshift.io', resource: 'images' };

/** A config map of whichever project. */
export const configMap = (project: string, name: string) => ({
  exists: (({ state }) => state.get(configMapResource, project, name) !== undefined) satisfies Predicate,
  existsElsewhere: (({ state }) =>
    state.list(configMapResource).some(({ metadata }) => metadata.name === name && metadata.namespace !== project)) satisfies Predicate,
  hasKey:
    (key: string): Predicate =>
    ({ state }) =>
      own((state.get(configMapResource, project, name) as ConfigMap | undefined)?.data, key) !== undefined,
  /** Is this text behind the key, whatever spaces and line ends are around it? */
  holds:
    (key: string, text: string): Predicate =>
    ({ state }) =>
      (state.get(configMapResource, project, name) as ConfigMap | undefined)?.data?.[key]?.trim() === text.trim(),
});

/** Does the cluster's image configuration name this config map as its additional trusted CAs? */
export const clusterTrusts =
  (configMapName: string): Predicate =>
  ({ state }: Evidence) =>
    (state.get(imageConfigResource, undefined, 'cluster') as ImageConfig | undefined)?.spec?.additionalTrustedCA?.name === configMapName;
