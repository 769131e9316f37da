import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { languageCodes, languages } from '../site/languages.ts';
import { BadPackage } from './bad-package.ts';

const style = `
:root { color-scheme: light dark; font: 100%/1.6 system-ui, sans-serif; }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: break-word; word-break: keep-all; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.2rem; line-height: 1.35; margin-top: 2rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: 0.25rem; }
section { border-top: 1px solid; margin-top: 2.5rem; }
code { font-family: ui-monospace, Consolas, monospace; font-size: 0.9em; }
pre { padding: 0.75rem 1rem; overflow-x: auto; border: 1px solid; border-radius: 0.4rem; }
`;

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * The README of the package, in the site's languages: one page, because a browser is there wherever the site can be used, and shows every script
 * and link rightly where a text editor may not. Its texts are `content/package/<lang>.md`.
 */
export async function readmeOf(project: string, filledIn: Readonly<Record<'version' | 'zip', string>>): Promise<string> {
  const { render } = await createMarkdownProcessor({ syntaxHighlight: false, smartypants: false });
  const sections = await Promise.all(
    languageCodes.map(async (language) => {
      const text = await readFile(join(project, 'content/package', `${language}.md`), 'utf8');
      const { code } = await render(
        text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (filledIn as Readonly<Record<string, string>>)[name] ?? unfilled(whole)),
      );
      return `<section lang="${language}" id="${language}">\n${code}\n</section>`;
    }),
  );
  const links = languageCodes.map((language) => `<li><a href="#${language}" lang="${language}" hreflang="${language}">${languages[language].label}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>ImageStream Labs ${filledIn.version}: README</title>
<style>${style}</style>
</head>
<body>
<h1>ImageStream Labs ${filledIn.version}</h1>
<nav><ul>
${links.join('\n')}
</ul></nav>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function unfilled(placeholder: string): never {
  throw new BadPackage(`content/package: nothing to put for ${placeholder}`);
}
