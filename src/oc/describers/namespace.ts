import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeLabelsAndAnnotations } from './kubectl-metadata.ts';
import { type LimitRange, writeLimits } from './limit-range.ts';
import { type ResourceQuota, writeResourceQuotas } from './resource-quota.ts';

interface Namespace extends KubeObject {
  readonly status?: { readonly phase?: string };
}

/** A Namespace with its quotas and limits (k8s.io/kubectl pkg/describe describeNamespace). */
export const describeNamespace: Describer<Namespace> = (namespace, { client }) =>
  kubectlText((text) => {
    const { name } = namespace.metadata;
    const limitRanges = client.list<LimitRange>({ group: '', version: 'v1', resource: 'limitranges' }, name).items;
    text.write(0, `Name:\t${name}\n`);
    writeLabelsAndAnnotations(text, namespace);
    text.write(0, `Status:\t${namespace.status?.phase ?? ''}\n`);
    text.write(0, '\n');
    writeResourceQuotas(text, client.list<ResourceQuota>({ group: '', version: 'v1', resource: 'resourcequotas' }, name).items);
    text.write(0, '\n');
    if (limitRanges.length === 0) {
      text.write(0, 'No LimitRange resource.\n');
      return;
    }
    text.write(0, 'Resource Limits\n');
    writeLimits(text, limitRanges, ' ');
  });
