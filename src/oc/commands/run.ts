import { goJsonError } from '../../api/go-json-error.ts';
import { own, setOwn } from '../../api/own.ts';
import type { EnvVar, Pod } from '../../api/pod.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { explicitNamespace, requireFlags } from '../create-subcommand.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError, SilentExit, UsageError } from '../errors.ts';
import { boolean, duration, int, string, stringArray, stringSlice } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { notice } from '../notice.ts';
import { parseLabels } from '../parse-labels.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';

const pods = { group: '', version: 'v1', resource: 'pods' } as const;
const services = { group: '', version: 'v1', resource: 'services' } as const;

const runFlags = {
  ...printFlags,
  annotations: stringArray(),
  attach: boolean(),
  cascade: string({ default: 'background', noOptDefault: 'background' }),
  command: boolean(),
  'dry-run': dryRunFlag,
  env: stringArray(),
  expose: boolean(),
  'field-manager': string({ default: 'kubectl-run' }),
  filename: stringSlice({ shorthand: 'f' }),
  force: boolean(),
  'grace-period': int({ default: -1 }),
  image: string(),
  'image-pull-policy': string(),
  kustomize: string({ shorthand: 'k' }),
  labels: string({ shorthand: 'l' }),
  'leave-stdin-open': boolean(),
  'override-type': string({ default: 'merge' }),
  overrides: string(),
  'pod-running-timeout': duration({ default: 60_000 }),
  port: string(),
  privileged: boolean(),
  quiet: boolean({ shorthand: 'q' }),
  recursive: boolean({ shorthand: 'R' }),
  restart: string({ default: 'Always', values: ['Always', 'OnFailure', 'Never'] }),
  rm: boolean(),
  'save-config': boolean(),
  stdin: boolean({ shorthand: 'i' }),
  timeout: duration(),
  tty: boolean({ shorthand: 't' }),
  wait: boolean(),
} as const;

type RunInvocation = Invocation<typeof runFlags>;

/** `oc run` (k8s.io/kubectl pkg/cmd/run/run.go). */
export const run = defineCommand({
  path: 'run',
  use: 'run NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...]',
  flags: runFlags,
  async run(invocation) {
    const { flags, oc } = invocation;
    requireFlags(invocation, ['image']);
    checkArguments(invocation);
    const dryRun = dryRunStrategy(oc, flags['dry-run']);
    const attach = flags.attach || (flags.stdin && !invocation.changed('attach'));
    if (flags.rm && !attach) throw usage('--rm should only be used for attached containers');
    if (attach && dryRun !== 'none') throw usage("--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)");
    checkPolicies(invocation);
    if (attach) refuseToAttach(invocation);
    const pod = podOf(invocation);
    // The client's own types drop what overrides have beside their fields
    const options = {
      dryRun: dryRun === 'server',
      fieldManager: flags['field-manager'],
      ...(flags.overrides !== '' && { fieldValidation: 'Ignore' as const }),
    };
    const made = dryRun === 'client' ? pod : oc.client.create(pods, oc.namespace, pod, options);
    if (flags.expose) {
      const service = serviceOf(oc, pod, flags.port);
      const exposed = dryRun === 'client' ? service : oc.client.create(services, oc.namespace, service, options);
      await printResult(oc, exposed, 'created', flags, dryRun);
      if (flags.output === 'yaml') oc.out('---\n');
    }
    await printResult(oc, made, 'created', flags, dryRun);
  },
});

/** Nobody can be attached to a simulated container; better no pod than one that was asked for in another way. */
function refuseToAttach({ flags, oc }: RunInvocation): never {
  oc.err(notice(oc.host.texts, 'unmodelled-flag', { command: 'oc run', flag: flags.attach ? '--attach' : '--stdin' }));
  throw new SilentExit();
}

