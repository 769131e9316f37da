import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exerciseIds } from '../../src/cli/exercises.ts';
import { isCommand } from '../../src/cli/recorded-session.ts';
import { groupByName, readDocs } from '../../src/guides/guide-files.ts';
import { readGuidePage } from '../../src/guides/guide-page.ts';
import { fallbackLanguage, languageCodes } from '../../src/site/languages.ts';
import { readRecordings } from '../conformance/recordings.ts';
import { hasForm, shapesOf } from './command-forms.ts';
import { type NoteCoverage, oldNotes, type Pages, uncovered, unjudged, unpractisable, unpractised } from './note-coverage.ts';
import coverageFile from './notes.json' with { type: 'json' };

const coverage = coverageFile as unknown as NoteCoverage;
/** How many claims the notes make, counted where they were judged. */
const claimCount = 166;

const root = fileURLToPath(new URL('../../', import.meta.url));
const groups = groupByName(await readDocs(root));
const pagesIn = (language: string): Pages =>
  new Map([...groups].flatMap(([name, pages]) => (pages.has(language) ? [[name, pages.get(language)!] as const] : [])));

describe('the course covers the notes', () => {
  it.each(languageCodes)('every command form is typed in its section, every claim has its sections: %s', (language) => {
    expect(uncovered(coverage, pagesIn(language), language)).toEqual([]);
  });

  it('every claim is judged, and what is wrong is collected', () => {
    expect(unjudged(coverage.claims, claimCount)).toEqual([]);
  });

  it('every command form and every claim has a lab to practise it in', () => {
    expect(unpractisable(coverage, exerciseIds())).toEqual([]);
  });

  it('every command that was recorded from the notes is typed somewhere', () => {
    const recorded = readRecordings().filter(({ group }) => group === 'notes');
    const commands = recorded.flatMap(({ steps }) => steps.filter(isCommand).map(({ cmd }) => cmd));
    expect(unpractised(commands, pagesIn(fallbackLanguage))).toEqual([]);
  });
});

describe('the coverage turns red', () => {
  const source = '## Link {#link}\n\n```console\n$ oc secrets link default pull --for=pull\n```\n\n## Other {#other}\n\n```console\n$ oc whoami\n```\n';
  const pages: Pages = new Map([['guides/a', readGuidePage('content/docs/en/guides/a.md', source)]]);
  const command = { form: 'oc secrets link <account> <secret> --for=pull', notes: ['xx:1'], section: 'guides/a#link' };

  it('holds where the section types the command', () => {
    expect(uncovered({ commands: [command], claims: {} }, pages, 'en')).toEqual([]);
  });

  it('when a section is missing', () => {
    expect(uncovered({ commands: [{ ...command, section: 'guides/a#lost' }], claims: {} }, pages, 'en')).toHaveLength(1);
    expect(uncovered({ commands: [], claims: { 1: { verdict: 'TRUE', sections: ['guides/b#link'], lab: 'a' } } }, pages, 'en')).toEqual([
      'en: claim 1: there is no section guides/b#link',
    ]);
  });

  it('when the section does not type the command', () => {
    expect(uncovered({ commands: [{ ...command, section: 'guides/a#other' }], claims: {} }, pages, 'en')).toEqual([
      `en: guides/a#other does not type ${command.form}`,
    ]);
  });

  it('when a misprinted command is taught as if it worked', () => {
    expect(uncovered({ commands: [{ ...command, misprint: true }], claims: {} }, pages, 'en')).toHaveLength(1);
  });

  it('when a claim is forgotten, unknown, or wrong and not collected', () => {
    const right = { verdict: 'TRUE', sections: ['guides/a#link'], lab: 'a' } as const;
    expect(unjudged({ 1: right }, 2)).toEqual(['claim 2 is not mapped']);
    expect(unjudged({ 1: right, 2: right }, 1)).toEqual(['there is no claim 2']);
    expect(unjudged({ 1: { verdict: 'TRUE', sections: [], lab: 'a' } }, 1)).toEqual(['claim 1: no section treats it']);
    expect(unjudged({ 1: { ...right, verdict: 'FALSE' } }, 1)).toEqual([`claim 1 is FALSE and not collected on ${oldNotes}`]);
  });

  it('when there is no lab to practise in', () => {
    const claims = { 1: { verdict: 'TRUE', sections: [], lab: 'b' } } as const;
    expect(unpractisable({ commands: [command], claims }, ['a'])).toEqual([`${command.form}: there is no lab`, 'claim 1: there is no lab b']);
    expect(
      unpractisable(
        {
          commands: [
            { ...command, lab: 'a' },
            { ...command, misprint: true },
          ],
          claims: {},
        },
        ['a'],
      ),
    ).toEqual([]);
  });

  it('when a recorded command is typed nowhere', () => {
    expect(unpractised(['oc whoami', 'oc secrets link a b --for pull'], pages)).toEqual([]);
    expect(unpractised(['oc whoami -t'], pages)).toEqual(['no guide types oc whoami -t']);
  });
});

describe('a command form', () => {
  it('has its words in order and its flags anywhere', () => {
    const form = 'oc import-image <stream> --from --confirm';
    expect(hasForm('oc import-image --confirm web:1 \\\n  --from=quay.io/a/b:1', form)).toBe(true);
    expect(hasForm('oc import-image web:1 --from quay.io/a/b:1', form)).toBe(false);
    expect(hasForm('oc secrets link default pull --for mount', 'oc secrets link <account> <secret> --for=pull')).toBe(false);
    expect(hasForm('oc get deploy web -o json | jq -r .spec', 'oc get deploy <name> -o=json | jq -r <filter>')).toBe(true);
    expect(hasForm('oc get is', 'get is')).toBe(false);
    expect(hasForm('oc set image-lookup', 'oc set image-lookup <nothing>')).toBe(true);
    expect(hasForm('oc set image-lookup web', 'oc set image-lookup <nothing>')).toBe(false);
  });

  it('has shapes: the commands and their flags', () => {
    expect(shapesOf('oc set triggers deploy/web --from-image=web:2 -c web | cat')).toEqual([{ path: 'oc set triggers', flags: ['--from-image', '-c'] }]);
    expect(shapesOf('oc create deployment a --image=b -- run --now')).toEqual([{ path: 'oc create deployment', flags: ['--image'] }]);
    expect(shapesOf('cd x; timeout 3 oc get pods -w && docker images')).toEqual([
      { path: 'oc get', flags: ['-w'] },
      { path: 'docker images', flags: [] },
    ]);
  });
});
