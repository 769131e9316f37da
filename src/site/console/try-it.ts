import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { h, select } from '@astrojs/starlight/expressive-code/hast';

const guideAddress = /content[\\/]docs[\\/]([^\\/]+)[\\/]guides[\\/]/;

interface Options {
  /** The lab that a guide's sessions lead to, by the guide's file; none, and there is no link. */
  labOf(file: string): string | undefined;
  /** What the link says, in the guide's language. */
  labelOf(language: string): string;
}

/** An Expressive Code plugin: the bar over a console session in a guide leads to a lab. */
export function tryIt({ labOf, labelOf }: Options): ExpressiveCodePlugin {
  return {
    name: 'Try it',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const file = codeBlock.parentDocument?.sourceFilePath ?? '';
        const [, language] = guideAddress.exec(file) ?? [];
        if (codeBlock.language !== 'console' || !language) return;
        const lab = labOf(file);
        const bar = select('figcaption', renderData.blockAst);
        if (lab) bar?.children.push(h('a', { className: ['try-it'], href: `/${language}/labs/${lab}/` }, labelOf(language)));
      },
    },
  };
}
