import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { selectAll } from '@astrojs/starlight/expressive-code/hast';
import { parseTranscript } from '../../guides/transcript.ts';

/** An Expressive Code plugin: the copy button of a console block copies its commands alone, ready to be pasted. */
export function copyCommands(): ExpressiveCodePlugin {
  return {
    name: 'Copy commands',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        if (codeBlock.language !== 'console') return;
        const commands = parseTranscript(codeBlock.code).map(({ command }) => command);
        if (commands.length === 0) return;
        for (const button of selectAll('.copy button', renderData.blockAst)) {
          button.properties.dataCode = commands.join('\n').replaceAll('\n', '\x7f'); // How Expressive Code writes a line break there.
        }
      },
    },
  };
}
