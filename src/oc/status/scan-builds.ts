import type { Build, BuildConfig } from '../../api/build.ts';
import type { ImageStream } from '../../api/image.ts';
import type { Marker, MarkerScanner, ScanContext } from './markers.ts';
import { edgeKinds, type GraphNode } from './status-graph.ts';

/** Builds that cannot push their image (oc pkg/helpers/graph/buildgraph/analysis/bc.go FindUnpushableBuildConfigs). */
export const unpushableBuilds: MarkerScanner = ({ graph, name }) =>
  graph.ofKind('BuildConfig').flatMap((node) =>
    graph.successors(node, edgeKinds.buildOutput).flatMap((tag) =>
      graph.successors<ImageStream>(tag, edgeKinds.referencedImageStream).flatMap((stream): readonly Marker[] => {
        const pushing = `${name(node)} is pushing to ${name(tag)}, but`;
        if (!stream.found) {
          return [
            { node, related: [tag], severity: 'error', key: 'MissingOutputImageStream', message: `${pushing} the image stream for that tag does not exist.` },
          ];
        }
        if (stream.object.status.dockerImageRepository) return [];
        const message = `${pushing} the administrator has not configured the integrated container image registry.`;
        return [{ node, related: [tag], severity: 'error', key: 'MissingRequiredRegistry', message, suggestion: 'oc registry -h' }];
      }),
    ),
  );

/** Tags that only a build can fill, and none has (FindPendingTags). */
export const pendingTags: MarkerScanner = (context) =>
  context.graph
    .ofKind('ImageStreamTag')
    .filter(({ found }) => !found)
    .flatMap((tag) => pendingTag(context, tag));

function pendingTag({ graph, name }: ScanContext, tag: GraphNode): readonly Marker[] {
  const configs = graph.predecessors<BuildConfig>(tag, edgeKinds.buildOutput);
  const latest = configs.flatMap((config) => {
    const [build] = [...graph.successors<Build>(config, edgeKinds.build)].sort((a, b) => created(b) - created(a));
    return build ? [{ config, build }] : [];
  });
  if (latest.length === 0 && configs.length > 0) {
    const commands = configs.map((config) => `oc start-build ${config.name}`).join(', ');
    const suggestion = configs.length > 1 ? `Run one of the following commands: ${commands}` : commands;
    return [
      { node: tag, severity: 'warning', key: 'ImageStreamTagNotAvailable', message: `${name(tag)} needs to be imported or created by a build.`, suggestion },
    ];
  }
  const failed = latest.filter(({ build }) => build.object.status.phase === 'Failed');
  return failed.map(({ config, build }) => ({
    node: build,
    severity: 'error',
    key: 'LatestBuildFailed',
    message: `${name(build)} has failed.`,
    suggestion: `Inspect the build failure with 'oc logs -f bc/${config.name}'`,
  }));
}

const created = ({ object }: GraphNode<Build>): number => Date.parse(object.metadata.creationTimestamp ?? '');

/** Builds whose base image is not there (FindMissingInputImageStreams). */
export const missingInputs: MarkerScanner = (context) =>
  context.graph
    .ofKind('BuildConfig')
    .flatMap((node) =>
      context.graph
        .predecessors(node, edgeKinds.buildInputImage)
        .flatMap((input) => [...missingTag(context, node, input), ...missingImage(context, node, input)]),
    );

function missingTag({ graph, name }: ScanContext, node: GraphNode, input: GraphNode): readonly Marker[] {
  if (input.kind !== 'ImageStreamTag') return [];
  const tag = input.name.slice(input.name.indexOf(':') + 1);
  const streams = graph.successors<ImageStream | undefined>(input, edgeKinds.referencedImageStream);
  const without = streams.filter(({ object }) => !object?.status.tags?.some((history) => history.tag === tag));
  return without.map((stream) => ({
    node,
    related: [input, stream],
    severity: 'warning',
    key: 'MissingImageStreamImage',
    message: `${name(node)} builds from ${name(input)}, but the image stream tag does not exist.`,
    suggestion: tagSuggestion(graph.predecessors(input, edgeKinds.buildOutput).map(name), name(input)),
  }));
}

function tagSuggestion(configs: readonly string[], tag: string): string {
  if (configs.length === 0) return `${tag} needs to be imported.`;
  return configs.length === 1 ? `oc start-build ${configs[0]}` : `\`oc start-build\` with one of these: ${configs.join(',')}.`;
}

function missingImage({ graph, name }: ScanContext, node: GraphNode, input: GraphNode): readonly Marker[] {
  if (input.kind !== 'ImageStreamImage') return [];
  const id = input.name.slice(input.name.indexOf('@') + 1);
  const streams = graph.successors<ImageStream | undefined>(input, edgeKinds.referencedImageStreamImage);
  const without = streams.filter(
    ({ object }) => !object?.status.tags?.some(({ items }) => items?.some(({ dockerImageReference }) => dockerImageReference.includes(id))),
  );
  return without.map((stream) => ({
    node,
    related: [input, stream],
    severity: 'warning',
    key: 'MissingImageStreamImage',
    message: `${name(node)} builds from ${name(input)}, but the image stream image does not exist.`,
    suggestion: `\`oc import-image ${stream.name} --from=\` where \`--from\` specifies an image with hexadecimal ID ${id}`,
  }));
}

/** Builds that set each other off (FindCircularBuilds). */
export const circularBuilds: MarkerScanner = ({ graph, name }) => {
  const next = (node: GraphNode) => graph.successors(node, node.kind === 'BuildConfig' ? edgeKinds.buildOutput : edgeKinds.buildInputImage);
  const seen = new Set<number>();
  return graph.ofKind('BuildConfig').flatMap((start): readonly Marker[] => {
    const cycle = seen.has(start.id) ? undefined : cycleFrom(start, next);
    if (!cycle) return [];
    for (const { id } of cycle) seen.add(id);
    const message = `Cycle detected in build configurations: ${[...cycle, start].map(name).join(' -> ')}`;
    return [{ node: start, severity: 'warning', key: 'CyclicBuildConfig', message }];
  });
};

function cycleFrom(start: GraphNode, next: (node: GraphNode) => readonly GraphNode[]): readonly GraphNode[] | undefined {
  const path: GraphNode[] = [];
  const visit = (node: GraphNode): boolean => {
    path.push(node);
    for (const follower of next(node)) {
      if (follower.id === start.id) return true;
      if (!path.some(({ id }) => id === follower.id) && visit(follower)) return true;
    }
    path.pop();
    return false;
  };
  return visit(start) ? path : undefined;
}
