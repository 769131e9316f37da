import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, duration, int } from '../flags.ts';
import { giveUp, passTime } from '../pass-time.ts';
import { type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { rolloutObjects, rolloutQueryFlags } from '../rollout/rollout-query.ts';
import { statusViewerFor } from '../rollout/status-text.ts';

/** `oc rollout status` (k8s.io/kubectl pkg/cmd/rollout/rollout_status.go). */
export const rolloutStatus = defineCommand({
  path: 'rollout status',
  use: 'status (TYPE NAME | TYPE/NAME) [flags]',
  flags: { ...rolloutQueryFlags, revision: int(), timeout: duration(), watch: boolean({ shorthand: 'w', default: true }) },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    const { infos, errors } = await rolloutObjects(oc, args, flags);
    if (flags.revision < 0) throw new OcError(`revision must be a positive integer: ${flags.revision}`);
    throwErrors(errors);
    for (const info of infos) await watchRollout(oc, info, flags);
    if (infos.length === 0) oc.err(`No resources found in ${oc.namespace} namespace.\n`);
  },
});

interface WatchOptions {
  readonly revision: number;
  readonly timeout: number;
  readonly watch: boolean;
}

/** Prints each state until the rollout is done (watch UntilWithSync). */
async function watchRollout(oc: OcContext, { mapping, namespace, name, object }: ResourceObject, { revision, timeout, watch }: WatchOptions): Promise<void> {
  const view = statusViewerFor(mapping);
  const until = timeout > 0 ? oc.host.now() + timeout : undefined;
  const events = oc.client.watch(mapping, namespace, { fieldSelector: `metadata.name=${name}` });
  for (;;) {
    for (const { type, object: current } of events.next()) {
      if (type === 'DELETED' || current.metadata.uid !== object.metadata.uid) throw new OcError('object has been deleted');
      const { text, done } = view(current, revision);
      oc.out(text);
      if (done || !watch) return;
    }
    const passed = await passTime(oc, until);
    if (passed === 'over') throw new OcError('timed out waiting for the condition');
    if (passed === 'idle') return giveUp(oc);
  }
}
