import { type CustomCommand, decodeBytesToUtf8, defineCommand } from 'just-bash';
import type { ContainerHost, ContainerResult } from '../containers/container-host.ts';
import { fileAccess } from './file-access.ts';
import { shellNotices } from './notices.ts';
import type { CommandContext, Workstation } from './oc-command.ts';

type RunTool = (argv: readonly string[], host: ContainerHost) => Promise<ContainerResult>;

/** The container tools, each loaded when it is first typed. */
const tools: Readonly<Record<string, () => Promise<RunTool>>> = {
  podman: async () => (await import('../podman/podman.ts')).runPodman,
  docker: async () => (await import('../docker/docker.ts')).runDocker,
  skopeo: async () => (await import('../skopeo/skopeo.ts')).runSkopeo,
};

// what a call costs in real life
const roundTrip = 400;

/** `podman`, `docker` and `skopeo` for the shell: afterwards the controllers have seen what was pushed, and a moment has passed. */
export const containerCommands = (workstation: Workstation): CustomCommand[] =>
  Object.entries(tools).map(([name, load]) =>
    defineCommand(name, async (args, context) => {
      const { simulation, line } = workstation;
      await line().countCommand();
      const run = await load();
      const result = await run(args, containerHost(workstation, context));
      simulation.reconcile();
      simulation.advance(roundTrip);
      return { ...result, stdoutKind: 'text' };
    }),
  );

const containerHost = ({ simulation, texts }: Workstation, { fs, cwd, env, exportedEnv, stdin }: CommandContext): ContainerHost => ({
  registries: simulation.registries,
  now: () => simulation.clock.now(),
  cwd,
  env: exportedEnv ?? Object.fromEntries(env),
  stdin: decodeBytesToUtf8(stdin),
  files: fileAccess(fs, cwd),
  notAvailable: shellNotices(texts.language).notAvailable,
});
