import type { ApiClient } from '../api/client.ts';
import type { KubeObject } from '../api/meta.ts';
import { StatusError } from '../api/status.ts';

export const projects = { group: 'project.openshift.io', version: 'v1', resource: 'projects' } as const;

/** Projects the user may see, by name. */
export function listProjects(client: ApiClient): readonly KubeObject[] {
  return [...client.list(projects).items].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

/** Throws where the user may not see the project, or there is none. */
export function confirmProjectAccess(client: ApiClient, name: string): void {
  client.get(projects, undefined, name);
}

/** Not found, or forbidden: no such project as far as this user goes. */
export const isDenied = (error: unknown): error is StatusError =>
  error instanceof StatusError && (error.status.reason === 'NotFound' || error.status.reason === 'Forbidden');

/** `Second (whoami-second)`, or the name alone (oc pkg/cli/project DisplayNameForProject). */
export function displayName(project: KubeObject): string {
  const shown = project.metadata.annotations?.['openshift.io/display-name'] || project.metadata.annotations?.displayName;
  return shown && shown !== project.metadata.name ? `${shown} (${project.metadata.name})` : project.metadata.name;
}
