import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { colorConsole } from './src/site/console/console-colors.ts';
import { copyCommands } from './src/site/console/copy-commands.ts';
import { labOfGuide } from './src/site/console/lab-of-guide.ts';
import { ocConsole } from './src/site/console/oc-console.ts';
import { tryIt } from './src/site/console/try-it.ts';
import { labsOf, readCourse } from './src/site/course.ts';
import { stringOf } from './src/site/site-strings.ts';

const firstLab = labsOf(readCourse())[0]?.id;

export default defineEcConfig({
  shiki: { langs: [ocConsole], langAlias: { console: 'oc-console' } },
  plugins: [copyCommands(), tryIt({ labOf: (file) => labOfGuide(file, firstLab), labelOf: (language) => stringOf(language, 'guide.tryIt') })],
  frames: { extractFileNameFromCode: false }, // `oc extract` prints `# .dockerconfigjson`: an answer, not a title.
  customizeTheme: colorConsole,
  tabWidth: 0,
  styleOverrides: { codeLineHeight: '1.5', codeFontSize: '0.9375rem', borderRadius: '6px' },
});
