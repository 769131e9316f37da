import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { splitCommands } from '../lab/command-file.ts';
import { createLabSession, type LabSession, type Report } from '../lab/lab-session.ts';
import { exerciseIds, type Language, languages, readExercise, readMessages } from './exercises.ts';
import { readHelp } from './help-files.ts';
import { readMistakes } from './mistake-texts.ts';

const usage = `usage: npm run -s lab -- list [--json]
       npm run -s lab -- grade ID FILE [--lang LANG] [--json]
       npm run -s lab -- play ID [--lang LANG]`;

/** Something the caller gave is wrong: said on standard error, exit code 2. */
class BadInput extends Error {}

/** Lists the labs, grades a file of commands, or opens a lab in the reader's own terminal. */
async function main(): Promise<number> {
  const { values, positionals } = parseOptions();
  const [verb, id, file] = positionals;
  const language = languageOf(values.lang);
  if (verb === 'list') return list(values.json === true, language);
  if (verb === 'grade' && id !== undefined && file !== undefined) return grade(await open(id, language), file, values.json === true);
  if (verb === 'play' && id !== undefined) return play(await open(id, language));
  throw new BadInput(usage);
}

function parseOptions() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, lang: { type: 'string' } } });
  } catch (error) {
    throw new BadInput(`${(error as Error).message}\n${usage}`);
  }
}

function languageOf(text = 'en'): Language {
  const language = languages.find((candidate) => candidate === text);
  if (!language) throw new BadInput(`--lang: "${text}" is not one of ${languages.join(', ')}`);
  return language;
}

async function open(id: string, language: Language): Promise<LabSession> {
  if (!exerciseIds().includes(id)) throw new BadInput(`there is no lab "${id}"; \`npm run -s lab -- list\` names them`);
  const [exercise, messages, texts, mistakes] = await Promise.all([readExercise(id), readMessages(id, language), readHelp(language), readMistakes(language)]);
  return (await createLabSession({ exercise, messages, texts, mistakes })).session;
}

async function list(asJson: boolean, language: Language): Promise<number> {
  const labs = await Promise.all(
    exerciseIds().map(async (id) => {
      const [{ goals }, { title }] = await Promise.all([readExercise(id), readMessages(id, language)]);
      return { id, path: `exercises/${id}`, title, points: goals.reduce((sum, { points }) => sum + points, 0) };
    }),
  );
  const text = asJson ? JSON.stringify(labs, null, 2) : labs.map(({ id, title, points }) => `${id}  ${title} (${points})`).join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}

async function grade(session: LabSession, file: string, asJson: boolean): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new BadInput(error.message);
  });
  for (const command of splitCommands(text, (open) => session.isComplete(open))) await session.run(command);
  const report = await session.check();
  process.stdout.write(asJson ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  return report.score === report.max ? 0 : 1;
}

function reportText({ score, max, goals }: Report): string {
  const lines = goals.flatMap(({ passed, points, max: of, title, why }) => [
    `${passed ? '✔' : '○'} ${title} (${points}/${of})`,
    ...(why ? [`    ${why.found}`, `    → ${why.expected}`, ...(why.lastWrittenBy ? [`    ← ${why.lastWrittenBy.command}`] : []), `    $ ${why.seeWith}`] : []),
  ]);
  return `${[...lines, `${score}/${max}`].join('\n')}\n`;
}

/** A prompt in the reader's own terminal. `check` judges, Ctrl-D leaves. */
async function play(session: LabSession): Promise<number> {
  const { messages } = session;
  process.stdout.write(
    `${messages.title}\n${Object.values(messages.goals)
      .map(({ title }) => `○ ${title}`)
      .join('\n')}\n`,
  );
  const terminal = createInterface({ input: process.stdin, output: process.stdout, completer: (line: string) => completion(session, line) });
  let open = '';
  const prompt = () => {
    terminal.setPrompt(open === '' ? `${session.prompt} ` : '> ');
    terminal.prompt();
  };
  prompt();
  for await (const line of terminal) {
    open = open === '' ? line : `${open}\n${line}`;
    if (session.isComplete(open)) {
      await answer(session, open);
      open = '';
    }
    prompt();
  }
  process.stdout.write('\n');
  return 0;
}

async function answer(session: LabSession, line: string): Promise<void> {
  if (line.trim() === 'check') {
    process.stdout.write(reportText(await session.check()));
    return;
  }
  const { stdout, stderr } = await session.run(line);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
}

async function completion(session: LabSession, line: string): Promise<[string[], string]> {
  const { from, candidates } = await session.complete(line, line.length);
  return [[...candidates], line.slice(from)];
}

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`${error instanceof BadInput ? error.message : error.stack}\n`);
  return 2;
});
