import type { ContainerHost, ContainerResult } from '../containers/container-host.ts';
import { runTool, type Tool } from '../containers/program.ts';
import { buildCommand } from './build-command.ts';
import { dockerVersion } from './docker-version.ts';
import { imagesCommand, inspectCommand, psCommand, rmiCommand, tagCommand, versionCommand } from './image-commands.ts';
import { loginCommand, logoutCommand } from './login-commands.ts';
import { pullCommand, pushCommand } from './transfer-commands.ts';

/** Runs one `docker` command; `argv` does not hold the word `docker`. */
export const runDocker = (argv: readonly string[], host: ContainerHost): Promise<ContainerResult> => runTool(docker, argv, host);

const docker: Tool = {
  name: 'docker',
  about: 'A self-sufficient runtime for containers',
  version: dockerVersion,
  commands: [
    buildCommand,
    imagesCommand,
    inspectCommand,
    loginCommand,
    logoutCommand,
    psCommand,
    pullCommand,
    pushCommand,
    rmiCommand,
    tagCommand,
    versionCommand,
  ],
  unmodelled: (
    'attach builder buildx checkpoint commit compose config container context cp create diff events exec export history image import info kill load logs ' +
    'manifest network node pause plugin port rename restart rm run save scout search secret service stack start stats stop swarm system top trust unpause ' +
    'update volume wait'
  ).split(' '),
  unknownCommand: (name) => `docker: '${name}' is not a docker command.\nSee 'docker --help'`,
  wrongCount: ({ path, use, about, takes: [least, most] }) => {
    const wanted =
      least === most
        ? `requires exactly ${least} argument${least === 1 ? '' : 's'}`
        : least > 0
          ? `requires at least ${least} argument${least === 1 ? '' : 's'}`
          : `requires at most ${most} argument${most === 1 ? '' : 's'}`;
    return `"docker ${path}" ${wanted}.\nSee 'docker ${path} --help'.\n\nUsage:  docker ${path} ${use}\n\n${about}`;
  },
  flagError: ({ path }, message) => `${message}\nSee 'docker ${path} --help'.`,
  errorPrefix: '',
  exitCode: 1,
};
