import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHelp } from '../../src/cli/help-files.ts';
import { readMistakes } from '../../src/cli/mistake-texts.ts';
import { createLabSession } from '../../src/lab/lab-session.ts';
import { readExamState } from '../../src/site/lab/exam/exam-state.ts';
import { completeLabCommand, labCommand } from '../../src/site/lab/lab-command.ts';
import { commandTokens, outputTokens } from '../../src/site/lab/output-tokens.ts';
import { openSavedLab } from '../../src/site/lab/saved-lab.ts';
import { readMarks } from '../../src/site/lab-marks.ts';
import { languageCodes } from '../../src/site/languages.ts';
import { preferredLanguage } from '../../src/site/preferred-language.ts';
import { processTerm } from '../../src/site/search-dialog.ts';
import { openStorage } from '../../src/site/storage.ts';
import exercise from '../support/exam-lab/exercise.ts';
import messages from '../support/exam-lab/messages/en.json' with { type: 'json' };
import { anyLines } from './command-lines.ts';
import { defects } from './defects.ts';
import { hostileJson, hostileStrings, hostileText, manifests } from './hostile-values.ts';
import { workstation } from './workstation.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 100);
const options = { numRuns, ...(process.env.FUZZ_RUNS === undefined && { seed: 7 }) };
/** A lab to open is dearer than a line to type. */
const few = { ...options, numRuns: Math.ceil(numRuns / 4) };

const words = { exercise, messages, texts: await readHelp('en'), mistakes: await readMistakes('en') };

describe('what a browser kept', () => {
  const entries = fc.array(
    fc.oneof(
      fc.record({ line: fc.oneof(anyLines, hostileText) }),
      fc.record(
        { line: fc.constantFrom('oc edit is/app', 'vi a'), edits: fc.array(fc.option(hostileText), { maxLength: 2 }), interruptAt: fc.double() },
        { requiredKeys: ['line'] },
      ),
      fc.record({ file: hostileText, text: hostileText }),
    ),
    { maxLength: 4 },
  );
  const progress = fc.record({ version: fc.constant(1), exercise: fc.constant(exercise.id), entries, hintsShown: hostileJson, solutionShown: hostileJson });
  const texts = fc.oneof(
    { weight: 4, arbitrary: progress.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostileJson.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: progress.map((value) => JSON.stringify(value).slice(0, -3)) },
    { weight: 1, arbitrary: hostileText },
  );

  it('opens the lab, or is put aside; the lab goes on', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (saved) => {
        const { session } = await createLabSession({ ...words, saved });
        expect(typeof (await session.run('oc whoami')).exitCode).toBe('number');
        expect((await session.check()).goals).toHaveLength(exercise.goals.length);
        await session.hints();
        expect(JSON.parse(session.save()).exercise).toBe(exercise.id);
      }),
      few,
    );
  });

  it('is read without an exception, and what belongs to other labs stays', () => {
    const kept = fc.oneof(
      hostileText,
      hostileJson.map((value) => JSON.stringify({ version: 1, value })),
      hostileJson.map((version) => JSON.stringify({ version, value: 1 })),
    );
    fc.assert(
      fc.property(kept, (text) => {
        const names = ['lab/a', 'marks/a', 'exam/a', 'language', 'lab-task-width', 'lab-time-hidden'];
        const other = ['lab/b', 'marks/b', 'lab/a-b'].map((name) => [`imagestream-labs/${name}`, '{"version":1,"value":"mine"}'] as const);
        const texts = new Map<string, string>([...names.map((name) => [`imagestream-labs/${name}`, text] as const), ...other]);
        const storage = openStorage({
          getItem: (key) => texts.get(key) ?? null,
          setItem: (key, value) => void texts.set(key, value),
          removeItem: (key) => void texts.delete(key),
        });
        expect(languageCodes).toContain(preferredLanguage(storage, []));
        const { seconds } = readMarks(storage, 'a');
        expect(seconds >= 0 && Number.isFinite(seconds)).toBe(true);
        const exam = storage.read('exam/a');
        expect(readExamState(exam.kind === 'value' ? exam.value : undefined).spent).toBeGreaterThanOrEqual(0);
        const saved = openSavedLab(storage, 'a');
        if (saved.read().text !== undefined) saved.setAside(saved.read().text ?? '');
        saved.remove();
        for (const [key, value] of other) expect(texts.get(key)).toBe(value);
      }),
      { ...options, numRuns: numRuns * 10 },
    );
  });
});

