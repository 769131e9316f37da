import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { createPrinter } from '../printers/output-format.ts';
import { printFlags } from '../printers/print-flags.ts';
import { alignRows } from '../printers/table.ts';

interface SelfSubjectReview extends KubeObject {
  readonly status: {
    readonly userInfo: {
      readonly username?: string;
      readonly uid?: string;
      readonly groups?: readonly string[];
      readonly extra?: Readonly<Record<string, readonly string[]>>;
    };
  };
}

const reviews = { group: 'authentication.k8s.io', version: 'v1', resource: 'selfsubjectreviews' } as const;

/** `oc auth whoami` (kubectl pkg/cmd/auth/whoami.go). */
export const authWhoAmI = defineCommand({
  path: 'auth whoami',
  use: 'whoami',
  flags: printFlags,
  async run({ flags, oc }) {
    const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview', metadata: { name: '' } };
    const review = ask(() => oc.client.create<KubeObject>(reviews, undefined, request)) as SelfSubjectReview;
    if (flags.output === '') oc.out(table(review));
    else oc.out((await createPrinter(oc, flags))(review));
  },
});

function ask<T>(create: () => T): T {
  try {
    return create();
  } catch (error) {
    if (error instanceof StatusError && error.status.reason === 'Forbidden')
      throw new OcError('the selfsubjectreviews API is not enabled in the cluster or you do not have permission to call it');
    throw error;
  }
}

function table({ status: { userInfo } }: SelfSubjectReview): string {
  const { username, uid, groups = [], extra = {} } = userInfo;
  return alignRows([
    ['ATTRIBUTE', 'VALUE'],
    ...(username ? [['Username', username]] : []),
    ...(uid ? [['UID', uid]] : []),
    ...(groups.length > 0 ? [['Groups', `[${groups.join(' ')}]`]] : []),
    ...Object.keys(extra)
      .sort()
      .map((key) => [`Extra: ${key}`, `[${extra[key]?.join(' ')}]`]),
  ]);
}
