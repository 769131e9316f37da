import type { KubeObject } from '../../api/meta.ts';
import { defineCommand } from '../command.ts';
import { enhancingListErrors } from '../resource-arguments.ts';

const services = {
  group: '',
  version: 'v1',
  resource: 'services',
  kind: 'Service',
  singular: 'service',
  shortNames: [],
  categories: [],
  namespaced: true,
  verbs: [],
};
const labelSelector = 'kubernetes.io/cluster-service=true';

/** `oc cluster-info` (kubectl pkg/cmd/clusterinfo/clusterinfo.go). */
export const clusterInfo = defineCommand({
  path: 'cluster-info',
  use: 'cluster-info',
  flags: {},
  run({ oc }) {
    try {
      const namespace = oc.namespaceIsExplicit ? oc.namespace : 'kube-system';
      const { items } = enhancingListErrors(services, { args: [], labelSelector }, () => oc.client.list(services, namespace, { labelSelector }));
      oc.out(runningAt('Kubernetes control plane', oc.server));
      for (const service of items) oc.out(runningAt(shownName(service), `${oc.server}/api/v1/namespaces/${namespace}/services/${service.metadata.name}/proxy`));
    } finally {
      oc.out("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n");
    }
  },
});

const shownName = ({ metadata }: KubeObject) => metadata.labels?.['kubernetes.io/name'] || metadata.name;

/** Green and yellow, wherever it is written to. */
const runningAt = (name: string, link: string) => `\x1b[0;32m${name}\x1b[0m is running at \x1b[0;33m${link}\x1b[0m\n`;
