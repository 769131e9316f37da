import { ExpressiveCode, ExpressiveCodeTheme, pluginFrames, pluginShiki } from '@astrojs/starlight/expressive-code';
import { select, selectAll, toText } from '@astrojs/starlight/expressive-code/hast';
import { describe, expect, test } from 'vitest';
import { colorConsole, consoleColors } from '../../../src/site/console/console-colors.ts';
import { copyCommands } from '../../../src/site/console/copy-commands.ts';
import { ocConsole } from '../../../src/site/console/oc-console.ts';

const theme = colorConsole(
  new ExpressiveCodeTheme({ name: 'plain', type: 'light', colors: { 'editor.background': '#ffffff', 'editor.foreground': '#000000' }, settings: [] }),
);
const engine = new ExpressiveCode({
  themes: [theme],
  minSyntaxHighlightingColorContrast: 0,
  plugins: [pluginShiki({ langs: [ocConsole], langAlias: { console: 'oc-console' } }), pluginFrames(), copyCommands()],
});

const render = async (code: string) => (await engine.render({ code, language: 'console' })).renderedGroupAst;

/** `[part, text]` for every coloured piece of the block, its part named as in `consoleColors`. */
async function parts(code: string): Promise<readonly (readonly [string, string])[]> {
  const names = new Map(Object.entries(consoleColors).map(([name, { light, bold }]) => [`${light}${bold ? ' bold' : ''}`, name]));
  return selectAll('.ec-line .code span[style]', await render(code)).flatMap((span) => {
    const style = String(span.properties.style);
    const color = /--0:(#[0-9A-Fa-f]{6})/.exec(style)?.[1]?.toLowerCase();
    const name = names.get(`${color}${/font-weight|fw:/i.test(style) ? ' bold' : ''}`);
    const text = toText(span).trim();
    return name === undefined || text === '' ? [] : [[name, text] as const];
  });
}

/** Two parts may share a colour; this names the one that a test means. */
const sameColor: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(consoleColors).map(([name, look]) => [
    name,
    Object.entries(consoleColors).findLast(([, other]) => other.light === look.light && other.bold === look.bold)![0],
  ]),
);
const expected = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name, text]) => [sameColor[name], text]);

describe('a console session', () => {
  test('shows prompt, verb, flags, references and digests apart from output', async () => {
    const code = `[developer@workstation demo]$ oc import-image web:1 --from=quay.io/team/web@sha256:f05837a18fc8 --confirm
imagestream.image.openshift.io/web imported`;
    expect(await parts(code)).toEqual(
      expected([
        ['punctuation.prompt', '[developer@workstation demo]$'],
        ['entity.name.command', 'oc'],
        ['keyword.verb', 'import-image'],
        ['entity.name.reference', 'web:1'],
        ['variable.parameter.flag', '--from='],
        ['entity.name.reference', 'quay.io/team/web@'],
        ['constant.other.digest', 'sha256:f05837a18fc8'],
        ['variable.parameter.flag', '--confirm'],
        ['meta.output', 'imagestream.image.openshift.io/web imported'],
      ]),
    );
  });

  test('goes on over a backslash, and knows verbs of two words', async () => {
    expect(await parts('$ oc create secret \\\n  docker-registry --docker-server=registry.example.com:8443')).toEqual(
      expected([
        ['punctuation.prompt', '$'],
        ['entity.name.command', 'oc'],
        ['keyword.verb', 'create secret'],
        ['constant.character.escape', '\\'],
        ['meta.command', 'docker-registry'],
        ['variable.parameter.flag', '--docker-server='],
        ['entity.name.reference', 'registry.example.com:8443'],
      ]),
    );
  });

  test('shows headings, errors and left-out lines of output', async () => {
    expect(await parts('$ oc get is\nNAME   IMAGE REPOSITORY   TAGS\nweb    demo/web           1\n…\n$ oc whoami\nerror: no')).toEqual(
      expected([
        ['punctuation.prompt', '$'],
        ['entity.name.command', 'oc'],
        ['keyword.verb', 'get'],
        ['meta.command', 'is'],
        ['markup.heading', 'NAME IMAGE REPOSITORY TAGS'],
        ['meta.output', 'web demo/web 1'],
        ['comment.line', '…'],
        ['punctuation.prompt', '$'],
        ['entity.name.command', 'oc'],
        ['keyword.verb', 'whoami'],
        ['invalid', 'error: no'],
      ]),
    );
  });

  test('keeps a here-document in the command', async () => {
    const code = "$ oc apply -f - <<'EOF'\nkind: ImageStream\nEOF\nimagestream.image.openshift.io/web created";
    expect((await parts(code)).at(-1)).toEqual([sameColor['meta.output'], 'imagestream.image.openshift.io/web created']);
    expect((await parts(code)).map(([name]) => name)).toContain(sameColor['string.unquoted.heredoc']);
  });
});

describe('copying a console block', () => {
  const copied = async (code: string) => select('.copy button', await render(code))?.properties.dataCode;

  test('takes the commands alone', async () => {
    expect(await copied('$ oc whoami\ndeveloper\n\n[developer@workstation demo]$ oc tag \\\n  a:1 a:2\nTag a:2 set to a:1.')).toBe(
      'oc whoami\x7foc tag \\\x7f  a:1 a:2',
    );
  });

  test('takes everything where there is no prompt', async () => {
    expect(await copied('oc whoami')).toBe('oc whoami');
  });
});
