import type { Build } from '../../api/build.ts';
import type { ContainerStatus, Pod } from '../../api/pod.ts';
import { buildLabel } from '../controllers/build/build-controller.ts';

/** What a container wrote: a command its output as far as its text tells it, a server that it listens. */
export function containerLog(pod: Pod, name: string, status: ContainerStatus): string {
  const container = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].find((one) => one.name === name);
  const ofBuilder = builderLog(pod, status);
  if (ofBuilder !== undefined) return ofBuilder;
  const command = [...(container?.command ?? []), ...(container?.args ?? [])];
  const startedAt = status.state.running?.startedAt ?? status.state.terminated?.startedAt ?? '';
  if (command.length > 0) return outputOf(command, pod, startedAt);
  const ports = (container?.ports ?? []).map(({ containerPort }) => containerPort);
  const where = ports.length > 0 ? ` on port ${ports.join(', ')}` : '';
  return `${startedAt} Starting ${status.image}\n${startedAt} Ready to serve${where}\n`;
}

/** What the builder tells of its work. */
function builderLog({ metadata, spec }: Pod, { state }: ContainerStatus): string | undefined {
  if (metadata.labels?.[buildLabel] === undefined) return undefined;
  const text = spec.containers[0]?.env?.find(({ name }) => name === 'BUILD')?.value ?? '{}';
  const build = parsedBuild(text);
  const { sourceStrategy, dockerStrategy, customStrategy } = build.spec?.strategy ?? {};
  const base = (sourceStrategy ?? dockerStrategy ?? customStrategy)?.from?.name ?? 'scratch';
  const isOver = state.terminated?.exitCode === 0;
  const steps = dockerStrategy ? stepsAfterFrom(build.spec?.source?.dockerfile ?? '') : [];
  const started = `Pulling image ${base} ...\nSTEP 1: FROM ${base}\n${steps.map((step, index) => `STEP ${index + 2}: ${step}\n`).join('')}`;
  const to = build.spec?.output?.to?.name;
  return isOver ? `${started}${to === undefined ? 'Build complete, no image push requested\n' : `Pushing image ${to} ...\nPush successful\n`}` : started;
}

/** The build that a pod was given; anybody may label a pod of their own as a builder. */
function parsedBuild(text: string): Partial<Build> {
  try {
    return (JSON.parse(text) as Partial<Build> | null) ?? {};
  } catch {
    return {};
  }
}

/** Instructions of a Dockerfile below its first one. */
const stepsAfterFrom = (dockerfile: string): readonly string[] =>
  dockerfile
    .replace(/^\s*#.*$/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(1);

function outputOf(command: readonly string[], pod: Pod, startedAt: string): string {
  const shellText = /(^|\/)(ba|da)?sh$/.test(command[0] ?? '') && command[1] === '-c' ? (command[2] ?? '').split(/;|&&|\n/) : undefined;
  const commands = shellText?.map((text) => text.trim().split(/\s+/)) ?? [command];
  return commands.map((words) => oneOutput(words, pod, startedAt)).join('');
}

function oneOutput([program = '', ...words]: readonly string[], pod: Pod, startedAt: string): string {
  switch (program.replace(/^.*\//, '')) {
    case 'echo':
      return `${words.map((word) => word.replace(/^(['"])(.*)\1$/, '$2')).join(' ')}\n`;
    case 'date':
      return `${new Date(Date.parse(startedAt)).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 UTC $4')}\n`;
    case 'hostname':
      return `${pod.metadata.name}\n`;
    case 'whoami':
      return '1000680000\n';
    default:
      return '';
  }
}
