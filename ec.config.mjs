import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { colorConsole } from './src/site/console/console-colors.ts';
import { copyCommands } from './src/site/console/copy-commands.ts';
import { ocConsole } from './src/site/console/oc-console.ts';

export default defineEcConfig({
  shiki: { langs: [ocConsole], langAlias: { console: 'oc-console' } },
  plugins: [copyCommands()],
  customizeTheme: colorConsole,
  tabWidth: 0,
  styleOverrides: { codeLineHeight: '1.5', codeFontSize: '0.9375rem', borderRadius: '6px' },
});
