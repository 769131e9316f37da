import type { KubeObject } from '../../api/meta.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { type LimitRange, limitRows } from './limit-range.ts';
import { writeField, writeMeta } from './openshift-metadata.ts';
import { quotaRows, type ResourceQuota } from './resource-quota.ts';

interface Project extends KubeObject {
  readonly status?: { readonly phase?: string };
}

/** A Project with its quotas and limits (oc pkg/helpers/describe ProjectDescriber). */
export const describeProject: Describer<Project> = (project, { client, now }) =>
  openshiftText((text) => {
    const { name, annotations = {} } = project.metadata;
    const quotas = client.list<ResourceQuota>({ group: '', version: 'v1', resource: 'resourcequotas' }, name).items;
    const limits = client.list<LimitRange>({ group: '', version: 'v1', resource: 'limitranges' }, name).items;
    writeMeta(text, project, now);
    writeField(text, 'Display Name', annotations['openshift.io/display-name']);
    writeField(text, 'Description', annotations['openshift.io/description']);
    writeField(text, 'Status', project.status?.phase);
    writeField(text, 'Node Selector', annotations['openshift.io/node-selector']);
    writeQuotas(text, quotas);
    writeLimitRanges(text, limits);
  });

function writeQuotas(text: DescribedText, quotas: readonly ResourceQuota[]): void {
  if (quotas.length === 0) writeField(text, 'Quota', '');
  else text.write(0, 'Quota:\n');
  for (const quota of quotas) {
    text.write(0, `\tName:\t${quota.metadata.name}\n\tResource\tUsed\tHard\n\t--------\t----\t----\n`);
    for (const row of quotaRows(quota)) text.write(0, `\t${row.join('\t')}\n`);
  }
}

function writeLimitRanges(text: DescribedText, limits: readonly LimitRange[]): void {
  if (limits.length === 0) writeField(text, 'Resource limits', '');
  else text.write(0, 'Resource limits:\n');
  for (const limit of limits) {
    text.write(0, `\tName:\t${limit.metadata.name}\n`);
    text.write(0, '\tType\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio\n');
    text.write(0, '\t----\t--------\t---\t---\t---------------\t-------------\t-----------------------\n');
    for (const row of (limit.spec?.limits ?? []).flatMap(limitRows)) text.write(0, `\t${row.join('\t')}\n`);
  }
}
