import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeLabelsAndAnnotations } from './kubectl-metadata.ts';

interface RoleBinding extends KubeObject {
  readonly roleRef?: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

/** A RoleBinding or ClusterRoleBinding (k8s.io/kubectl pkg/describe RoleBindingDescriber). */
export const describeRoleBinding: Describer<RoleBinding> = (binding) =>
  kubectlText((text) => {
    text.write(0, `Name:\t${binding.metadata.name}\n`);
    writeLabelsAndAnnotations(text, binding);
    text.write(0, 'Role:\n');
    text.write(1, `Kind:\t${binding.roleRef?.kind ?? ''}\n`);
    text.write(1, `Name:\t${binding.roleRef?.name ?? ''}\n`);
    text.write(0, 'Subjects:\n');
    text.write(1, 'Kind\tName\tNamespace\n');
    text.write(1, '----\t----\t---------\n');
    for (const { kind, name, namespace = '' } of binding.subjects ?? []) text.write(1, `${kind}\t${name}\t${namespace}\n`);
  });
