import type { KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { sortedKeys, writeNameAndNamespace } from './kubectl-metadata.ts';

/** A quota, as descriptions read it. */
export interface ResourceQuota extends KubeObject {
  readonly spec?: { readonly scopes?: readonly string[] };
  readonly status?: { readonly hard?: Readonly<Record<string, string | number>>; readonly used?: Readonly<Record<string, string | number>> };
}

/** A ResourceQuota (k8s.io/kubectl pkg/describe describeQuota). */
export const describeResourceQuota: Describer<ResourceQuota> = (quota) =>
  kubectlText((text) => {
    writeNameAndNamespace(text, quota);
    const scopes = [...(quota.spec?.scopes ?? [])].sort();
    if (scopes.length > 0) text.write(0, `Scopes:\t${scopes.join(', ')}\n`);
    for (const scope of scopes) if (Object.hasOwn(scopeTexts, scope)) text.write(0, ` * ${scopeTexts[scope]}\n`);
    text.write(0, 'Resource\tUsed\tHard\n');
    text.write(0, '--------\t----\t----\n');
    for (const row of quotaRows(quota)) text.write(0, `${row.join('\t')}\n`);
  });

/** Quotas of a namespace below each other (k8s.io/kubectl pkg/describe DescribeResourceQuotas). */
export function writeResourceQuotas(text: DescribedText, quotas: readonly ResourceQuota[]): void {
  if (quotas.length === 0) {
    text.write(0, 'No resource quota.\n');
    return;
  }
  text.write(0, 'Resource Quotas\n');
  for (const quota of quotas) {
    text.write(1, `Name:\t${quota.metadata.name}\n`);
    const scopes = [...(quota.spec?.scopes ?? [])].sort();
    if (scopes.length > 0) text.write(1, `Scopes:\t${scopes.join(', ')}\n`);
    for (const scope of scopes) if (Object.hasOwn(scopeTexts, scope)) text.write(1, `* ${scopeTexts[scope]}\n`);
    text.write(1, 'Resource\tUsed\tHard\n');
    text.write(1, '--------\t---\t---\n');
    for (const row of quotaRows(quota)) text.write(1, `${row.join('\t')}\n`);
  }
}

/** Resource, used and hard, a row for each. */
export function quotaRows({ status = {} }: ResourceQuota): readonly (readonly string[])[] {
  const { hard = {}, used = {} } = status;
  return sortedKeys(hard).map((name) => [name, String(own(used, name) ?? 0), String(hard[name])]);
}

const scopeTexts: Readonly<Record<string, string>> = {
  Terminating: 'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
  NotTerminating:
    'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
  BestEffort: 'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
  NotBestEffort: 'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.',
};
