import { defineCommand } from '../command.ts';
import { globalFlags } from '../global-flags.ts';
import { flagLines } from '../help.ts';
import { withHelp } from '../help-texts.ts';

/** `oc options`: the flags every command takes. */
export const options = defineCommand({
  path: 'options',
  use: 'options',
  flags: {},
  examples: ['oc options'],
  async run({ oc }) {
    const texts = await withHelp(oc.host.texts);
    const intro = texts.notices['heading-global-options'] ?? 'The following options can be passed to any command:';
    oc.out(
      `${intro}\n\n${Object.entries(globalFlags)
        .map(([name, spec]) => `${flagLines(undefined, name, spec, texts)}\n\n`)
        .join('')}`,
    );
  },
});
