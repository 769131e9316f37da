import type { ContainerHost, ContainerResult } from '../containers/container-host.ts';
import { runTool, type Tool, type ToolCommand } from '../containers/program.ts';
import { loginCommand, logoutCommand } from '../containers/registry-login.ts';
import { buildCommand } from './build-command.ts';
import { imageExistsCommand, imagesCommand, rmiCommand, tagCommand, untagCommand } from './image-commands.ts';
import { imageInspectCommand, inspectCommand } from './inspect-commands.ts';
import { infoCommand, psCommand, versionCommand } from './machine-commands.ts';
import { podmanVersion } from './podman-version.ts';
import { pullCommand, pushCommand } from './transfer-commands.ts';

/** Runs one `podman` command; `argv` does not hold the word `podman`. */
export const runPodman = (argv: readonly string[], host: ContainerHost): Promise<ContainerResult> => runTool(podman, argv, host);

const help = ({ path }: ToolCommand) => `See 'podman ${path} --help'`;

const podman: Tool = {
  name: 'podman',
  about: 'Manage pods, containers and images',
  version: podmanVersion,
  commands: [
    buildCommand,
    imageExistsCommand,
    imageInspectCommand,
    imagesCommand,
    infoCommand,
    inspectCommand,
    loginCommand,
    logoutCommand,
    psCommand,
    pullCommand,
    pushCommand,
    rmiCommand,
    tagCommand,
    untagCommand,
    versionCommand,
  ],
  unmodelled: (
    'attach auto-update commit compose container cp create diff events exec export farm generate healthcheck history image import init kill kube load ' +
    'logs machine manifest mount network pause play pod port quadlet rename restart rm run save search secret start stats stop system top unmount unpause ' +
    'unshare update volume wait'
  ).split(' '),
  unknownCommand: (name) => `Error: unrecognized command \`podman ${name}\`\nTry 'podman --help' for more information`,
  wrongCount: ({ path, takes: [least, most] }, args) => {
    if (path === 'build') return `Error: accepts at most 1 arg(s), received ${args.length}`;
    if (args.length < least) return least > 1 ? `Error: "podman ${path}" requires at least ${least} arg(s), only received ${args.length}` : noArgument(path);
    return `Error: accepts ${least === most ? most : `at most ${most}`} arg(s), received ${args.length}`;
  },
  flagError: (command, message) => `Error: ${message}\n${help(command)}`,
  errorPrefix: 'Error: ',
  exitCode: 125,
};

const noArguments: Readonly<Record<string, string>> = {
  rmi: 'image name or ID must be specified',
  inspect: 'no containers, images, pods, volumes or networks specified',
  'image inspect': 'no images specified',
};

const noArgument = (path: string) => `Error: ${noArguments[path] ?? `requires at least 1 arg(s), only received 0`}`;
