import { defineCommand } from '../command.ts';
import { UsageError } from '../errors.ts';
import { notice } from '../notice.ts';

const shells = ['bash', 'fish', 'powershell', 'zsh'];

/** `oc completion SHELL`: Tab completes here without a script, so a script that says so is what is printed. */
export const completion = defineCommand({
  path: 'completion',
  use: 'completion SHELL',
  flags: {},
  arguments: [{ words: shells }],
  examples: ['source <(oc completion bash)'],
  run({ args, oc }) {
    const [shell] = args;
    if (shell === undefined) throw new UsageError('Shell not specified.', { showHelpHint: true });
    if (args.length > 1) throw new UsageError('Too many arguments. Expected only the shell type.', { showHelpHint: true });
    if (!shells.includes(shell)) throw new UsageError(`Unsupported shell type ${JSON.stringify(shell)}.`, { showHelpHint: true });
    oc.out(`# ${notice(oc.host.texts, 'completion-built-in')}`);
  },
});
