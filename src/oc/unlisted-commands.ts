/** The real command that a name below `parent` is, where neither help nor completion lists it: its path, to be said by its name. */
export function unlistedCommand(parent: string, name: string): string | undefined {
  return unlisted[parent]?.includes(name) ? `${parent} ${name}`.trim() : undefined;
}

// oc pkg/cli/cli.go NewOcCommand, pkg/cli/admin/admin.go NewCommandAdmin: what works on nodes, on the cluster's upgrades and on its log-in
const unlisted: Readonly<Record<string, readonly string[]>> = {
  '': ['serviceaccounts', 'sa', 'ex'],
  adm: [
    'build-chain',
    'catalog',
    'certificate',
    'copy-to-node',
    'cordon',
    'create-bootstrap-project-template',
    'create-error-template',
    'create-login-template',
    'create-provider-selection-template',
    'drain',
    'groups',
    'inspect',
    'inspect-alerts',
    'migrate',
    'must-gather',
    'new-project',
    'node-image',
    'node-logs',
    'ocp-certificates',
    'pod-network',
    'reboot-machine-config-pool',
    'release',
    'restart-kubelet',
    'taint',
    'uncordon',
    'upgrade',
    'verify-image-signature',
    'wait-for-node-reboot',
    'wait-for-stable-cluster',
  ],
  'adm prune': ['auth', 'builds', 'deployments', 'groups', 'renderedmachineconfigs'],
  'adm top': ['node', 'nodes', 'no', 'pod', 'pods', 'po', 'persistentvolumeclaims', 'pvc'],
};
