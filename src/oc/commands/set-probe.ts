import type { Container, PodSpec } from '../../api/pod.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { containerPattern } from '../container-pattern.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, int, string } from '../flags.ts';
import { portValue } from '../port-value.ts';
import { changePodSpecs, objectsToSet, setFlags } from '../set-pod-spec.ts';

const numbers = {
  'failure-threshold': { field: 'failureThreshold', least: 1 },
  'initial-delay-seconds': { field: 'initialDelaySeconds', least: 0 },
  'period-seconds': { field: 'periodSeconds', least: 0 },
  'success-threshold': { field: 'successThreshold', least: 1 },
  'timeout-seconds': { field: 'timeoutSeconds', least: 0 },
} as const;

const probeFlags = {
  ...setFlags,
  containers: string({ shorthand: 'c', default: '*' }),
  'failure-threshold': int(),
  'get-url': string(),
  'initial-delay-seconds': int(),
  liveness: boolean(),
  'open-tcp': string(),
  'period-seconds': int(),
  readiness: boolean(),
  remove: boolean(),
  startup: boolean(),
  'success-threshold': int(),
  'timeout-seconds': int(),
} as const;

type SetProbe = Invocation<typeof probeFlags>;

/** `oc set probe` (oc pkg/cli/set/probe.go). */
export const setProbe = defineCommand({
  path: 'set probe',
  use: 'probe RESOURCE/NAME --readiness|--liveness [flags] (--get-url=URL|--open-tcp=PORT|-- CMD)',
  flags: probeFlags,
  arguments: ['resource', 'name'],
  async run(invocation) {
    const { args, dashAt, flags, oc } = invocation;
    if (flags.filename.length === 0 && args.length === 0) {
      throw new UsageError('one or more resources must be specified as <resource> <name> or <resource>/<name>', { showHelpHint: true });
    }
    const resources = dashAt < 0 ? args : args.slice(0, dashAt);
    const command = dashAt < 0 ? undefined : args.slice(dashAt);
    check(invocation, command);
    const settings = probeSettings(invocation, command);
    const infos = await objectsToSet(oc, resources, flags);
    await changePodSpecs(oc, infos, flags, {
      change: (spec) => withProbes(oc, spec, flags, settings),
      operation: 'probes updated',
      failure: 'failed to patch probes: ',
    });
  },
});

function check({ changed, flags }: SetProbe, command: readonly string[] | undefined): void {
  if (!flags.readiness && !flags.liveness && !flags.startup) throw new OcError('you must specify at least one of --readiness, --liveness, --startup');
  const actions = [command !== undefined, flags['open-tcp'] !== '', flags['get-url'] !== ''].filter(Boolean).length;
  if (flags.remove && actions > 0) throw new OcError('--remove may not be used with any flag except --readiness or --liveness');
  if (actions > 1) throw new OcError('you may only set one of --get-url, --open-tcp, or command');
  if (Number(flags['open-tcp']) > 65535) throw new OcError('--open-tcp must be a port number between 1 and 65535 or an IANA port name');
  for (const [flag, { least }] of Object.entries(numbers) as [keyof typeof numbers, { least: number }][]) {
    if (changed(flag) && flags[flag] < least) throw new OcError(`--${flag} may not be ${least === 1 ? 'less than one' : 'negative'}`);
  }
}

type Probe = Readonly<Record<string, unknown>>;

/** The fields that flags set: an action replaces the one before, numbers are put beside it. */
function probeSettings({ changed, flags }: SetProbe, command: readonly string[] | undefined): { readonly action: Probe | undefined; readonly fields: Probe } {
  const typed = (Object.keys(numbers) as (keyof typeof numbers)[]).filter((flag) => changed(flag));
  const fields = Object.fromEntries(typed.map((flag) => [numbers[flag].field, flags[flag]]));
  if (command) return { action: { exec: { command } }, fields };
  if (flags['get-url'] !== '') return { action: { httpGet: httpGet(flags['get-url']) }, fields };
  return { action: flags['open-tcp'] === '' ? undefined : { tcpSocket: { port: portValue(flags['open-tcp']) } }, fields };
}

function httpGet(text: string): Probe {
  const match = /^(?:([a-z][a-z0-9+.-]*):)?\/\/([^/:?]*)(?::([^/?]*))?(\/[^?]*)?(\?.*)?$/i.exec(text);
  const [, scheme = '', host = '', port = '', path = '', query = ''] = match ?? [];
  if (!match || port === '') throw new OcError('port must be specified as part of a url');
  return {
    path: `${path === '' ? '/' : path}${query}`,
    port: portValue(port),
    ...(host !== '' && host !== 'localhost' && { host }),
    ...(scheme !== '' && { scheme: scheme.toUpperCase() }),
  };
}

const actions = ['exec', 'httpGet', 'tcpSocket', 'grpc'];

function withProbes(oc: OcContext, spec: PodSpec, flags: SetProbe['flags'], { action, fields }: ReturnType<typeof probeSettings>): PodSpec {
  const pattern = containerPattern(flags.containers);
  const kinds = (['readiness', 'liveness', 'startup'] as const).filter((kind) => flags[kind]).map((kind) => `${kind}Probe`);
  if (!spec.containers.some(({ name }) => pattern.test(name))) oc.err(`warning: no containers matching "${flags.containers}"\n`);
  const change = (container: Container): Container => {
    if (!pattern.test(container.name)) return container;
    const others = Object.fromEntries(Object.entries(container).filter(([field]) => !kinds.includes(field)));
    if (flags.remove) return others as unknown as Container;
    const probes = kinds.map((kind) => [kind, withAction((container[kind] ?? {}) as Probe, action, fields)]);
    return { ...others, ...Object.fromEntries(probes) } as unknown as Container;
  };
  return { ...spec, containers: spec.containers.map(change) };
}

function withAction(probe: Probe, action: Probe | undefined, fields: Probe): Probe {
  const before = action ? Object.fromEntries(Object.entries(probe).filter(([field]) => !actions.includes(field))) : probe;
  return { ...before, ...action, ...fields };
}
