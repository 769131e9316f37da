import { defineCommand } from '../command.ts';
import { childNamed, loadCommand, nodeAt } from '../command-tree.ts';
import { printHelp } from '../help.ts';
import { withHelp } from '../help-texts.ts';

/** `oc help [COMMAND]`: the help page of a command. */
export const help = defineCommand({
  path: 'help',
  use: 'help [command]',
  flags: {},
  examples: ['oc help', 'oc help set triggers'],
  async run({ args, oc }) {
    const root = nodeAt('');
    if (!root) return;
    const texts = await withHelp(oc.host.texts);
    let node = root;
    for (const name of args) {
      const child = childNamed(node, name);
      if (!child) {
        oc.err(`Unknown help topic [${args.map((arg) => `\`${arg}\``).join(' ')}]\n\n${printHelp(root, texts)}`);
        return;
      }
      node = child;
    }
    await loadCommand(node);
    oc.out(printHelp(node, texts));
  },
});
