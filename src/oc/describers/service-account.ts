import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import { kubectlText } from './described-text.ts';
import type { DescribeContext, Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';

interface ServiceAccount extends KubeObject {
  readonly imagePullSecrets?: readonly { readonly name: string }[];
  readonly secrets?: readonly { readonly name: string }[];
}

/** A ServiceAccount with its secrets; those that are gone are marked (k8s.io/kubectl pkg/describe describeServiceAccount). */
export const describeServiceAccount: Describer<ServiceAccount> = (account, context) =>
  kubectlText((text) => {
    const secrets = secretsOf(account, context);
    const named = (name: string) => (secrets && !secrets.some((secret) => secret.metadata.name === name) ? `${name} (not found)` : name);
    const tokens = (secrets ?? []).filter((secret) => isTokenOf(account, secret)).map(({ metadata }) => metadata.name);
    const lists = {
      'Image pull secrets:': (account.imagePullSecrets ?? []).map(({ name }) => named(name)),
      'Mountable secrets: ': (account.secrets ?? []).map(({ name }) => named(name)),
      'Tokens:            ': tokens,
    };
    writeNameAndNamespace(text, account);
    writeLabelsAndAnnotations(text, account);
    for (const [heading, names] of Object.entries(lists)) {
      if (names.length === 0) text.write(0, `${heading}\t<none>\n`);
      for (const [index, name] of names.entries()) text.write(0, `${index === 0 ? heading : ' '.repeat(heading.length)}\t${name}\n`);
    }
    writeEventsOf(text, account, context);
  });

function secretsOf({ metadata }: ServiceAccount, { client }: DescribeContext): readonly KubeObject[] | undefined {
  try {
    return client.list({ group: '', version: 'v1', resource: 'secrets' }, metadata.namespace).items;
  } catch (error) {
    if (error instanceof StatusError) return undefined;
    throw error;
  }
}

function isTokenOf(account: ServiceAccount, secret: KubeObject): boolean {
  const annotations = secret.metadata.annotations ?? {};
  return (
    secret.type === 'kubernetes.io/service-account-token' &&
    annotations['kubernetes.io/service-account.name'] === account.metadata.name &&
    annotations['kubernetes.io/service-account.uid'] === account.metadata.uid
  );
}
