import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeLabelsAndAnnotations } from './kubectl-metadata.ts';

interface PolicyRule {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

interface Role extends KubeObject {
  readonly rules?: readonly PolicyRule[] | null;
}

/** A Role or ClusterRole, one row for each resource (k8s.io/kubectl pkg/describe ClusterRoleDescriber). */
export const describeRole: Describer<Role> = (role) =>
  kubectlText((text) => {
    text.write(0, `Name:\t${role.metadata.name}\n`);
    writeLabelsAndAnnotations(text, role);
    text.write(0, 'PolicyRule:\n');
    text.write(1, 'Resources\tNon-Resource URLs\tResource Names\tVerbs\n');
    text.write(1, '---------\t-----------------\t--------------\t-----\n');
    for (const { resource, urls, names, verbs } of compact((role.rules ?? []).flatMap(breakDown))) {
      text.write(1, `${resource}\t[${urls.join(' ')}]\t[${names.join(' ')}]\t[${verbs.join(' ')}]\n`);
    }
  });

interface Row {
  /** `imagestreams.image.openshift.io/layers`; empty for a rule about URLs. */
  readonly resource: string;
  readonly urls: readonly string[];
  readonly names: readonly string[];
  readonly verbs: readonly string[];
  /** What rows are ordered by: the rule as Go prints it. */
  readonly order: string;
}

// k8s.io/kubectl pkg/util/rbac BreakdownRule
function breakDown({ verbs = [], apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] }: PolicyRule): readonly Row[] {
  const names = resourceNames.length === 0 ? [undefined] : resourceNames;
  const ofResources = apiGroups.flatMap((group) =>
    resources.flatMap((resource) =>
      names.map((name) => ({
        resource: withGroup(resource, group),
        urls: [],
        names: name === undefined ? [] : [name],
        verbs,
        order: orderKey(group, resource, name),
      })),
    ),
  );
  const ofUrls = nonResourceURLs.map((url) => ({ resource: '', urls: [url], names: [], verbs, order: `url ${url}` }));
  return [...ofResources, ...ofUrls];
}

// Rows are ordered by the rule's protobuf text, in which groups stand before resources
const orderKey = (group: string, resource: string, name = '') => `group ${group}\u0000${resource}\u0000${name}`;

// k8s.io/kubectl pkg/describe CombineResourceGroup
function withGroup(resource: string, group: string): string {
  const [plural, subresource] = resource.split('/', 2);
  return `${plural}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
}

// k8s.io/kubectl pkg/util/rbac CompactRules: verbs of the same resource come together
function compact(rows: readonly Row[]): readonly Row[] {
  const byOrder = new Map<string, Row>();
  for (const row of rows) {
    const known = byOrder.get(row.order);
    byOrder.set(row.order, known ? { ...known, verbs: [...known.verbs, ...row.verbs] } : row);
  }
  return [...byOrder.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
}
