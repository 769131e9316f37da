import type { ChangeRecord } from '../simulation/store.ts';

/** Objects that a goal is about: all of a resource in the project, or the one with this name. */
export interface Subject {
  readonly group: string;
  readonly resource: string;
  readonly name?: string;
}

const subject =
  (group: string, resource: string) =>
  (name?: string): Subject => ({ group, resource, ...(name !== undefined && { name }) });

export const secrets = subject('', 'secrets');
export const serviceAccounts = subject('', 'serviceaccounts');
export const pods = subject('', 'pods');
export const imageStreams = subject('image.openshift.io', 'imagestreams');
export const deployments = subject('apps', 'deployments');
export const deploymentConfigs = subject('apps.openshift.io', 'deploymentconfigs');

/** Did this change touch the subject? */
export function touches(subject: Subject, change: ChangeRecord): boolean {
  const { group, resource } = change.resource;
  return group === subject.group && resource === subject.resource && (subject.name === undefined || change.object.metadata.name === subject.name);
}
