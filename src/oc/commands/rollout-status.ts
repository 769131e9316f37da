import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, duration, int } from '../flags.ts';
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

/** How often the object is looked at, in virtual time. */
const interval = 250;
/** A wait without end is given up after this much virtual time. */
const patience = 6 * 3600 * 1000;

/** Prints each state until the rollout is done (watch UntilWithSync). */
async function watchRollout(oc: OcContext, { mapping, namespace, name, object }: ResourceObject, { revision, timeout, watch }: WatchOptions): Promise<void> {
  const view = statusViewerFor(mapping);
  const started = oc.host.now();
  const until = started + (timeout > 0 ? timeout : patience);
  let current: KubeObject | undefined = object;
  let seen: string | undefined;
  for (;;) {
    if (!current || current.metadata.uid !== object.metadata.uid) throw new OcError('object has been deleted');
    if (current.metadata.resourceVersion !== seen) {
      seen = current.metadata.resourceVersion;
      const { text, done } = view(current, revision);
      oc.out(text);
      if (done || !watch) return;
    }
    if (oc.host.now() >= until || oc.host.signal?.aborted) throw new OcError('timed out waiting for the condition');
    await oc.host.sleep(Math.min(interval, until - oc.host.now()));
    current = oc.client.find(mapping, namespace, name);
  }
}
