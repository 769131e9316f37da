import { own } from '../api/own.ts';
import { digestOf } from '../imageutil/digest.ts';
import { buildStep, type StepSurroundings } from './build-step.ts';
import type { ContainerHost } from './container-host.ts';
import { type ContainerImage, configOf, type Descriptor, type HistoryEntry, type ImageConfig, idOf, manifestOf } from './container-image.ts';
import { type Containerfile, expand, type Instruction, parsePairs, type Stage } from './containerfile.ts';

export interface BuildOptions {
  readonly host: ContainerHost;
  readonly file: Containerfile;
  /** The folder that COPY reads from. */
  readonly context: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Labels that the builder puts on whatever it makes. */
  readonly signature: Readonly<Record<string, string>>;
  /** Is what was built before taken again? */
  readonly useCache: boolean;
  readonly format: 'oci' | 'docker';
  /** When steps were first made, by what they are. */
  readonly steps: Readonly<Record<string, string>>;
  /** Gets a base image, saying so. */
  base(name: string): Promise<ContainerImage>;
  report: BuildReport;
}

export interface BuildReport {
  step(place: StepPlace, text: string): void;
  /** The base image of a stage is there. */
  based(id: string): void;
  made(id: string, cached: boolean, isLast: boolean): void;
}

export interface StepPlace {
  readonly stage: number;
  readonly stages: number;
  readonly step: number;
  readonly count: number;
}

export interface BuildResult {
  readonly image: ContainerImage;
  readonly steps: Readonly<Record<string, string>>;
}

/** What a stage has come to: its configuration, its layers, and a digest of all that led there. */
interface Progress {
  readonly config: ImageConfig;
  readonly layers: readonly Descriptor[];
  readonly chain: string;
}

/** Builds an image: the last stage's. Steps made before keep their moment, so the same build gives the same image. (buildah imagebuildah) */
export async function buildImage(options: BuildOptions): Promise<BuildResult> {
  const steps: Record<string, string> = { ...options.steps };
  const finished = new Map<string, ContainerImage>();
  let image: ContainerImage | undefined;
  for (const [index, stage] of options.file.stages.entries()) {
    image = await buildStage(options, stage, index, finished, steps);
    finished.set(String(index), image);
    if (stage.name !== '') finished.set(stage.name, image);
  }
  return { image: image as ContainerImage, steps };
}

async function buildStage(options: BuildOptions, stage: Stage, index: number, finished: ReadonlyMap<string, ContainerImage>, steps: Record<string, string>) {
  const { host, file, report } = options;
  const globals = argsOf(file.args, options.buildArgs);
  const labels = index === file.stages.length - 1 ? Object.entries(options.labels) : [];
  const extra: readonly Instruction[] = labels.map(([name, value]) => instruction('LABEL', `"${name}"="${value}"`));
  const instructions = [...stage.instructions, ...extra];
  const place = (step: number): StepPlace => ({ stage: index + 1, stages: file.stages.length, step, count: instructions.length + 1 });
  const from = expand(stage.from, globals);
  report.step(place(1), `FROM ${from}${stage.name === '' ? '' : ` AS ${stage.name}`}`);
  const base = from === 'scratch' ? undefined : (finished.get(from) ?? (await options.base(from)));
  if (base) report.based(idOf(base));
  let progress = startFrom(base);
  let args: Readonly<Record<string, string>> = {};
  for (const [number, each] of instructions.entries()) {
    report.step(place(number + 2), each.text);
    if (each.word === 'ARG') args = { ...args, ...argsOf([each], options.buildArgs, globals) };
    const around: StepSurroundings = { host, context: options.context, args, finished };
    const made = await buildStep(each, progress.config, around);
    const chain = digestOf(`${progress.chain}\n${each.text}\n${JSON.stringify(args)}\n${made.content ?? ''}`);
    const cached = options.useCache && steps[chain] !== undefined;
    const created = cached ? (steps[chain] as string) : new Date(host.now()).toISOString();
    steps[chain] = created;
    progress = advance(progress, made, chain, created);
    report.made(idOf(imageOf(progress, options)), cached, number === instructions.length - 1);
  }
  return instructions.length === 0 && base ? base : imageOf(progress, options);
}

const instruction = (word: string, rest: string): Instruction => ({ word, rest, text: `${word} ${rest}` });

function argsOf(
  instructions: readonly Instruction[],
  given: Readonly<Record<string, string>>,
  outer: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const pairs = instructions.flatMap(({ rest }) => (rest.includes('=') ? parsePairs(rest) : [[rest, own(outer, rest) ?? ''] as const]));
  return Object.fromEntries(pairs.map(([name, value]) => [name, own(given, name) ?? value]));
}

const epoch = '1970-01-01T00:00:00Z';

function startFrom(base: ContainerImage | undefined): Progress {
  if (base) return { config: configOf(base), layers: manifestOf(base).layers, chain: manifestOf(base).config.digest };
  const config: ImageConfig = { created: epoch, architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [] }, history: [] };
  return { config, layers: [], chain: 'scratch' };
}

/** The step's effect on the image. */
export interface StepResult {
  readonly config: ImageConfig['config'];
  readonly author?: string;
  /** As the history tells it. */
  readonly createdBy: string;
  /** What the step puts into a layer; undefined where it only changes the configuration. */
  readonly content?: string;
  readonly size?: number;
}

const layerType = { oci: 'application/vnd.oci.image.layer.v1.tar+gzip', docker: 'application/vnd.docker.image.rootfs.diff.tar.gzip' } as const;

function advance({ config, layers }: Progress, { config: next, author, createdBy, content, size = 0 }: StepResult, chain: string, created: string): Progress {
  const entry: HistoryEntry = { created, created_by: createdBy, ...(content === undefined && { empty_layer: true }) };
  const layer: Descriptor = { mediaType: '', digest: digestOf(`layer ${chain}`), size };
  return {
    config: {
      ...config,
      ...(author !== undefined && { author }),
      created,
      config: next,
      rootfs: { type: 'layers', diff_ids: [...config.rootfs.diff_ids, ...(content === undefined ? [] : [digestOf(`diff ${chain}`)])] },
      history: [...config.history, entry],
    },
    layers: content === undefined ? layers : [...layers, layer],
    chain,
  };
}

const types = {
  oci: { manifest: 'application/vnd.oci.image.manifest.v1+json', config: 'application/vnd.oci.image.config.v1+json' },
  docker: { manifest: 'application/vnd.docker.distribution.manifest.v2+json', config: 'application/vnd.docker.container.image.v1+json' },
} as const;

function imageOf({ config, layers }: Progress, { format, signature }: BuildOptions): ContainerImage {
  const labels = { ...config.config.Labels, ...signature };
  const signed = Object.keys(labels).length > 0 ? { ...config.config, Labels: labels } : config.config;
  const text = JSON.stringify({ ...config, config: signed });
  const { manifest: mediaType, config: configType } = types[format];
  const raw = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: { mediaType: configType, digest: digestOf(text), size: text.length },
    layers: layers.map((layer) => ({ ...layer, mediaType: layerType[format] })),
  });
  return { manifest: { digest: digestOf(raw), mediaType, raw }, config: text };
}
