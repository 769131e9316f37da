/** Lists that a strategic merge patch merges item by item, by where they stand, with the field that tells items apart ('' for lists of plain values). */
const mergedLists: readonly (readonly [place: RegExp, key: string])[] = [
  [/(^|\.)(containers|initContainers|ephemeralContainers)$/, 'name'],
  [/ontainers\.env$/, 'name'],
  [/ontainers\.ports$/, 'containerPort'],
  [/ontainers\.volumeMounts$/, 'mountPath'],
  [/ontainers\.volumeDevices$/, 'devicePath'],
  [/(spec|Strategy)\.volumes$/, 'name'],
  [/Strategy\.volumes\.mounts$/, 'destinationPath'],
  [/(^|\.)imagePullSecrets$/, 'name'],
  [/^secrets$/, 'name'],
  [/spec\.hostAliases$/, 'ip'],
  [/spec\.topologySpreadConstraints$/, 'topologyKey'],
  [/spec\.(schedulingGates|resourceClaims)$/, 'name'],
  [/metadata\.ownerReferences$/, 'uid'],
  [/metadata\.finalizers$/, ''],
  [/^spec\.tags$/, 'name'],
  [/^status\.tags$/, 'tag'],
  [/^spec\.ports$/, 'port'],
  [/^status\.(conditions|addresses)$/, 'type'],
  [/^signatures$/, 'name'],
];

/** The patchMergeKey of the list at a path such as `spec.template.spec.containers.env`; undefined where the list is replaced as a whole. */
export function patchMergeKey(path: string): string | undefined {
  return mergedLists.find(([place]) => place.test(path))?.[1];
}
