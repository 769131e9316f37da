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

/** A rule about one resource, or one URL. */
interface Row {
  /** `imagestreams.image.openshift.io/layers`; empty for a rule about URLs. */
  readonly resource: string;
  readonly urls: readonly string[];
  readonly names: readonly string[];
  readonly verbs: readonly string[];
  /** All but the verbs, as Go prints a rule: rows that have it in common become one. */
  readonly rest: string;
}

// k8s.io/kubectl pkg/util/rbac BreakdownRule
function breakDown({ verbs = [], apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] }: PolicyRule): readonly Row[] {
  const nameLists = resourceNames.length === 0 ? [[]] : resourceNames.map((name) => [name]);
  const ofResources = apiGroups.flatMap((group) =>
    resources.flatMap((resource) =>
      nameLists.map((names) => ({ resource: withGroup(resource, group), urls: [], names, verbs, rest: restText(group, resource, names) })),
    ),
  );
  const ofUrls = nonResourceURLs.map((url) => ({
    resource: '',
    urls: [url],
    names: [],
    verbs,
    rest: `APIGroups:[],Resources:[],ResourceNames:[],NonResourceURLs:[${url}],}`,
  }));
  return [...ofResources, ...ofUrls];
}

const restText = (group: string, resource: string, names: readonly string[]) =>
  `APIGroups:[${group}],Resources:[${resource}],ResourceNames:[${names.join(' ')}],NonResourceURLs:[],}`;

// k8s.io/kubectl pkg/describe CombineResourceGroup
function withGroup(resource: string, group: string): string {
  const [plural, subresource] = resource.split('/', 2);
  return `${plural}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
}

// k8s.io/kubectl pkg/util/rbac CompactRules, then SortableRuleSlice: by the rule as Go prints it, verbs first
function compact(rows: readonly Row[]): readonly Row[] {
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const known = merged.get(row.rest);
    merged.set(row.rest, known ? { ...known, verbs: [...new Set([...known.verbs, ...row.verbs])] } : row);
  }
  const printed = ({ verbs, rest }: Row) => `Verbs:[${verbs.join(' ')}],${rest}`;
  return [...merged.values()].sort((a, b) => (printed(a) < printed(b) ? -1 : 1));
}