describe('what a file holds', () => {
  it('any object of any kind is answered, and the cluster goes on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(manifests, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('apply', 'create', 'replace', 'process', 'diff', 'delete'),
        async (objects, verb) => {
          const { shell } = await workstation();
          for (const [index, object] of objects.entries()) await shell.writeFile(`f${index}.json`, JSON.stringify(object));
          for (const line of objects.map((_, index) => `oc ${verb} -f f${index}.json`)) {
            const { stderr, exitCode } = await shell.run(line);
            expect(typeof exitCode).toBe('number');
            expect(stderr.split('\n').filter((said) => said.startsWith('bash: '))).toEqual([]); // nothing broke in the cluster
          }
          const isHarmless = !defects.test(JSON.stringify(objects));
          for (const line of ['oc get all', 'oc status', 'oc describe all', 'oc get is -o yaml', 'sleep 90', 'oc get pods']) {
            const { stdout, stderr } = await shell.run(line);
            if (isHarmless) expect(`${line}\n${stdout}${stderr}`).not.toMatch(defects);
          }
          expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
          expect((await shell.run('oc whoami')).stdout).toBe('developer\n');
        },
      ),
      options,
    );
  });

  it('any text in any file is answered', async () => {
    const lines = [
      'oc apply -f',
      'oc get -f',
      'oc process -f',
      'bash',
      'source',
      'jq .',
      'yq .',
      'podman build -f',
      'oc create secret generic s --from-env-file',
      'oc whoami --kubeconfig',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          hostileText,
          hostileJson.map((value) => JSON.stringify(value)),
          anyLines,
        ),
        fc.constantFrom(...lines),
        async (text, line) => {
          const { shell } = await workstation();
          await shell.writeFile('given', text);
          expect(typeof (await shell.run(`${line} given`)).exitCode).toBe('number');
          expect((await shell.run('oc whoami')).stdout).toBe('developer\n');
        },
      ),
      options,
    );
  });

  it('any name of a file is one, or none', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (name, text) => {
        const { shell } = await workstation();
        const isWritten = await shell.writeFile(name, text).then(
          () => true,
          () => false,
        );
        if (isWritten) expect(typeof (await shell.readFile(name))).toBe('string');
        await shell.complete('cat ', 4);
        expect((await shell.run('ls')).exitCode).toBe(0);
      }),
      options,
    );
  });
});

describe('what a terminal shows and a page is asked for', () => {
  it('keeps every letter', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 5 }), (parts) => {
        const text = parts.join(' ');
        for (const tokens of [commandTokens(text), outputTokens(text)]) expect(tokens.map((token) => token.text).join('')).toBe(text);
        expect(['start', 'grade', 'finish', 'usage', undefined]).toContain(labCommand(text, 'a'));
        completeLabCommand(text, text.length);
        expect(typeof processTerm(text)).toBe('string');
      }),
      { ...options, numRuns: numRuns * 10 },
    );
  });

  it('the page for addresses that are not there leads to pages of this site alone', () => {
    const page = readFileSync(join(import.meta.dirname, '../../src/site/pages/404.astro'), 'utf8');
    const script = /<script is:inline>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom('', '/', 'en', 'vi', 'labs', '..', 'example.com', ':8080', '@'),
        hostileText.filter((text) => text.length < 200),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, parts, (path, referrer) => {
        const location = new URL('http://lab.test/');
        location.pathname = `/${path.join('/')}`;
        const hrefs = linksOf(script, location, `http://lab.test/${referrer.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}`);
        expect(hrefs).toHaveLength(languageCodes.length);
        for (const href of hrefs) {
          const { origin, pathname } = new URL(href, location);
          expect(origin).toBe('http://lab.test');
          expect(pathname).toMatch(/\/(?:en|vi|ko|fr)\/$/);
        }
      }),
      {
        ...options,
        numRuns: numRuns * 10,
        examples: [
          [['', 'example.com', 'en', 'x'], []],
          [['', '', 'example.com', 'en'], hostileStrings.slice(0, 3)],
        ],
      },
    );
  });
});

/** Where the links of that page lead after its own script ran there. */
function linksOf(script: string, location: URL, referrer: string): readonly string[] {
  const sections = languageCodes.map((language) => {
    const link = { href: `/${language}/` };
    return { dataset: { language }, hidden: false, link, querySelector: () => link };
  });
  const document = {
    documentElement: { lang: '', dataset: {} },
    title: '',
    referrer,
    querySelectorAll: () => sections,
    querySelector: () => ({ textContent: '' }),
  };
  new Function('document', 'location', 'navigator', script)(document, location, { languages: ['en'] });
  return sections.map(({ link }) => link.href);
}
