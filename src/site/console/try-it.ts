import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { h, select } from '@astrojs/starlight/expressive-code/hast';

const guideAddress = /content[\\/]docs[\\/]([^\\/]+)[\\/]guides[\\/]/;

/** An Expressive Code plugin: the bar over a console session in a guide leads to a lab. `labelOf` words it in the guide's language. */
export function tryIt(lab: string, labelOf: (language: string) => string): ExpressiveCodePlugin {
  return {
    name: 'Try it',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const [, language] = guideAddress.exec(codeBlock.parentDocument?.sourceFilePath ?? '') ?? [];
        if (codeBlock.language !== 'console' || !language) return;
        const bar = select('figcaption', renderData.blockAst);
        bar?.children.push(h('a', { className: ['try-it'], href: `/${language}/labs/${lab}/` }, labelOf(language)));
      },
    },
  };
}
