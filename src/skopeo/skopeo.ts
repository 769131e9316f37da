import type { ContainerHost, ContainerResult } from '../containers/container-host.ts';
import { runTool, type Tool } from '../containers/program.ts';
import { loginCommand, logoutCommand } from '../containers/registry-login.ts';
import { copyCommand } from './copy-command.ts';
import { deleteCommand } from './delete-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { listTagsCommand } from './list-tags-command.ts';

/** Runs one `skopeo` command; `argv` does not hold the word `skopeo`. */
export const runSkopeo = (argv: readonly string[], host: ContainerHost): Promise<ContainerResult> => runTool(skopeo, argv, host);

const fatal = 'FATA[0000] ';

const skopeo: Tool = {
  name: 'skopeo',
  about: 'Various operations with container images and container image registries',
  version: '1.16.1',
  commands: [copyCommand, deleteCommand, inspectCommand, listTagsCommand, loginCommand, logoutCommand],
  unmodelled: ['generate-sigstore-key', 'manifest-digest', 'standalone-sign', 'standalone-verify', 'sync'],
  unknownCommand: (name) => `${fatal}unknown command "${name}" for "skopeo"`,
  wrongCount: ({ path }) => `${fatal}${countWords[path] ?? 'accepts at most 1 argument'}`,
  flagError: (_command, message) => `${fatal}${message}`,
  errorPrefix: fatal,
  exitCode: 1,
};

const countWords: Readonly<Record<string, string>> = {
  copy: 'Exactly two arguments expected',
  delete: 'Exactly one argument expected',
  inspect: 'Exactly one argument expected',
  'list-tags': 'Exactly one non-option argument expected',
};
