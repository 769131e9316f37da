import type { Container, PodSpec, PodTemplateSpec, Volume } from '../../../../api/pod.ts';
import { withoutEmptyMetadata } from '../../empty-metadata.ts';
import { tagOf } from './image-tag.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A pod template with what the server fills in where it is left out. */
export function defaultPodTemplate(template: PodTemplateSpec | undefined): PodTemplateSpec {
  return { metadata: withoutEmptyMetadata({ creationTimestamp: null, ...template?.metadata }), spec: defaultPodSpec(template?.spec) };
}

/** A pod with what the server fills in (kubernetes pkg/apis/core/v1/defaults.go SetDefaults_PodSpec). */
export function defaultPodSpec(given: PodSpec | undefined): PodSpec {
  const { serviceAccountName, serviceAccount, ...spec } = given ?? { containers: [] };
  const account = serviceAccountName || serviceAccount;
  return {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    ...spec,
    ...(account && { serviceAccountName: account, serviceAccount: account }),
    containers: (spec.containers ?? []).map(defaultContainer),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(defaultContainer) }),
    ...(spec.volumes && { volumes: spec.volumes.map(defaultVolume) }),
  };
}

function defaultContainer(container: Container): Container {
  const probes = Object.fromEntries(['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name) => withDefaults(container, name, defaultProbe)));
  return {
    imagePullPolicy: tagOf(container.image ?? '') === 'latest' ? 'Always' : 'IfNotPresent',
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...container,
    ...probes,
    ...(container.ports && { ports: container.ports.map((port) => ({ protocol: 'TCP', ...port })) }),
    ...(container.env && { env: container.env.map((variable) => defaultVariable(variable as unknown as Fields)) as unknown as Container['env'] }),
  };
}

function defaultProbe(probe: Fields): Fields {
  return {
    failureThreshold: 3,
    periodSeconds: 10,
    successThreshold: 1,
    timeoutSeconds: 1,
    ...probe,
    ...Object.fromEntries(withDefaults(probe, 'httpGet', (action) => ({ path: '/', scheme: 'HTTP', ...action }))),
  };
}

function defaultVariable(variable: Fields): Fields {
  const source = (from: Fields) => ({ ...from, ...Object.fromEntries(withDefaults(from, 'fieldRef', (field) => ({ apiVersion: 'v1', ...field }))) });
  return { ...variable, ...Object.fromEntries(withDefaults(variable, 'valueFrom', source)) };
}

const volumeDefaults: Readonly<Record<string, Fields>> = {
  secret: { defaultMode: 420 },
  configMap: { defaultMode: 420 },
  downwardAPI: { defaultMode: 420 },
  projected: { defaultMode: 420 },
  hostPath: { type: '' },
};

function defaultVolume(volume: Volume): Volume {
  const kinds = Object.entries(volumeDefaults).flatMap(([kind, defaults]) => withDefaults(volume, kind, (source) => ({ ...defaults, ...source })));
  // a volume without a source is an emptyDir
  const bare = Object.keys(volume).length === 1;
  return { ...volume, ...(bare && { emptyDir: {} }), ...Object.fromEntries(kinds) };
}

function withDefaults(object: Fields, field: string, defaults: (value: Fields) => Fields): readonly (readonly [string, unknown])[] {
  const value = object[field];
  return typeof value === 'object' && value !== null ? [[field, defaults(value as Fields)]] : [];
}
