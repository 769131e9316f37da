import { describe, expect, it } from 'vitest';
import { readHelp } from '../../../../src/cli/help-files.ts';
import { toGlossary } from '../../../../src/guides/glossary.ts';
import { readGuidePage } from '../../../../src/guides/guide-page.ts';
import { commandReference } from '../../../../src/oc/command-reference.ts';
import { glossaryPage, initialOf } from '../../../../src/site/reference/glossary-page.ts';
import { commandsIn, guidesByCommand } from '../../../../src/site/reference/guides-by-command.ts';
import { asMarkdown, withFrenchSpaces } from '../../../../src/site/reference/reference-page.ts';

const paths = new Set(['get', 'set', 'set triggers', 'whoami', 'tag']);

describe('commands in a line', () => {
  it.each([
    ['oc set triggers deployment/web', ['set triggers']],
    ['oc -n openshift get is', ['get']],
    ['oc get is -o name | grep web', ['get']],
    ['for d in $(oc get deploy -o name); do oc set triggers $d; done', ['get', 'set triggers']],
    ['podman login -p $(oc whoami -t) registry', ['whoami']],
    ['oc tag a:1 \\\n  a:2', ['tag']],
    ['oc frobnicate', []],
    ['echo oc-get', []],
  ])('%s', (line, expected) => {
    expect(commandsIn(line, paths)).toEqual(expected);
  });

  it('are counted by guide, most often typed first', () => {
    const guide = (name: string, ...commands: readonly string[]) =>
      readGuidePage(`content/docs/en/guides/${name}.md`, `\`\`\`console\n${commands.map((command) => `$ ${command}`).join('\n')}\n\`\`\`\n`);
    const found = guidesByCommand([guide('a', 'oc get is'), guide('b', 'oc get is', 'oc get istag', 'oc tag a b')], paths);
    expect([...found]).toEqual([
      ['get', ['guides/b', 'guides/a']],
      ['tag', ['guides/b']],
    ]);
  });
});

describe('text of the help as Markdown', () => {
  it('puts flags in code and takes their meaning from signs', () => {
    expect(asMarkdown('With --all or -o, not re-import: <name> [x] a|b *')).toBe('With `--all` or `-o`, not re-import: \\<name\\> \\[x\\] a\\|b \\*');
  });
});

describe('French type', () => {
  it('has no-break spaces in prose and plain ones in code', () => {
    expect(withFrenchSpaces('Oui : `a : b` ; non ?\n\n```sh\na : b ;\n```\n')).toBe('Oui\u00a0: `a : b`\u202f; non\u202f?\n\n```sh\na : b ;\n```\n');
  });
});

describe('the command reference', () => {
  it('stops where the help of a command is missing', async () => {
    const texts = await readHelp('fr');
    const { tag: _, ...commands } = texts.commands;
    await expect(commandReference({ ...texts, commands })).rejects.toThrow('the help in fr says nothing of oc tag');
  });
});

describe('the glossary page', () => {
  const term = (id: string, ko: string, fr: string) => ({
    id,
    group: 'images',
    term: { en: id, vi: id, ko, fr },
    gender: 'm',
    definition: { en: 'D.', vi: 'D.', ko: 'D.', fr: 'D.' },
  });
  const glossary = toGlossary({ terms: [term('tag', '태그', 'tag'), term('event', '이벤트', 'événement'), term('label', 'S2I', 'étape')] });
  const headings = (language: 'ko' | 'fr') => glossaryPage(glossary, language).body.match(/^#.*$/gm);

  it('sorts by the language', () => {
    expect(headings('ko')).toEqual([
      '## ㅇ {#letter-1}',
      '### 이벤트 {#event}',
      '## ㅌ {#letter-2}',
      '### 태그 {#tag}',
      '## A–Z {#letter-3}',
      '### S2I {#label}',
    ]);
    expect(headings('fr')).toEqual(['## E {#letter-1}', '### étape {#label}', '### événement {#event}', '## T {#letter-2}', '### tag {#tag}']);
  });

  it('puts the English word and the gender beside', () => {
    expect(glossaryPage(glossary, 'fr').body).toContain('*m* · <span lang="en">event</span>');
  });

  it('knows the first letters of a dictionary', () => {
    expect([initialOf('đối tượng', 'vi'), initialOf('événement', 'fr'), initialOf('빨강', 'ko'), initialOf('kubelet', 'ko')]).toEqual(['Đ', 'E', 'ㅂ', 'A–Z']);
  });
});
