import type { ImageStream } from '../api/image.ts';
import type { KubeObject } from '../api/meta.ts';
import type { ChangeRecord } from '../simulation/store.ts';

/** Objects that a goal is about: all of a resource in the project, or the one with this name. */
export interface Subject {
  readonly group: string;
  readonly resource: string;
  readonly name?: string;
  /** Of an image stream, the tag that matters: what was written to other tags is not spoken of. */
  readonly tag?: string;
  /** Where it is not the lab's own project; null for what belongs to the whole cluster. */
  readonly project?: string | null;
}

const subject =
  (group: string, resource: string) =>
  (name?: string, project?: string): Subject => ({ group, resource, ...(name !== undefined && { name }), ...(project !== undefined && { project }) });

export const secrets = subject('', 'secrets');
export const serviceAccounts = subject('', 'serviceaccounts');
export const pods = subject('', 'pods');
export const services = subject('', 'services');
export const imageStreams = subject('image.openshift.io', 'imagestreams');
export const imageStreamTags = (stream: string, tag: string, project?: string): Subject => ({ ...imageStreams(stream, project), tag });
export const deployments = subject('apps', 'deployments');
export const deploymentConfigs = subject('apps.openshift.io', 'deploymentconfigs');
export const jobs = subject('batch', 'jobs');
export const cronJobs = subject('batch', 'cronjobs');
export const buildConfigs = subject('build.openshift.io', 'buildconfigs');
export const builds = subject('build.openshift.io', 'builds');
export const roleBindings = subject('rbac.authorization.k8s.io', 'rolebindings');
export const configMaps = subject('', 'configmaps');
/** image.config.openshift.io/cluster: how the cluster treats registries. */
export const imageConfig: Subject = { group: 'config.openshift.io', resource: 'images', name: 'cluster', project: null };

/** Did this change touch the subject, in a lab of this project? */
export function touches(subject: Subject, change: ChangeRecord, project: string): boolean {
  const { group, resource } = change.resource;
  const { name, namespace } = change.object.metadata;
  return (
    group === subject.group &&
    resource === subject.resource &&
    (subject.name === undefined || name === subject.name) &&
    namespace === namespaceOf(subject, project) &&
    (subject.tag === undefined || tagText(change.object, subject.tag) !== tagText(change.previous, subject.tag))
  );
}

/** What changes with every import of the stream, whichever tag was meant. */
const counted = ['generation', 'created', 'lastTransitionTime'];

/** What a stream declares for a tag and has recorded for it, as comparable text. */
function tagText(object: KubeObject | undefined, tag: string): string {
  const { spec, status } = (object ?? {}) as Partial<ImageStream>;
  return JSON.stringify([spec?.tags?.find(({ name }) => name === tag), status?.tags?.find((list) => list.tag === tag)], (key, value) =>
    counted.includes(key) ? undefined : value,
  );
}

/** Where a subject lies; undefined for what belongs to the whole cluster. */
export const namespaceOf = ({ project: own }: Subject, project: string): string | undefined => (own === null ? undefined : (own ?? project));
