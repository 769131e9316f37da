import type { KubeObject } from '../../api/meta.ts';
import { qualifiedResource } from '../../api/resource.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { string } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import type { PrintSettings } from '../printers/output-format.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { rolloutObjects, rolloutQueryFlags } from '../rollout/rollout-query.ts';

const flags = { ...rolloutQueryFlags, ...printFlags, 'field-manager': string({ default: 'kubectl-rollout' }) };

interface Change {
  /** Past tense, for the message. */
  readonly done: string;
  /** The strategic merge patch. Throws why it cannot be. */
  patch(object: KubeObject, now: number): unknown;
}

const pausable = ['Deployment', 'DeploymentConfig'];
const restartable = ['Deployment', 'DaemonSet', 'StatefulSet'];
const isPaused = (object: KubeObject): boolean => (object.spec as { readonly paused?: boolean } | undefined)?.paused ?? false;

const pausing: Change = {
  done: 'paused',
  patch(object) {
    if (!pausable.includes(object.kind)) throw new OcError('pausing is not supported');
    if (isPaused(object)) throw new OcError('is already paused');
    return { spec: { paused: true } };
  },
};

const resuming: Change = {
  done: 'resumed',
  patch(object) {
    if (!pausable.includes(object.kind)) throw new OcError('resuming is not supported');
    if (!isPaused(object)) throw new OcError('is not paused');
    return { spec: { paused: null } };
  },
};

const restarting: Change = {
  done: 'restarted',
  patch(object, now) {
    if (!restartable.includes(object.kind)) throw new OcError('restarting is not supported');
    if (isPaused(object)) throw new OcError("can't restart paused deployment (run rollout resume first)");
    const restartedAt = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
    return { spec: { template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': restartedAt } } } } };
  },
};

/** `oc rollout pause` (k8s.io/kubectl pkg/cmd/rollout/rollout_pause.go). */
export const rolloutPause = changeCommand('pause (TYPE NAME | TYPE/NAME) [flags]', pausing);

/** `oc rollout resume` (k8s.io/kubectl pkg/cmd/rollout/rollout_resume.go). */
export const rolloutResume = changeCommand('resume (TYPE NAME | TYPE/NAME) [flags]', resuming);

/** `oc rollout restart` (k8s.io/kubectl pkg/cmd/rollout/rollout_restart.go). */
export const rolloutRestart = changeCommand('restart (TYPE NAME | TYPE/NAME) [flags]', restarting);

function changeCommand(use: string, change: Change) {
  return defineCommand({
    path: `rollout ${use.split(' ')[0]}`,
    use,
    flags,
    arguments: ['resource', 'name'],
    async run({ args, flags: values, oc }) {
      const { infos, errors } = await rolloutObjects(oc, args, values);
      const failures: unknown[] = [...errors];
      for (const info of infos) await changeObject(oc, info, change, values).catch((error: unknown) => failures.push(error));
      if (infos.length === 0 && failures.length === 0) oc.err(`No resources found in ${oc.namespace} namespace.\n`);
      throwErrors(failures);
    },
  });
}

async function changeObject(
  oc: OcContext,
  info: ResourceObject,
  change: Change,
  settings: PrintSettings & { readonly 'field-manager': string },
): Promise<void> {
  const { mapping, namespace, name, object } = info;
  const patch = patchOf(change, info, oc.host.now());
  const options = { fieldManager: settings['field-manager'] };
  const patched = patchObject(() => oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, options));
  await printResult(oc, patched ?? object, change.done, settings);
}

function patchOf(change: Change, { mapping, name, object }: ResourceObject, now: number): unknown {
  try {
    return change.patch(object, now);
  } catch (error) {
    throw new OcError(`error: ${qualifiedResource(mapping)} ${goQuote(name)} ${(error as Error).message}`);
  }
}

function patchObject(send: () => KubeObject): KubeObject {
  try {
    return send();
  } catch (error) {
    throw new OcError(`failed to patch: ${(error as Error).message}`);
  }
}