const usage = (text: string): UsageError => new UsageError(text, { showHelpHint: true });

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const hostPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const imagePattern = new RegExp(
  `^(?:${hostPart}(?:\\.${hostPart})*(?::[0-9]+)?/)?${component}(?:/${component})*(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);

function checkArguments({ args, dashAt, flags }: RunInvocation): void {
  if (args.length === 0 || dashAt === 0) throw usage('NAME is required for run');
  if (flags.image === '') throw new OcError('--image is required');
  if (!imagePattern.test(flags.image)) throw new OcError(`Invalid image name ${goQuote(flags.image)}: invalid reference format`);
  if (flags.tty && !flags.stdin) throw usage('-i/--stdin is required for containers with -t/--tty=true');
  if (flags.expose && flags.port === '') throw usage('--port must be set when exposing a service');
}

function checkPolicies({ flags }: RunInvocation): void {
  if (!['', 'Always', 'OnFailure', 'Never'].includes(flags.restart)) throw usage(`invalid restart policy: ${flags.restart}`);
  if (!['', 'Always', 'IfNotPresent', 'Never'].includes(flags['image-pull-policy'])) throw usage(`invalid image pull policy: ${flags['image-pull-policy']}`);
}

function podOf({ args, flags, oc }: RunInvocation): Pod {
  const [name = '', ...rest] = args;
  const labels = flags.labels === '' ? { run: name } : parseLabels(flags.labels);
  const annotations = Object.fromEntries(flags.annotations.map((text) => pairOf(text, 'annotations')));
  const restartPolicy = (flags.restart || (flags.stdin ? 'OnFailure' : 'Always')) as 'Always';
  const made: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, ...explicitNamespace(oc), labels, ...(flags.annotations.length > 0 && { annotations }), creationTimestamp: null },
    spec: { containers: [containerOf(name, rest, flags)], dnsPolicy: 'ClusterFirst', restartPolicy },
    status: {},
  };
  return flags.overrides === '' ? made : (merged(made, parseOverrides(flags.overrides)) as Pod);
}

function containerOf(name: string, rest: readonly string[], flags: RunInvocation['flags']) {
  const env = flags.env.map(environmentVariable);
  const port = flags.port === '' ? undefined : Number(flags.port);
  if (port !== undefined && !Number.isInteger(port)) throw new OcError(`strconv.Atoi: parsing ${goQuote(flags.port)}: invalid syntax`);
  const policy = flags['image-pull-policy'];
  return {
    name,
    image: flags.image,
    ...(rest.length > 0 && (flags.command ? { command: rest } : { args: rest })),
    ...(port !== undefined && { ports: [{ containerPort: port }] }),
    ...(env.length > 0 && { env }),
    resources: {},
    ...(policy !== '' && { imagePullPolicy: policy as 'Always' }),
    ...(flags.stdin && { stdin: true, ...(!flags['leave-stdin-open'] && { stdinOnce: true }) }),
    ...(flags.tty && { tty: true }),
    ...(flags.privileged && { securityContext: { privileged: true } }),
  };
}

function environmentVariable(text: string): EnvVar {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(at, 0));
  if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) throw new OcError(`invalid env: ${text}`);
  return { name, ...(text.length > at + 1 && { value: text.slice(at + 1) }) };
}

function pairOf(text: string, what: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new OcError(`invalid ${what} format: ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function serviceOf(oc: OcContext, pod: Pod, port: string) {
  const { name, labels = {} } = pod.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...explicitNamespace(oc), creationTimestamp: null },
    spec: { ports: [{ protocol: 'TCP', port: Number(port), targetPort: Number(port) }], selector: labels },
    status: { loadBalancer: {} },
  };
}

// evanphx/json-patch MergePatch
function parseOverrides(text: string): unknown {
  const problem = goJsonError(text);
  if (problem !== undefined) throw new OcError('Invalid JSON Patch');
  return JSON.parse(text);
}

/** A JSON merge patch over an object. */
function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: Record<string, unknown> = { ...(typeof target === 'object' ? target : {}) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else setOwn(result, key, merged(own(result, key), value));
  }
  return result;
}
