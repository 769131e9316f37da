import type { BuildConfig } from '../api/build.ts';

const suffixes: Readonly<Record<string, string>> = { Bitbucket: 'bitbucket', Generic: 'generic', GitHub: 'github', GitLab: 'gitlab' };

/** Does a trigger wait for a call? */
export const isWebhook = (type: string): boolean => Object.hasOwn(suffixes, type);

/** The address that a webhook trigger waits at; undefined for other triggers (oc pkg/helpers/build/webhooks.go WebHookURL). */
export function webhookAddress(server: string, { metadata }: BuildConfig, type: string): string | undefined {
  const suffix = suffixes[type];
  if (suffix === undefined) return undefined;
  return `${server}/apis/build.openshift.io/v1/namespaces/${metadata.namespace}/buildconfigs/${metadata.name}/webhooks/<secret>/${suffix}`;
}
