import type { StepResult } from './build-image.ts';
import type { ContainerHost } from './container-host.ts';
import type { ContainerConfig, ContainerImage, ImageConfig } from './container-image.ts';
import { expand, type Instruction, parseCommand, parsePairs, splitWords } from './containerfile.ts';
import { ToolError } from './program.ts';

export interface StepSurroundings {
  readonly host: ContainerHost;
  readonly context: string;
  readonly args: Readonly<Record<string, string>>;
  /** Stages that are done, by number and by name: what `COPY --from` may name. */
  readonly finished: ReadonlyMap<string, ContainerImage>;
}

/** What one instruction makes of an image. Nothing is run: a RUN leaves a layer that stands for its result. */
export async function buildStep(instruction: Instruction, { config }: ImageConfig, around: StepSurroundings): Promise<StepResult> {
  const { word, rest, text } = instruction;
  const rests = word === 'RUN' || word === 'CMD' || word === 'ENTRYPOINT' ? rest : expand(rest, { ...around.args, ...environmentOf(config) });
  if (word === 'RUN') return { config, createdBy: `/bin/sh -c ${rests}`, content: rests, size: 1_048_576 + 4096 * rests.length };
  if (word === 'COPY' || word === 'ADD') return copyFiles(instruction, rests, config, around);
  return { config: changeConfig(word, rests, config), createdBy: `/bin/sh -c #(nop) ${text}`, ...(word === 'MAINTAINER' && { author: rests }) };
}

const environmentOf = ({ Env = [] }: ContainerConfig) =>
  Object.fromEntries(Env.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));

function changeConfig(word: string, rest: string, config: ContainerConfig): ContainerConfig {
  switch (word) {
    case 'LABEL':
      return { ...config, Labels: { ...config.Labels, ...Object.fromEntries(parsePairs(rest)) } };
    case 'ENV':
      return { ...config, Env: withEnvironment(config.Env ?? [], parsePairs(rest)) };
    case 'EXPOSE':
      return { ...config, ExposedPorts: { ...config.ExposedPorts, ...named(splitWords(rest).map((port) => (port.includes('/') ? port : `${port}/tcp`))) } };
    case 'VOLUME':
      return { ...config, Volumes: { ...config.Volumes, ...named(rest.startsWith('[') ? parseCommand(rest) : splitWords(rest)) } };
    case 'CMD':
      return { ...config, Cmd: parseCommand(rest) };
    case 'ENTRYPOINT': {
      const { Cmd: _, ...others } = config;
      return { ...others, Entrypoint: parseCommand(rest) };
    }
    case 'USER':
      return { ...config, User: rest };
    case 'WORKDIR':
      return { ...config, WorkingDir: rest.startsWith('/') ? rest : `${config.WorkingDir?.replace(/\/$/, '') ?? ''}/${rest}` };
    case 'STOPSIGNAL':
      return { ...config, StopSignal: rest };
    default:
      return config;
  }
}

const named = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, {}]));

function withEnvironment(env: readonly string[], pairs: readonly (readonly [string, string])[]): readonly string[] {
  const next = new Map(env.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  for (const [name, value] of pairs) next.set(name, value);
  return [...next].map(([name, value]) => `${name}=${value}`);
}

async function copyFiles({ text }: Instruction, rest: string, config: ContainerConfig, around: StepSurroundings): Promise<StepResult> {
  const words = rest.startsWith('[') ? parseCommand(rest) : splitWords(rest);
  const stage = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const [target = '', ...sources] = words.filter((word) => !word.startsWith('--')).reverse();
  if (sources.length === 0) throw new ToolError(`building at STEP "${text}": COPY requires at least two arguments`);
  const createdBy = `/bin/sh -c #(nop) ${text}`;
  if (stage !== undefined) return { config, createdBy, content: around.finished.get(stage)?.manifest.digest ?? stage, size: 524_288 };
  const read = await Promise.all(sources.reverse().map((source) => readSource(source, text, around)));
  const content = read.flat().join('\n');
  return { config, createdBy, content: `${target}\n${content}`, size: content.length + 512 };
}

/** A file, or all files below a folder, each with its name. */
async function readSource(source: string, step: string, around: StepSurroundings): Promise<readonly string[]> {
  const { context, host } = around;
  const { files } = host;
  if (/^https?:\/\//.test(source)) return [source];
  const bare = source.replace(/^\.?\//, '');
  const path = bare === '' || bare === '.' ? context : `${context}/${bare}`;
  if (source.includes('*')) {
    const pattern = new RegExp(`^${bare.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*')}$`);
    const names = (await files.list(context)).filter((name) => pattern.test(name));
    if (names.length > 0) return (await Promise.all(names.map((name) => readSource(name, step, around)))).flat();
  }
  if (!(await files.exists(path))) {
    throw new ToolError(`building at STEP "${step}": checking on sources under "${context}": copier: stat: "/${bare}": no such file or directory`);
  }
  if (!(await files.isDirectory(path))) return [`${bare}\n${await files.read(path)}`];
  const inside = (await files.list(path)).map((name) => (bare === '' || bare === '.' ? name : `${bare}/${name}`));
  return (await Promise.all(inside.map((name) => readSource(name, step, around)))).flat();
}
