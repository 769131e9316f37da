import type { DescribedText } from './described-text.ts';
import type { Volume } from './shapes.ts';

/** `Volumes:` of a pod or of its template. */
// k8s.io/kubectl pkg/describe describeVolumes
export function writeVolumes(text: DescribedText, volumes: readonly Volume[] = [], inTemplate: boolean): void {
  const indent = inTemplate ? '  ' : '';
  text.write(0, `${indent}Volumes:${volumes.length === 0 ? '\t<none>' : ''}\n`);
  for (const volume of volumes) {
    text.write(1, `${inTemplate ? ' ' : ''}${volume.name}:\n`);
    const kind = Object.keys(volume).find((field) => Object.hasOwn(sources, field));
    if (kind) for (const line of sources[kind]?.((volume[kind] ?? {}) as Source) ?? []) text.write(2, `${line}\n`);
    else text.write(1, '<unknown>\n');
  }
}

type Source = Readonly<Record<string, unknown>>;

const yes = (value: unknown) => String(value === true);

const sources: Readonly<Record<string, (source: Source) => readonly string[]>> = {
  hostPath: ({ path, type }) => ['Type:\tHostPath (bare host directory volume)', `Path:\t${path}`, `HostPathType:\t${type ?? '<none>'}`],
  emptyDir: ({ medium = '', sizeLimit = '<unset>' }) => [
    "Type:\tEmptyDir (a temporary directory that shares a pod's lifetime)",
    `Medium:\t${medium}`,
    `SizeLimit:\t${sizeLimit}`,
  ],
  secret: ({ secretName, optional }) => ['Type:\tSecret (a volume populated by a Secret)', `SecretName:\t${secretName}`, `Optional:\t${yes(optional)}`],
  configMap: ({ name, optional }) => ['Type:\tConfigMap (a volume populated by a ConfigMap)', `Name:\t${name}`, `Optional:\t${yes(optional)}`],
  persistentVolumeClaim: ({ claimName, readOnly }) => [
    'Type:\tPersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    `ClaimName:\t${claimName}`,
    `ReadOnly:\t${yes(readOnly)}`,
  ],
  projected: ({ sources: projected }) => [
    'Type:\tProjected (a volume that contains injected data from multiple sources)',
    ...((projected ?? []) as readonly Record<string, Source | undefined>[]).flatMap(projectedLines),
  ],
  downwardAPI: ({ items }) => [
    'Type:\tDownwardAPI (a volume populated by information about the pod)',
    'Items:',
    ...((items ?? []) as readonly { readonly path: string; readonly fieldRef?: { readonly fieldPath: string } }[]).map(
      ({ path, fieldRef }) => `  ${fieldRef?.fieldPath ?? ''} -> ${path}`,
    ),
  ],
};

function projectedLines({ secret, downwardAPI, configMap, serviceAccountToken }: Record<string, Source | undefined>): readonly string[] {
  if (secret) return [`SecretName:\t${secret.name}`, `SecretOptionalName:\t${secret.optional ?? '<nil>'}`];
  if (downwardAPI) return ['DownwardAPI:\ttrue'];
  if (configMap) return [`ConfigMapName:\t${configMap.name}`, `ConfigMapOptional:\t${configMap.optional ?? '<nil>'}`];
  return serviceAccountToken ? [`TokenExpirationSeconds:\t${serviceAccountToken.expirationSeconds ?? 0}`] : [];
}
