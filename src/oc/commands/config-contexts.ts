import { defineCommand, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { contextNamed, upsert } from '../kubeconfig.ts';
import { alignRows } from '../printers/table.ts';

/** `oc config current-context`. */
export const configCurrentContext = defineCommand({
  path: 'config current-context',
  use: 'current-context',
  flags: {},
  examples: ['oc config current-context'],
  run({ oc }) {
    const current = oc.kubeconfig['current-context'];
    if (current === '') throw new OcError('current-context is not set');
    oc.out(`${current}\n`);
  },
});

/** `oc config get-contexts` (kubectl pkg/cmd/config/get_contexts.go). */
export const configGetContexts = defineCommand({
  path: 'config get-contexts',
  use: 'get-contexts [(-o|--output=)name)]',
  flags: { 'no-headers': boolean(), output: string({ shorthand: 'o', values: ['name'] }) },
  examples: ['oc config get-contexts', 'oc config get-contexts -o name'],
  run({ args, flags, oc }) {
    if (flags.output !== '' && flags.output !== 'name')
      throw new UsageError(`--output ${flags.output} is not available in kubectl config get-contexts; resource to Usage`);
    const { contexts, 'current-context': current } = oc.kubeconfig;
    const wanted = args.length === 0 ? contexts : contexts.filter(({ name }) => args.includes(name));
    const missing = args.filter((name) => !contextNamed(oc.kubeconfig, name));
    if (flags.output === 'name') oc.out(wanted.map(({ name }) => `${name}\n`).join(''));
    else {
      const rows = wanted.map(({ name, context }) => [name === current ? '*' : '', name, context.cluster, context.user, context.namespace ?? '']);
      oc.out(alignRows(flags['no-headers'] ? rows : [['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'], ...rows]));
    }
    if (missing.length > 0) throw new OcError(missing.map((name) => `context ${name} not found`).join('\n'));
  },
});

/** `oc config use-context`. */
export const configUseContext = defineCommand({
  path: 'config use-context',
  use: 'use-context CONTEXT_NAME',
  aliases: ['use'],
  flags: {},
  examples: ['oc config use-context default/api-ocp4-example-com:6443/developer'],
  async run({ args, oc }) {
    const [name] = args;
    if (args.length !== 1 || name === undefined) throw new OcError('accepts 1 arg(s), received '.concat(String(args.length)));
    if (!contextNamed(oc.kubeconfig, name)) throw new OcError(`no context exists with the name: ${JSON.stringify(name)}`);
    await oc.saveKubeconfig({ ...oc.kubeconfig, 'current-context': name });
    oc.out(`Switched to context "${name}".\n`);
  },
});

/** `oc config set-context` (kubectl pkg/cmd/config/set_context.go); cluster, user and namespace are the global flags. */
export const configSetContext = defineCommand({
  path: 'config set-context',
  use: 'set-context [NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]',
  flags: { cluster: string(), current: boolean(), namespace: string({ shorthand: 'n' }), user: string() },
  examples: ['oc config set-context --current --namespace=images-review'],
  async run({ args, flags, changed, oc }) {
    const name = flags.current ? oc.kubeconfig['current-context'] : args[0];
    if (flags.current && args.length > 0) throw new OcError('you cannot specify both a context name and --current');
    if (!flags.current && args.length > 1) throw new OcError('Unexpected args: ['.concat(args.join(' '), ']'));
    if (!flags.current && !args[0]) throw new OcError('you must specify a non-empty context name or --current');
    if (name === undefined || name === '') throw new OcError('no current context is set');
    const before = contextNamed(oc.kubeconfig, name);
    const context = {
      cluster: changed('cluster') ? flags.cluster : (before?.cluster ?? ''),
      ...((changed('namespace') ? flags.namespace : before?.namespace) && { namespace: changed('namespace') ? flags.namespace : before?.namespace }),
      user: changed('user') ? flags.user : (before?.user ?? ''),
    };
    await oc.saveKubeconfig({ ...oc.kubeconfig, contexts: upsert(oc.kubeconfig.contexts, { name, context }) });
    oc.out(`Context "${name}" ${before ? 'modified' : 'created'}.\n`);
  },
});

/** `oc config delete-context`. */
export const configDeleteContext = defineCommand({
  path: 'config delete-context',
  use: 'delete-context NAME',
  flags: {},
  examples: ['oc config delete-context default/api-ocp4-example-com:6443/developer'],
  async run({ args, oc }) {
    const name = oneName(args);
    if (!contextNamed(oc.kubeconfig, name)) throw new OcError(`cannot delete context ${name}, not in ${configPath(oc)}`);
    if (oc.kubeconfig['current-context'] === name)
      oc.err('warning: this removed your active context, use "kubectl config use-context" to select a different one\n');
    await oc.saveKubeconfig({ ...oc.kubeconfig, contexts: oc.kubeconfig.contexts.filter((each) => each.name !== name) });
    oc.out(`deleted context ${name} from ${configPath(oc)}\n`);
  },
});

/** `oc config rename-context`. */
export const configRenameContext = defineCommand({
  path: 'config rename-context',
  use: 'rename-context CONTEXT_NAME NEW_NAME',
  flags: {},
  examples: ['oc config rename-context old-name new-name'],
  async run({ args, oc }) {
    const [from = '', to = ''] = args;
    if (args.length !== 2) throw new OcError(`accepts 2 arg(s), received ${args.length}`);
    const context = contextNamed(oc.kubeconfig, from);
    if (!context) throw new OcError(`cannot rename the context ${JSON.stringify(from)}, it's not in ${configPath(oc)}`);
    if (contextNamed(oc.kubeconfig, to))
      throw new OcError(`cannot rename the context ${JSON.stringify(from)}, the context ${JSON.stringify(to)} already exists in ${configPath(oc)}`);
    const contexts = upsert(
      oc.kubeconfig.contexts.filter(({ name }) => name !== from),
      { name: to, context },
    );
    const current = oc.kubeconfig['current-context'] === from ? to : oc.kubeconfig['current-context'];
    await oc.saveKubeconfig({ ...oc.kubeconfig, contexts, 'current-context': current });
    oc.out(`Context "${from}" renamed to "${to}".\n`);
  },
});

function oneName(args: readonly string[]): string {
  const [name] = args;
  if (args.length !== 1 || name === undefined) throw new OcError(`accepts 1 arg(s), received ${args.length}`);
  return name;
}

const configPath = (oc: OcContext) => oc.host.env.KUBECONFIG || `${oc.host.env.HOME ?? ''}/.kube/config`;
