import { spokenDuration } from '../../api/human-duration.ts';
import type { DockerImage } from '../../api/image.ts';
import { specTag } from '../../imageutil/tag-references.ts';
import { goQuote } from '../go-quote.ts';
import type { AppConfig } from './app-config.ts';
import { type BuildRef, outputReference } from './build-objects.ts';
import type { ComponentInput } from './component-input.ts';
import { exposedPorts } from './exposed-ports.ts';
import { trackedTag } from './image-ref.ts';
import { shortImageId } from './image-streams.ts';
import type { Pipeline } from './pipeline.ts';

/** The report of what was found and what will be made of it (oc pkg/helpers/newapp/cmd/describe.go describeBuildPipelineWithImage). */
export function describePipeline(pipeline: Pipeline, config: AppConfig): string {
  return [...locatedLines(pipeline.component, config.host.now()), ...buildLines(pipeline), ...deploymentConfigLines(pipeline), '']
    .map((line) => `${line}\n`)
    .join('');
}

function locatedLines(component: ComponentInput, now: number): readonly string[] {
  const located = locatedImage(component, now);
  if (located === undefined) return [];
  const labels = imageAnnotations(component);
  const lines = [`--> ${located}`, ''];
  const name = labels['io.k8s.display-name'];
  if (name) lines.push(`    ${name} `, `    ${'-'.repeat(new TextEncoder().encode(name).length)} `);
  if (labels['io.k8s.description']) lines.push(`    ${labels['io.k8s.description']}`, '');
  if (labels['io.openshift.tags']) lines.push(`    Tags: ${labels['io.openshift.tags'].split(',').join(', ')}`, '');
  return lines;
}

function locatedImage({ match, value }: ComponentInput, now: number): string | undefined {
  if (!match) return undefined;
  const { imageStream, dockerImage, imageTag = '', registry } = match;
  const wanted = goQuote(value);
  if (!imageStream) return dockerImage && `Found container image ${idAndAge(dockerImage, now)} from ${registry ?? ''} for ${wanted}`;
  const stream = goQuote(`${imageStream.metadata.namespace}/${imageStream.metadata.name}`);
  if (!dockerImage) return `Found tag :${imageTag} in image stream ${stream} for ${wanted}`;
  return `Found image ${idAndAge(dockerImage, now)} in image stream ${stream} under tag ${goQuote(imageTag)} for ${wanted}`;
}

function idAndAge(image: DockerImage, now: number): string {
  const id = shortImageId(image);
  return image.Created ? `${id} (${spokenDuration(now - Date.parse(image.Created))} old)` : id;
}

/** The image's labels, and over them the annotations of the tag. */
function imageAnnotations({ match }: ComponentInput): Readonly<Record<string, string>> {
  const tag = match?.imageStream && specTag(match.imageStream, match.imageTag ?? '');
  return { ...match?.dockerImage?.Config?.Labels, ...tag?.annotations };
}

function buildLines(pipeline: Pipeline): readonly string[] {
  const { build, inputImage, image } = pipeline;
  if (!build) {
    const tracked = trackedTag(inputImage ?? image);
    return tracked === undefined ? [] : [`    * An image stream tag will be created as ${goQuote(tracked)} that will track this image`];
  }
  const tracked = trackedTag(inputImage);
  return [
    ...(tracked === undefined ? [] : [`    * An image stream tag will be created as ${goQuote(tracked)} that will track the source image`]),
    ...platformLine(pipeline),
    `    * A ${strategyName(build)} build using ${sourceText(build)} will be created`,
    ...outputLine(build),
    `      * ${nextBuild(build, tracked)}`,
  ];
}

function platformLine({ component, build }: Pipeline): readonly string[] {
  const platforms = component.uses?.info?.platforms ?? [];
  return platforms.length > 0 && build?.strategy === 'source' ? [`    * The source repository appears to match: ${platforms.join(', ')}`] : [];
}

const strategyName = ({ strategy }: BuildRef): string => (strategy === 'docker' ? 'Docker' : strategy);

const isBinary = ({ source }: BuildRef): boolean => source.binary;

function sourceText({ source }: BuildRef): string {
  if (source.binary) return 'binary input';
  if (source.dockerfile !== undefined && source.url === undefined) return 'a predefined Dockerfile';
  if (!source.url) return '<unknown>';
  return `source code from ${source.url.location}${source.url.fragment === '' ? '' : `#${source.url.fragment}`}`;
}

function outputLine({ output }: BuildRef): readonly string[] {
  if (!output) return [];
  const { kind, name } = outputReference(output);
  const how = kind === 'ImageStreamTag' ? 'to image stream tag' : 'with Docker to';
  return [`      * The resulting image will be pushed ${how} ${goQuote(name)}`];
}

function nextBuild(build: BuildRef, tracked: string | undefined): string {
  if (isBinary(build)) return "A binary build was created, use 'oc start-build --from-dir' to trigger a new build";
  return tracked === undefined ? "Use 'oc start-build' to trigger a new build" : `Every time ${goQuote(tracked)} changes a new build will be triggered`;
}

function deploymentConfigLines({ deploymentConfig, component: { match } }: Pipeline): readonly string[] {
  if (!deploymentConfig) return [];
  const { name, asTest, images } = deploymentConfig;
  const where = images.length > 1 ? 'as part of deployment config' : 'in deployment config';
  const deployed = `    * This image will be ${asTest ? 'test deployed' : 'deployed'} ${where} ${goQuote(name)}`;
  return match?.dockerImage ? [deployed, ...imageNotes(match.dockerImage, name, match.name)] : [deployed];
}

function imageNotes({ Config: config }: DockerImage, name: string, matchName: string): readonly string[] {
  const notes = [...portNotes(config?.ExposedPorts, name)];
  if (Object.keys(config?.Volumes ?? {}).length > 0) {
    notes.push('    * This image declares volumes and will default to use non-persistent, host-local storage.');
    notes.push(`      You can add persistent volumes later by running 'oc set volume dc/${name} --add ...'`);
  }
  if (config && ['', 'root', '0'].includes(config.User ?? '')) {
    notes.push(`    * WARNING: Image ${goQuote(matchName)} runs as the 'root' user which may not be permitted by your cluster administrator`);
  }
  return notes;
}

function portNotes(exposed: Readonly<Record<string, unknown>> | undefined, name: string): readonly string[] {
  const { ports, errors } = exposedPorts(exposed);
  const invalid = errors.length > 0 ? [`    * WARNING: The Dockerfile has some invalid ports in EXPOSE instruction: [${errors.join(' ')}]`] : [];
  if (ports.length === 0) {
    return [
      ...invalid,
      '    * The image does not expose any ports - if you want to load balance or send traffic to this component',
      `      you will need to create a service with 'oc expose dc/${name} --port=[port]' later`,
    ];
  }
  const shown = ports.map(({ port, protocol }) => `${port}/${protocol}`).join(', ');
  return [
    ...invalid,
    `    * ${ports.length === 1 ? 'Port' : 'Ports'} ${shown} will be load balanced by service ${goQuote(name)}`,
    `      * Other containers can access this service through the hostname ${goQuote(name)}`,
  ];
}
