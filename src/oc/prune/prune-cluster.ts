import type { Build, BuildConfig } from '../../api/build.ts';
import type { LimitRange } from '../../api/core.ts';
import { type Image, type ImageStream, imageGroup } from '../../api/image.ts';
import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import type { OcContext } from '../command.ts';
import type { ImageUsers } from './image-usage.ts';

/** All that pruning looks at. */
export interface PruneCluster extends ImageUsers {
  readonly limitRanges: readonly LimitRange[];
  readonly streams: readonly ImageStream[];
  readonly images: readonly Image[];
}

/** Lists the cluster, or one project of it; whoever may not see something is told what (oc images.go Run). */
export function loadPruneCluster(oc: OcContext, project: string | undefined): PruneCluster {
  const list = <T extends KubeObject>(group: string, version: string, resource: string, scope = project) =>
    oc.client.list<T>({ group, version, resource }, scope).items;
  const core = (resource: string) => list('', 'v1', resource);
  const tolerated = (resource: string) => orToldOf(oc, resource, () => list('apps', 'v1', resource));
  const pods = [...core('pods'), ...core('replicationcontrollers')];
  const builds = [...list<BuildConfig>('build.openshift.io', 'v1', 'buildconfigs'), ...list<Build>('build.openshift.io', 'v1', 'builds')];
  const workloads = [...pods, ...tolerated('daemonsets'), ...tolerated('deployments'), ...list('apps.openshift.io', 'v1', 'deploymentconfigs')];
  workloads.push(...tolerated('replicasets'), ...list('apps', 'v1', 'statefulsets'), ...list('batch', 'v1', 'jobs'), ...list('batch', 'v1', 'cronjobs'));
  return {
    workloads,
    builds,
    limitRanges: list<LimitRange>('', 'v1', 'limitranges'),
    streams: list<ImageStream>(imageGroup, 'v1', 'imagestreams'),
    images: oc.client.list<Image>({ group: imageGroup, version: 'v1', resource: 'images' }, undefined).items,
  };
}

/** Some kinds came later than the role for pruning: without the right to them it goes on. */
function orToldOf(oc: OcContext, resource: string, list: () => readonly KubeObject[]): readonly KubeObject[] {
  try {
    return list();
  } catch (error) {
    if (!(error instanceof StatusError) || error.status.reason !== 'Forbidden') throw error;
    oc.err(`Failed to list ${resource}: ${error.status.message}\n - * Make sure to update clusterRoleBindings.\n`);
    return [];
  }
}
