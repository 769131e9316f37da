import type { CallOptions } from '../api/client.ts';
import { StatusError } from '../api/status.ts';
import type { OcContext } from './command.ts';
import { withSource } from './error-source.ts';
import { OcError } from './errors.ts';
import { giveUp, passTime } from './pass-time.ts';
import { checkResourceName, isNotFound, type Target } from './resource-arguments.ts';

/** One object that was asked to go, with the uid it had. */
export interface Deletion {
  readonly target: Target & { readonly name: string };
  readonly uid: string | undefined;
}

/** Asks the server to delete one object. */
export function deleteObject(oc: OcContext, target: Target & { readonly name: string }, options: CallOptions): Deletion {
  const { mapping, namespace, name, source } = target;
  checkResourceName(name);
  try {
    const answer = oc.client.delete(mapping, namespace, name, options) as {
      readonly metadata?: { readonly uid?: string };
      readonly details?: { readonly uid?: string };
    };
    return { target, uid: answer.details?.uid ?? answer.metadata?.uid };
  } catch (error) {
    throw withSource(error, 'deleting', source);
  }
}

/** Waits until the objects are gone, as finalizers and grace periods let them (kubectl pkg/cmd/wait IsDeleted). */
export async function waitForDeletion(oc: OcContext, deletions: readonly Deletion[], timeoutMs: number): Promise<void> {
  const until = timeoutMs > 0 ? oc.host.now() + timeoutMs : undefined;
  for (const deletion of deletions) {
    while (isStillThere(oc, deletion)) {
      const passed = await passTime(oc, until);
      if (passed === 'idle') giveUp(oc);
      if (passed === 'over') throw new OcError(`timed out waiting for the condition on ${deletion.target.mapping.resource}/${deletion.target.name}`);
    }
  }
}

function isStillThere(oc: OcContext, { target, uid }: Deletion): boolean {
  try {
    const object = oc.client.get(target.mapping, target.namespace, target.name);
    return uid === undefined || object.metadata.uid === uid;
  } catch (error) {
    if (isNotFound(error) || error instanceof StatusError) return false;
    throw error;
  }
}
