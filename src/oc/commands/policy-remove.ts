import { type Command, defineCommand, type Invocation, type OcContext } from '../command.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { bindingsIn, type RoleBinding } from '../policy/role-bindings.ts';
import { type Subject, subjectsOf, withoutSubjects } from '../policy/subjects.ts';
import { createPrinter } from '../printers/output-format.ts';
import { printFlags } from '../printers/print-flags.ts';

const flags = { ...printFlags, 'dry-run': dryRunFlag } as const;

type RemoveFromProject = Invocation<typeof flags>;

/** `oc policy remove-user` and `remove-group`: takes every role in the project away (oc pkg/cli/admin/policy/remove_from_project.go). */
export const policyRemoveCommands: readonly Command[] = (['policy', 'adm policy'] as const).flatMap((parent) =>
  (['user', 'group'] as const).map(
    (what) =>
      defineCommand({
        path: `${parent} remove-${what}`,
        use: `remove-${what} ${what.toUpperCase()} [${what.toUpperCase()} ...]`,
        flags,
        run: (invocation) => removeFromProject(invocation, what),
      }) as unknown as Command,
  ),
);

async function removeFromProject({ args, flags: typed, oc }: RemoveFromProject, what: 'user' | 'group'): Promise<void> {
  if (args.length === 0) throw new OcError(`you must specify at least one argument: <${what}> [${what}]...`);
  const isDryRun = dryRunStrategy(oc, typed['dry-run']) === 'client';
  const removed = what === 'user' ? subjectsOf(args, []) : subjectsOf([], args);
  const changes = changesOf(oc, removed);
  if (typed.output !== '') {
    const items = changes.map(({ next }) => next);
    oc.out((await createPrinter(oc, typed))({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items }));
    return;
  }
  const suffix = ` in project ${oc.namespace}${isDryRun ? ' (dry client run)' : ''}.\n`;
  const found = new Set<string>();
  for (const { binding, next } of changes) {
    if (!isDryRun) store(oc, next);
    for (const [kind, names] of lostNames(binding, next)) {
      if (kind === `${what}s`) for (const name of names) found.add(name);
      oc.out(`Removing ${roleOf(binding)} from ${kind} [${names.join(' ')}]${suffix}`);
    }
  }
  const strangers = [...new Set(args)].filter((name) => !found.has(name)).sort();
  if (strangers.length > 0) oc.out(`${what === 'user' ? 'Users' : 'Groups'} [${strangers.join(' ')}] were not bound to roles${suffix}`);
}

interface BindingChange {
  readonly binding: RoleBinding;
  readonly next: RoleBinding;
}

/** The bindings that name somebody who is to go, the last name first. */
function changesOf({ client, namespace }: OcContext, removed: readonly Subject[]): readonly BindingChange[] {
  const bindings = client.list<RoleBinding>(bindingsIn(namespace), namespace).items;
  return [...bindings]
    .sort((a, b) => (a.metadata.name < b.metadata.name ? 1 : -1))
    .map((binding) => ({ binding, next: { ...binding, subjects: withoutSubjects(binding.subjects ?? [], removed) } }))
    .filter(({ binding, next }) => next.subjects.length < (binding.subjects ?? []).length);
}

function store({ client, namespace }: OcContext, binding: RoleBinding): void {
  if ((binding.subjects ?? []).length > 0) client.update(bindingsIn(namespace), namespace, binding);
  else client.delete(bindingsIn(namespace), namespace, binding.metadata.name);
}

const roleOf = ({ roleRef, metadata }: RoleBinding): string => (roleRef.kind === 'ClusterRole' ? roleRef.name : `${metadata.namespace}/${roleRef.name}`);

const kinds = { User: 'users', Group: 'groups', ServiceAccount: 'serviceaccounts' } as const;

/** Who is no longer in the binding, by kind. */
function lostNames(binding: RoleBinding, next: RoleBinding): readonly (readonly [string, readonly string[]])[] {
  const lost = withoutSubjects(binding.subjects ?? [], next.subjects ?? []);
  const named = ({ kind, name, namespace }: Subject) => (kind === 'ServiceAccount' ? `${namespace}/${name}` : name);
  return (Object.keys(kinds) as (keyof typeof kinds)[])
    .map((kind) => [kinds[kind], [...new Set(lost.filter((subject) => subject.kind === kind).map(named))].sort()] as const)
    .filter(([, names]) => names.length > 0);
}
